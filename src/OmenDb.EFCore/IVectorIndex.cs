namespace OmenDb.EFCore;

/// <summary>A handle on one vector index of one database: what it holds, and the few things one may ask of it. Nothing here is needed for searches to be right.</summary>
/// <remarks>Made by <c>db.Database.VectorIndex&lt;T&gt;(...)</c>. It uses the context's connection, so one call at a time, as with the context itself.</remarks>
/// <example><code>
/// var index = db.Database.VectorIndex&lt;Article&gt;(a =&gt; a.Embedding);
/// await index.FlushAsync(); // after a large import, before the program ends
/// var statistics = await index.GetStatisticsAsync();
/// Console.WriteLine($"{statistics.Indexed} of {statistics.Rows} rows, recall {statistics.MeasuredRecall:P1}");
/// if (await index.VerifyAsync() is { IsHealthy: false } verification)
///     await index.RebuildAsync(); // verification.Problems says why
/// </code></example>
public interface IVectorIndex
{
    /// <summary>Says what the index holds and how well it searches.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The statistics of this moment, as the context's transaction sees the rows, if it is in one.</returns>
    /// <exception cref="InvalidOperationException">The database has no such vector yet: run <c>EnsureCreated</c> or <c>Migrate</c>.</exception>
    Task<VectorIndexStatistics> GetStatisticsAsync(CancellationToken cancellationToken = default);

    /// <summary>Waits until every row committed so far is in the index, then writes the index's file, so that the next process need not read those rows again.</summary>
    /// <remarks>
    /// Rows are durable with their commit, and searches are right, whether there is a file or not. Where it cannot be written (no space, or the database is locked for longer than a command waits), the index goes on in
    /// memory and <see cref="Diagnostics.OmenDbEventId.SnapshotFailed"/> says why. Where a fifth of the index are rows that were changed or deleted, it is built anew, which takes as long as the first time. Where another process writes the files, or the database is open for reading only, none is written. On PostgreSQL there is nothing to do.
    /// </remarks>
    /// <param name="cancellationToken">Stops; what was indexed so far stays.</param>
    /// <exception cref="InvalidOperationException">The context is in a transaction; or, on SQLite, its connection has the database for itself (<c>PRAGMA locking_mode = EXCLUSIVE</c>), or the database has no such vector yet.</exception>
    Task FlushAsync(CancellationToken cancellationToken = default);

    /// <summary>Builds the index anew from the rows in the database; searches go on meanwhile.</summary>
    /// <param name="progress">Told how many rows were indexed so far.</param>
    /// <param name="cancellationToken">Abandons the rebuild; the index stays as it was.</param>
    /// <exception cref="InvalidOperationException">The context is in a transaction; or, on SQLite, its connection has the database for itself (<c>PRAGMA locking_mode = EXCLUSIVE</c>); or the database has no such vector yet or, on PostgreSQL, no such index.</exception>
    /// <exception cref="IOException">Another process owns the index's files, or they cannot be written, or the database is open for reading only. The index stays as it was.</exception>
    /// <exception cref="NotSupportedException">The database is in memory (SQLite).</exception>
    Task RebuildAsync(IProgress<long>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>Compares the index with the rows in the database. Changes nothing.</summary>
    /// <remarks>Reads every row; on PostgreSQL, a sample.</remarks>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many rows were compared, and what is wrong, in sentences.</returns>
    /// <exception cref="InvalidOperationException">The database has no such vector yet: run <c>EnsureCreated</c> or <c>Migrate</c>.</exception>
    Task<VectorIndexVerification> VerifyAsync(CancellationToken cancellationToken = default);
}
