using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OmenDb.EFCore.Infrastructure.Internal;

namespace OmenDb.EFCore.PostgreSQL.Infrastructure.Internal;

/// <summary>Inserts entities by <c>COPY</c>, a thousand at a time, in the context's transaction or one of its own.</summary>
internal sealed class BatchCopy(DbContext context, IEntityType entityType, bool isHeld, IProgress<long>? progress) : IEntityBatch
{
    private const int Rows = 1_000;

    private readonly BatchTransaction _transaction = BatchTransaction.Begin(context);
    private readonly Dictionary<Type, EntityCopy> _copies = [];
    private readonly List<object> _waiting = new(Rows);
    private int _count;
    private bool _isCommitted;

    public Task AddAsync(object entity, bool async, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entity);
        _waiting.Add(entity);
        return _waiting.Count == Rows ? InsertAsync(async, cancellationToken) : Task.CompletedTask;
    }

    public async Task<int> CommitAsync(bool async, CancellationToken cancellationToken)
    {
        if (_waiting.Count > 0)
            await InsertAsync(async, cancellationToken).ConfigureAwait(false);
        _transaction.Commit();
        _isCommitted = true;
        progress?.Report(_count);
        return _count;
    }

    public void Dispose()
    {
        if (!_isCommitted)
        {
            foreach (var copy in _copies.Values)
                copy.Undo();
        }

        _transaction.Dispose();
    }

    private async Task InsertAsync(bool async, CancellationToken cancellationToken)
    {
        foreach (var entities in _waiting.GroupBy(e => e.GetType()))
        {
            if (!_copies.TryGetValue(entities.Key, out var copy))
                _copies[entities.Key] = copy = new EntityCopy(context, BatchColumn.TypeOf(context, entityType, entities.First()), isHeld);
            await copy.InsertAsync([.. entities], async, cancellationToken).ConfigureAwait(false);
        }

        _count += _waiting.Count;
        _waiting.Clear();
        progress?.Report(_count);
    }
}
