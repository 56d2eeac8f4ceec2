using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace OmenDb.EFCore.Sqlite.Infrastructure.Internal;

/// <summary>Inserts entities through one prepared statement per type, in the context's transaction or one of its own.</summary>
internal sealed class BatchInsert : IDisposable
{
    private const int ReportEvery = 1_000;

    private readonly DbContext _context;
    private readonly IEntityType _entityType;
    private readonly IProgress<long>? _progress;
    private readonly IDbContextTransaction? _transaction;
    private readonly string? _savepoint;
    private readonly Dictionary<Type, EntityInsert> _inserts = [];
    private int _count;
    private bool _committed;

    public BatchInsert(DbContext context, IEntityType entityType, IProgress<long>? progress)
    {
        _context = context;
        _entityType = entityType;
        _progress = progress;
        if (context.Database.CurrentTransaction is { } current)
        {
            _savepoint = "omen_batch";
            current.CreateSavepoint(_savepoint);
        }
        else
        {
            _transaction = context.Database.BeginTransaction();
        }
    }

    public void Add(object entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        if (!_inserts.TryGetValue(entity.GetType(), out var insert))
        {
            var type = _context.Model.FindRuntimeEntityType(entity.GetType()) is { } runtime && _entityType.IsAssignableFrom(runtime)
                ? runtime
                : throw new ArgumentException($"'{entity.GetType().Name}' is not mapped as a '{_entityType.DisplayName()}'.");
            _inserts[entity.GetType()] = insert = new EntityInsert(_context, type);
        }

        insert.Execute(entity);
        if (++_count % ReportEvery == 0)
            _progress?.Report(_count);
    }

    public int Commit()
    {
        _transaction?.Commit();
        if (_savepoint is not null)
            _context.Database.CurrentTransaction!.ReleaseSavepoint(_savepoint);
        _committed = true;
        _progress?.Report(_count);
        return _count;
    }

    public void Dispose()
    {
        foreach (var insert in _inserts.Values)
            insert.Dispose();
        if (!_committed && _savepoint is not null)
            _context.Database.CurrentTransaction!.RollbackToSavepoint(_savepoint);
        _transaction?.Dispose(); // rolls back what was not committed
    }
}
