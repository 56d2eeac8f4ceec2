using System.Data;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using OmenDb.EFCore.Infrastructure.Internal;
using OmenDb.EFCore.PostgreSQL.Metadata.Internal;
using OmenDb.EFCore.PostgreSQL.Query.Internal;

namespace OmenDb.EFCore.PostgreSQL.Infrastructure.Internal;

/// <summary>The handle on one index, through one context's connection. The index is PostgreSQL's own: part of every transaction, and never behind.</summary>
internal sealed class PostgresVectorIndex(DbContext context, IProperty vector) : IVectorIndex
{
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly HnswIndex _index = new(context, vector);

    public Task<VectorIndexStatistics> GetStatisticsAsync(CancellationToken cancellationToken = default) => ConnectedAsync(async () =>
    {
        var rows = await ScalarAsync<long>(_index.CountRows, cancellationToken).ConfigureAwait(false);
        var skipped = _index.Metric == VectorMetric.Cosine ? await ScalarAsync<long>(_index.CountZeroVectors, cancellationToken).ConfigureAwait(false) : 0;
        var server = await FindAsync(Connection, cancellationToken).ConfigureAwait(false);
        var indexed = server is { IsValid: true } ? rows - skipped : 0;
        return new VectorIndexStatistics
        {
            Name = _index.Name,
            Dimensions = _index.Dimensions,
            Metric = _index.Metric,
            Rows = rows,
            Indexed = indexed,
            Pending = rows - skipped - indexed,
            Skipped = skipped,
            IsRebuilding = server is { IsBeingBuilt: true },
            TargetRecall = _index.TargetRecall,
            SearchListSize = SearchSettings.SearchListSize,
            MemoryBytes = 0,
            FileBytes = server?.Bytes ?? 0,
        };
    }, cancellationToken);

    /// <summary>Nothing to wait for: a committed row is in the index, and durable.</summary>
    public Task FlushAsync(CancellationToken cancellationToken = default)
    {
        RefuseInTransaction();
        return Task.CompletedTask;
    }

    public Task RebuildAsync(IProgress<long>? progress = null, CancellationToken cancellationToken = default) => ConnectedAsync(async () =>
    {
        RefuseInTransaction();
        var server = await FindAsync(Connection, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"'{_index.Name}' has no hnsw index ({_index.OperatorClass}) in the database. Create it by a migration, or EnsureCreated.");
        await using var command = new NpgsqlCommand($"REINDEX INDEX CONCURRENTLY {server.Name}", Connection) { CommandTimeout = 0 };
        await DropRemainsAsync(cancellationToken).ConfigureAwait(false);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reporting = progress is null ? Task.CompletedTask : ReportAsync(progress, done.Token);
        try
        {
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await TryDropRemainsAsync().ConfigureAwait(false);
            throw;
        }
        finally
        {
            await done.CancelAsync().ConfigureAwait(false);
            await reporting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // the caller is to hear what became of the rebuild
        }

        await reporting.ConfigureAwait(false); // or what the application's progress threw
        progress?.Report(await ScalarAsync<long>(_index.CountRows, cancellationToken).ConfigureAwait(false));
        return true;
    }, cancellationToken);

    /// <summary>Looks whether the index is there and whole, and compares what it finds for a sample of the rows with what a scan finds.</summary>
    public Task<VectorIndexVerification> VerifyAsync(CancellationToken cancellationToken = default) => ConnectedAsync(async () =>
    {
        var rows = await ScalarAsync<long>(_index.CountRows, cancellationToken).ConfigureAwait(false);
        if (await FindAsync(Connection, cancellationToken).ConfigureAwait(false) is not { } server)
            return new VectorIndexVerification(rows, 0, [$"'{_index.Name}' has no hnsw index ({_index.OperatorClass}) in the database. Searches compare every row."]);
        if (!server.IsValid)
            return new VectorIndexVerification(rows, 0, [$"{server.Name} is not valid: a build of it failed. Rebuild it. Searches compare every row."]);
        var least = _index.TargetRecall - 0.05;
        var recall = await MeasureRecallAsync(SearchSettings.SearchListSize, cancellationToken).ConfigureAwait(false);
        if (recall >= least)
            return new VectorIndexVerification(rows, rows, []);
        var most = await MeasureRecallAsync(SearchSettings.LongestList, cancellationToken).ConfigureAwait(false);
        return new VectorIndexVerification(rows, rows, [string.Create(CultureInfo.InvariantCulture, $"{server.Name} finds {recall:P1} of the ten nearest rows. ") + (most < least
            ? "Rebuild it."
            : string.Create(CultureInfo.InvariantCulture, $"It is sound: among {SearchSettings.LongestList:N0} candidates instead of {SearchSettings.SearchListSize} it finds {most:P1}, and a rebuild changes nothing. Give it more edges (HasIndex(...).HasStorageParameter(\"m\", 32)), or declare the recall that is enough (HasTargetRecall)."))]);
    }, cancellationToken);

