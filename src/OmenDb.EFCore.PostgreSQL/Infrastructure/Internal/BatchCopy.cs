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
        cancellationToken.ThrowIfCancellationRequested();
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
        foreach (var entities in ByReference())
        {
            var types = entities.ToLookup(CopyOf);
            foreach (var type in types)
                await type.Key.TakeNumbersAsync([.. type], async, cancellationToken).ConfigureAwait(false);
            entities.ForEach(e => CopyOf(e).Add(e));
            foreach (var type in types)
                await type.Key.InsertAsync(async, cancellationToken, _transaction.IsOwn ? cancellationToken : CancellationToken.None).ConfigureAwait(false);
        }

        _count += _waiting.Count;
        _waiting.Clear();
        progress?.Report(_count);
    }

    // COPY takes entities of one type, and checks at its end that there is what they refer to: of another type, it is copied before.
    private IEnumerable<List<object>> ByReference()
    {
        var entities = new List<object>(_waiting.Count);
        var known = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var entity in _waiting)
        {
            if (CopyOf(entity).Principals(entity).Any(p => p.GetType() != entity.GetType() && known.Contains(p)))
            {
                yield return entities;
                entities = [];
                known.Clear();
            }

            entities.Add(entity);
            known.Add(entity);
        }

        yield return entities;
    }

    private EntityCopy CopyOf(object entity)
    {
        if (!_copies.TryGetValue(entity.GetType(), out var copy))
            _copies[entity.GetType()] = copy = new EntityCopy(context, BatchColumn.TypeOf(context, entityType, entity), isHeld);
        return copy;
    }
}
