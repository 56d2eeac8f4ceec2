namespace OmenDb.EFCore;

/// <summary>A handle on one vector index of one database: what it holds, and the few things one may ask of it. Nothing here is needed for searches to be right.</summary>
public interface IVectorIndex
{
    /// <summary>Says what the index holds and how well it searches.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<VectorIndexStatistics> GetStatisticsAsync(CancellationToken cancellationToken = default);

    /// <summary>Waits until every row committed so far is in the index, then writes the index's file, so that the next process need not read those rows again.</summary>
    /// <remarks>
    /// Rows are durable with their commit, and searches are right, whether there is a file or not. Where it cannot be written (no space, the database locked by somebody for as long as a command waits), the index goes on in
    /// memory and <see cref="Diagnostics.OmenDbEventId.SnapshotFailed"/> says why; where another process writes the files, or the database is open for reading only, none is written.
    /// </remarks>
    /// <param name="cancellationToken">Stops; what was indexed so far stays.</param>
    /// <exception cref="InvalidOperationException">The context is in a transaction.</exception>
    Task FlushAsync(CancellationToken cancellationToken = default);

    /// <summary>Builds the index anew from the rows in the database; searches go on meanwhile.</summary>
    /// <param name="progress">Told how many rows were indexed so far.</param>
    /// <param name="cancellationToken">Abandons the rebuild; the index stays as it was.</param>
    /// <exception cref="InvalidOperationException">The context is in a transaction.</exception>
    /// <exception cref="IOException">Another process owns the index's files, or they cannot be written.</exception>
    Task RebuildAsync(IProgress<long>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>Compares the index with the rows in the database. Changes nothing.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    Task<VectorIndexVerification> VerifyAsync(CancellationToken cancellationToken = default);
}
