using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OmenDb.EFCore.Infrastructure.Internal;

namespace OmenDb.EFCore.Sqlite.Infrastructure.Internal;

/// <summary>Inserts entities through one prepared statement per type, in the context's transaction or one of its own.</summary>
internal sealed class BatchInsert : IDisposable
{
    private const int ReportEvery = 1_000;

    private readonly DbContext _context;
    private readonly IEntityType _entityType;
    private readonly IProgress<long>? _progress;
    private readonly BatchTransaction _transaction;
    private readonly Dictionary<Type, EntityInsert> _inserts = [];
    private readonly bool _isHeld;
    private int _count;
    private bool _isCommitted;

    public BatchInsert(DbContext context, IEntityType entityType, bool isHeld, IProgress<long>? progress)
    {
        _context = context;
        _entityType = entityType;
        _isHeld = isHeld;
        _progress = progress;
        _transaction = BatchTransaction.Begin(context);
    }

    public void Add(object entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        if (!_inserts.TryGetValue(entity.GetType(), out var insert))
        {
            _inserts[entity.GetType()] = insert = new EntityInsert(_context, BatchColumn.TypeOf(_context, _entityType, entity), _isHeld);
        }

        insert.Execute(entity);
        if (++_count % ReportEvery == 0)
            _progress?.Report(_count);
    }

    public int Commit()
    {
        _transaction.Commit();
        _isCommitted = true;
        _progress?.Report(_count);
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

        _transaction.Dispose();
    }
}