    private NpgsqlConnection Connection => (NpgsqlConnection)context.Database.GetDbConnection();

    private async Task DropRemainsAsync(CancellationToken cancellationToken)
    {
        foreach (var name in await TextsAsync(HnswIndex.Remains, cancellationToken, _index.Table, _index.Column, _index.OperatorClass).ConfigureAwait(false))
            await ExecuteAsync($"DROP INDEX CONCURRENTLY IF EXISTS {name}", cancellationToken).ConfigureAwait(false);
    }

    // Tries only: the caller is to hear what made the rebuild end. The connection may be broken, or others may hold the table for long.
    private async Task TryDropRemainsAsync()
    {
        if (Connection.State != ConnectionState.Open)
            return;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await DropRemainsAsync(patience.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is NpgsqlException or OperationCanceledException)
        {
            // The next rebuild drops them.
        }
    }

    private async Task<double> MeasureRecallAsync(int candidates, CancellationToken cancellationToken)
    {
        using var settings = BatchTransaction.Begin(context); // never committed: the planner's settings end with it
        var (found, wanted) = (0L, 0L);
        foreach (var sample in await TextsAsync(_index.SampleVectors, cancellationToken).ConfigureAwait(false))
        {
            await ExecuteAsync("SET LOCAL enable_seqscan = on; SET LOCAL enable_indexscan = off", cancellationToken).ConfigureAwait(false);
            var tenth = await ScalarAsync<double>(_index.TenthDistance, cancellationToken, sample).ConfigureAwait(false);
            wanted += await ScalarAsync<long>(_index.CountWithin, cancellationToken, sample, tenth).ConfigureAwait(false);
            await ExecuteAsync("SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = on; " + SearchSettings.StatementBy(candidates), cancellationToken).ConfigureAwait(false);
            found += await ScalarAsync<long>(_index.CountWithin, cancellationToken, sample, tenth).ConfigureAwait(false);
        }

        return wanted == 0 ? 1 : (double)found / wanted;
    }

    private async Task<List<string>> TextsAsync(string sql, CancellationToken cancellationToken, params object[] arguments)
    {
        await using var command = Command(sql, arguments);
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            var texts = new List<string>();
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                texts.Add(reader.GetString(0));
            return texts;
        }
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(sql);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    // On a connection of its own, since the context's is busy building.
    private async Task ReportAsync(IProgress<long> progress, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = ((ICloneable)Connection).Clone() as NpgsqlConnection;
            await connection!.OpenAsync(cancellationToken).ConfigureAwait(false);
            using var timer = new PeriodicTimer(ProgressInterval);
            var reported = 0L; // what comes behind the build, when the old index goes, counts from nothing again
            while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
            {
                if (await FindAsync(connection, cancellationToken).ConfigureAwait(false) is { IsBeingBuilt: true, RowsBuilt: var rows } && rows > reported)
                    progress.Report(reported = rows);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The build has ended.
        }
        catch (NpgsqlException)
        {
            // No connection for it, or it broke: the build goes on unreported.
        }
    }

    private async Task<ServerIndex?> FindAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(HnswIndex.Find, connection)
        {
            Parameters = { new() { Value = _index.Table }, new() { Value = _index.Column }, new() { Value = _index.OperatorClass } },
            Transaction = (NpgsqlTransaction?)context.Database.CurrentTransaction?.GetDbTransaction(),
        };
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            return await reader.ReadAsync(cancellationToken).ConfigureAwait(false)
                ? new ServerIndex(reader.GetString(0), reader.GetBoolean(1), reader.GetInt64(2), reader.GetBoolean(3), reader.GetInt64(4))
                : null;
        }
    }

    private async Task<T> ScalarAsync<T>(string sql, CancellationToken cancellationToken, params object[] arguments)
    {
        await using var command = Command(sql, arguments);
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is T value ? value : default!;
    }

    private NpgsqlCommand Command(string sql, params object[] arguments)
    {
        var command = new NpgsqlCommand(sql, Connection, (NpgsqlTransaction?)context.Database.CurrentTransaction?.GetDbTransaction()) { CommandTimeout = context.Database.GetCommandTimeout() ?? 0 };
        foreach (var argument in arguments)
            command.Parameters.Add(new NpgsqlParameter { Value = argument });
        return command;
    }

    private void RefuseInTransaction()
    {
        if (context.Database.CurrentTransaction is not null)
            throw new InvalidOperationException("An index can be flushed or rebuilt only outside a transaction: commit or roll back first.");
    }

    private async Task<T> ConnectedAsync<T>(Func<Task<T>> action, CancellationToken cancellationToken)
    {
        try
        {
            await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return await action().ConfigureAwait(false);
            }
            finally
            {
                await context.Database.CloseConnectionAsync().ConfigureAwait(false);
            }
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InvalidSchemaName or PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn)
        {
            throw MissingIndex.Error(_index.Name, e);
        }
    }
}
