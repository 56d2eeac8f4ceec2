using Microsoft.Extensions.Logging;

namespace OmenDb.EFCore.Diagnostics;

/// <summary>Event ids of the messages that the vector extension logs, for use with <c>ConfigureWarnings</c> and log filters.</summary>
/// <example><code>
/// options.ConfigureWarnings(w =&gt; w.Throw(OmenDbEventId.VectorSearchWithoutIndex)); // in tests: no search may compare every row
/// </code></example>
public static class OmenDbEventId
{
    private const int Base = 36_000;

    /// <summary>A search compares every row, because the property has no vector index.</summary>
    public static readonly EventId VectorSearchWithoutIndex = new(Base, "OmenDb.VectorSearchWithoutIndex");

    /// <summary>An index file was missing, could not be read, or was damaged or foreign and set aside: the index is built anew from the database.</summary>
    public static readonly EventId SnapshotRejected = new(Base + 1, "OmenDb.SnapshotRejected");

    /// <summary>An index file could not be written; the index goes on in memory, and writing is tried again later.</summary>
    public static readonly EventId SnapshotFailed = new(Base + 2, "OmenDb.SnapshotFailed");

    /// <summary>The triggers that tell the index of changes were missing from the database, or of an earlier version, and were created again.</summary>
    public static readonly EventId TriggersRepaired = new(Base + 3, "OmenDb.TriggersRepaired");

    /// <summary>A row's vector cannot be searched: wrong length, NaN or infinity, or zero under cosine.</summary>
    public static readonly EventId VectorSkipped = new(Base + 4, "OmenDb.VectorSkipped");

    /// <summary>
    /// Indexing in the background failed; it is tried again with the next change, and told once until it works again. Searches stay right. Or triggers are missing from a database that is read-only: rows that were changed without them are not found.
    /// </summary>
    public static readonly EventId IndexingFailed = new(Base + 5, "OmenDb.IndexingFailed");

    /// <summary>A vector index of an earlier version says nothing of its vectors: scaffolding gives the column back as <c>byte[]</c>.</summary>
    public static readonly EventId VectorIndexNotScaffolded = new(Base + 6, "OmenDb.VectorIndexNotScaffolded");
}
