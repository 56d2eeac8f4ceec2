using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OmenDb.EFCore.Sqlite.Infrastructure.Internal;

/// <summary>Wakes the indexer after whatever may have committed a change. It reads the ledger itself: nothing is carried over from here.</summary>
internal sealed class CommitInterceptor : DbCommandInterceptor, ISaveChangesInterceptor, IDbTransactionInterceptor
{
    public int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        WakeOutsideTransaction(eventData.Context);
        return result;
    }

    public ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        WakeOutsideTransaction(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Wake(eventData.Context);

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Wake(eventData.Context);
        return Task.CompletedTask;
    }

    // ExecuteUpdate, ExecuteDelete, ExecuteSql: one statement that commits by itself.
    public override int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result)
    {
        WakeOutsideTransaction(eventData.Context);
        return result;
    }

    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        WakeOutsideTransaction(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private static void WakeOutsideTransaction(DbContext? context)
    {
        if (context?.Database.CurrentTransaction is null)
            Wake(context);
    }

    private static void Wake(DbContext? context)
    {
        if (context is not null)
            SqliteVectorStore.Of(context)?.Wake();
    }
}
