using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OmenDb.EFCore.Infrastructure.Internal;
using OmenDb.EFCore.Sqlite.Indexing;
using OmenDb.EFCore.Sqlite.Interop;
using SQLitePCL;

namespace OmenDb.EFCore.Sqlite.Infrastructure.Internal;

/// <summary>The handle on one index, through one context's connection.</summary>
internal sealed class SqliteVectorIndex(DbContext context, Func<LiveIndex> attach) : IVectorIndex
{
    public Task<VectorIndexStatistics> GetStatisticsAsync(CancellationToken cancellationToken = default) => WithIndex((index, connection) =>
    {
        using var rows = new VisibleRows(connection, index.Definition);
        var (view, seen, graph) = index.Read(rows, (v, s) => (v, s, v.Graph.GetStatistics()));
        var pending = rows.CountAfter(view.For(seen)?.Applied ?? 0);
        // As a search does: who only looks is not to be told for ever that it is behind. But who asks again and again is not to have others wait, where one cannot be brought up to date.
        if (pending > 0 && !rows.InTransaction && !index.Indexer.HasFailed)
            index.Indexer.Wake();
        var file = index.Database.Snapshots?.Find(index.Definition, seen.Token);
        return new VectorIndexStatistics
        {
            Name = index.Definition.Name,
            Dimensions = index.Definition.Dimensions,
            Metric = index.Definition.Metric,
            Storage = index.Definition.Storage,
            Rows = rows.Count(),
            Indexed = graph.Count,
            Pending = pending,
            Skipped = index.Indexer.Skipped.LongCount(rows.Sees),
            IsRebuilding = index.Indexer.IsRebuilding,
            TargetRecall = graph.TargetRecall,
            MeasuredRecall = double.IsNaN(graph.MeasuredRecall) ? null : graph.MeasuredRecall,
            SearchListSize = graph.SearchListSize,
            MemoryBytes = graph.MemoryBytes,
            FileBytes = file?.Length ?? 0,
            FileWrittenAt = file?.LastWriteTimeUtc,
        };
    }, cancellationToken);

    public Task FlushAsync(CancellationToken cancellationToken = default) => WithIndex((index, connection) =>
    {
        RefuseInTransaction(connection);
        if (index.Database.Path is not null)
        {
            RefuseExclusive(index, connection);
            index.Indexer.Drain(publish: true, cancellationToken);
        }
        else
        {
            using var rows = new VisibleRows(connection, index.Definition);
            index.Load(rows);
            index.Indexer.DrainInline(rows, atLeast: 1);
        }

        return true;
    }, cancellationToken);

    public Task RebuildAsync(IProgress<long>? progress = null, CancellationToken cancellationToken = default) => WithIndex((index, connection) =>
    {
        RefuseInTransaction(connection);
        if (index.Database.Path is null)
            throw new NotSupportedException($"The index '{index.Definition.Name}' belongs to a database in memory and is rebuilt with it.");
        RefuseExclusive(index, connection);
        LabelTheRest(index, connection, cancellationToken);
        index.Indexer.Rebuild(progress, cancellationToken);
        return true;
    }, cancellationToken);

    public Task<VectorIndexVerification> VerifyAsync(CancellationToken cancellationToken = default)
        => WithIndex((index, connection) => Verification.Run(index, connection, cancellationToken), cancellationToken);

    // Rows that no trigger told of, because SQL called their key by another name than the column's.
    private static void LabelTheRest(LiveIndex index, SqliteConnection connection, CancellationToken cancellationToken)
    {
        using var rows = new VisibleRows(connection, index.Definition);
        if (!index.Database.IsWritable || rows.CountUnlabelled() == 0)
            return;
        cancellationToken.ThrowIfCancellationRequested();
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = index.Definition.Sql.NumberOn + index.Definition.Sql.Backfill;
        command.ExecuteNonQuery();
        transaction.Commit();
    }

    // The indexer commits on a connection of its own, and would wait for this one's transaction for ever, whoever began it.
    private static void RefuseInTransaction(SqliteConnection connection)
    {
        if (raw.sqlite3_get_autocommit(connection.Handle) == 0)
            throw new InvalidOperationException("An index can be flushed or rebuilt only outside a transaction: commit or roll back first.");
    }

    // The same for a lock that this one does not let go of. SQLite says so of every database in memory, too.
    private static void RefuseExclusive(LiveIndex index, SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA main.locking_mode";
        if (command.ExecuteScalar() is "exclusive")
        {
            throw new InvalidOperationException(
                $"The index '{index.Definition.Name}' cannot be flushed or rebuilt: this connection has the database for itself by 'PRAGMA locking_mode = EXCLUSIVE', and an index reads it over another one. Open the database in NORMAL mode; searches compare every row until then.");
        }
    }

    private static bool HasLedger(LiveIndex index, SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name = @ledger COLLATE NOCASE";
        command.Parameters.AddWithValue("@ledger", index.Definition.Ledger);
        return command.ExecuteScalar() is not 0L;
    }

    private async Task<T> WithIndex<T>(Func<LiveIndex, SqliteConnection, T> action, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var (index, connection) = (attach(), SqliteVectorConnection.Of(context));
            try
            {
                return await Task.Run(() => action(index, connection), cancellationToken).ConfigureAwait(false);
            }
            catch (SqliteException e) when (e.SqliteErrorCode == raw.SQLITE_ERROR && !HasLedger(index, connection))
            {
                throw MissingIndex.Error(index.Definition.Name, e);
            }
        }
        finally
        {
            await context.Database.CloseConnectionAsync().ConfigureAwait(false);
        }
    }
}
