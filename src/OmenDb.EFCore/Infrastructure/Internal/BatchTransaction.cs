using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace OmenDb.EFCore.Infrastructure.Internal;

/// <summary>All or nothing: a transaction of a batch's own, or a savepoint in the context's. Disposed without a commit, it takes everything back.</summary>
internal sealed class BatchTransaction : IDisposable
{
    private const string Savepoint = "omen_batch";

    private readonly IDbContextTransaction _transaction;
    private readonly bool _isOwn;
    private bool _committed;

    private BatchTransaction(IDbContextTransaction transaction, bool isOwn)
    {
        _transaction = transaction;
        _isOwn = isOwn;
    }

    public static BatchTransaction Begin(DbContext context)
    {
        if (context.Database.CurrentTransaction is not { } current)
            return new BatchTransaction(context.Database.BeginTransaction(), isOwn: true);
        current.CreateSavepoint(Savepoint);
        return new BatchTransaction(current, isOwn: false);
    }

    public void Commit()
    {
        if (_isOwn)
            _transaction.Commit();
        else
            _transaction.ReleaseSavepoint(Savepoint);
        _committed = true;
    }

    public void Dispose()
    {
        if (_isOwn)
            _transaction.Dispose();
        else if (!_committed)
            _transaction.RollbackToSavepoint(Savepoint);
    }
}
