using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OmenDb.EFCore.Infrastructure.Internal;

namespace OmenDb.EFCore.Sqlite.Infrastructure.Internal;

/// <summary>Inserts entities through one prepared statement per type, in the context's transaction or one of its own.</summary>
internal sealed class BatchInsert(DbContext context, IEntityType entityType, bool isHeld, IProgress<long>? progress) : IEntityBatch
{
    private const int ReportEvery = 1_000;

    // Before the first entity is asked for: a source may read from the same context, and where somebody commits meanwhile SQLite begins no transaction behind a reader.
    private readonly BatchTransaction _transaction = BatchTransaction.Begin(context);
    private readonly Dictionary<Type, EntityInsert> _inserts = [];
    private int _count;
    private bool _isCommitted;

    public Task AddAsync(object entity, bool async, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entity);
        if (!_inserts.TryGetValue(entity.GetType(), out var insert))
        {
            _inserts[entity.GetType()] = insert = new EntityInsert(context, BatchColumn.TypeOf(context, entityType, entity), isHeld);
        }

        insert.Execute(entity);
        if (++_count % ReportEvery == 0)
            progress?.Report(_count);
        return Task.CompletedTask;
    }

    public Task<int> CommitAsync(bool async, CancellationToken cancellationToken)
    {
        _transaction.Commit();
        _isCommitted = true;
        progress?.Report(_count);
        return Task.FromResult(_count);
    }

    public void Dispose()
    {
        foreach (var insert in _inserts.Values)
        {
            if (!_isCommitted)
                insert.Undo();
            insert.Dispose();
        }

        _transaction.Dispose();
    }
}
