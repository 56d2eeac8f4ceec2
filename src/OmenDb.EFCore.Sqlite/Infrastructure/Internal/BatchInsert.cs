using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OmenDb.EFCore.Infrastructure.Internal;

namespace OmenDb.EFCore.Sqlite.Infrastructure.Internal;

/// <summary>Inserts entities through one prepared statement per type, in the context's transaction or one of its own.</summary>
internal sealed class BatchInsert(DbContext context, IEntityType entityType, bool isHeld, IProgress<long>? progress) : IDisposable
{
    private const int ReportEvery = 1_000;

    private readonly Dictionary<Type, EntityInsert> _inserts = [];
    private BatchTransaction? _transaction;
    private int _count;
    private bool _isCommitted;

    public void Add(object entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        _transaction ??= BatchTransaction.Begin(context); // not before: nobody else may write meanwhile, and a source may keep its first entity waiting
        if (!_inserts.TryGetValue(entity.GetType(), out var insert))
        {
            _inserts[entity.GetType()] = insert = new EntityInsert(context, BatchColumn.TypeOf(context, entityType, entity), isHeld);
        }

        insert.Execute(entity);
        if (++_count % ReportEvery == 0)
            progress?.Report(_count);
    }

    public int Commit()
    {
        _transaction?.Commit();
        _isCommitted = true;
        progress?.Report(_count);
        return _count;
    }

    public void Dispose()
    {
        foreach (var insert in _inserts.Values)
        {
            if (!_isCommitted)
                insert.Undo();
            insert.Dispose();
        }

        _transaction?.Dispose();
    }
}
