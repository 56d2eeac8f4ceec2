using System.Transactions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace OmenDb.EFCore.Infrastructure.Internal;

/// <summary>All or nothing: a transaction of a batch's own, or a savepoint in the context's or the surrounding scope's. Disposed without a commit, it takes everything back.</summary>
internal sealed class BatchTransaction : IDisposable
{
    private const string Savepoint = "SAVEPOINT omen_batch";

    private readonly DbContext _context;
    private readonly IDbContextTransaction? _own;
    private bool _committed;

    private BatchTransaction(DbContext context)
    {
        _context = context;
        if (context.Database.CurrentTransaction is null && context.Database.GetEnlistedTransaction() is null && Transaction.Current is null)
            _own = context.Database.BeginTransaction();
        else
            Execute(Savepoint);
    }

    public static BatchTransaction Begin(DbContext context) => new(context);

    public void Commit()
    {
        if (_own is null)
            Execute($"RELEASE {Savepoint}");
        else
            _own.Commit();
        _committed = true;
    }

    public void Dispose()
    {
        if (_own is not null)
            _own.Dispose();
        else if (!_committed && _context.GetVectorStore().IsInTransaction) // if not, what ended it is on its way to the caller, who may try again for that reason, and for no other
            Execute($"ROLLBACK TO {Savepoint}; RELEASE {Savepoint}"); // SQLite would stay in a transaction that the savepoint had begun, as in a scope
    }

    private void Execute(string sql)
    {
        using var command = _context.Database.GetDbConnection().CreateCommand();
        command.Transaction = _context.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
