using System.Transactions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace OmenDb.EFCore.Infrastructure.Internal;

/// <summary>Makes a batch all or nothing: by a transaction of its own, or by a savepoint in the one that the context or a surrounding scope has. Disposed without a commit, it takes everything back.</summary>
internal sealed class BatchTransaction : IDisposable
{
    private const string Savepoint = "SAVEPOINT omen_batch";

    private readonly DbContext _context;
    private readonly IDbContextTransaction? _own;
    private bool _committed;

    private BatchTransaction(DbContext context)
    {
        _context = context;
        if (context.Database.CurrentTransaction is null && context.Database.GetEnlistedTransaction() is null && AmbientTransaction() is null)
            _own = context.Database.BeginTransaction();
        else
            Execute(Savepoint);
    }

    /// <summary>Whether nothing else is in the transaction.</summary>
    public bool IsOwn => _own is not null;

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
        // Where an error has ended the transaction, there is no savepoint any more, and a second error would hide the first, by which the caller decides whether to try again.
        if (_own is not null)
            _own.Dispose();
        else if (!_committed && _context.GetVectorStore().IsInTransaction)
            Execute($"ROLLBACK TO {Savepoint}; RELEASE {Savepoint}"); // the release ends a transaction that the savepoint itself began, as SQLite does in a scope
    }

    // The one that the connection is in: it may be told not to enlist.
    private Transaction? AmbientTransaction() => ((ITransactionEnlistmentManager)_context.GetService<IRelationalConnection>()).CurrentAmbientTransaction;

    private void Execute(string sql)
    {
        using var command = _context.Database.GetDbConnection().CreateCommand();
        command.Transaction = _context.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandTimeout = _context.Database.GetCommandTimeout() ?? command.CommandTimeout;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
