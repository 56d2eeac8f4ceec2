using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace OmenDb.EFCore.Infrastructure.Internal;

/// <summary>All or nothing: a transaction of a batch's own, or a savepoint in the context's. Disposed without a commit, it takes everything back.</summary>
internal sealed class BatchTransaction : IDisposable
{
    private const string Savepoint = "omen_batch";

    private readonly IDbContextTransaction _transaction;
    private readonly DbConnection _connection;
    private readonly bool _isOwn;
    private bool _committed;

    private BatchTransaction(IDbContextTransaction transaction, DbConnection connection, bool isOwn)
    {
        _transaction = transaction;
        _connection = connection;
        _isOwn = isOwn;
    }

    // A connection that broke took its transaction with it. What broke it is on its way to the caller, who may try again for that reason, and for no other.
    private bool IsAlive => _connection.State == ConnectionState.Open;

    public static BatchTransaction Begin(DbContext context)
    {
        if (context.Database.CurrentTransaction is not { } current)
            return new BatchTransaction(context.Database.BeginTransaction(), context.Database.GetDbConnection(), isOwn: true);
        current.CreateSavepoint(Savepoint);
        return new BatchTransaction(current, context.Database.GetDbConnection(), isOwn: false);
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
        else if (!_committed && IsAlive)
            _transaction.RollbackToSavepoint(Savepoint);
    }
}
