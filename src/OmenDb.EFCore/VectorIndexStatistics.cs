namespace OmenDb.EFCore;

/// <summary>What a vector index holds and how well it searches.</summary>
public sealed record VectorIndexStatistics
{
    /// <summary>The index's name: the table and the column, such as <c>Articles.Embedding</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Elements per vector.</summary>
    public required int Dimensions { get; init; }

    /// <summary>The distance that the index orders by.</summary>
    public required VectorMetric Metric { get; init; }

    /// <summary>What the index's file holds. Always <see cref="VectorIndexStorage.Full"/> on PostgreSQL, whose index is the server's own.</summary>
    public VectorIndexStorage Storage { get; init; }

    /// <summary>Rows that have a vector.</summary>
    public required long Rows { get; init; }

    /// <summary>Vectors in the graph, those of changed or deleted rows included until the next rebuild.</summary>
    public required long Indexed { get; init; }

    /// <summary>Rows not in the graph yet: found all the same, by an exact scan. Those that are being added count until all of their batch are in it.</summary>
    public required long Pending { get; init; }

    /// <summary>Rows whose vector cannot be searched (wrong length, NaN or infinity, zero under cosine), put there by SQL that the library did not see.</summary>
    public required long Skipped { get; init; }

    /// <summary>Whether the index is being built anew; the old one is searched meanwhile.</summary>
    public required bool IsRebuilding { get; init; }

    /// <summary>The recall@10 that the index is calibrated for; on PostgreSQL, what the model asks of it.</summary>
    public required double TargetRecall { get; init; }

    /// <summary>The recall@10 measured at the last calibration; null before the first, and on PostgreSQL.</summary>
    public double? MeasuredRecall { get; init; }

    /// <summary>Candidates kept while searching, as calibrated for k = 10.</summary>
    public required int SearchListSize { get; init; }

    /// <summary>Bytes of memory that the index takes, mapped pages of its file included.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>Bytes of the index's file; 0 if there is none yet.</summary>
    public required long FileBytes { get; init; }

    /// <summary>When the index's file was written; null if there is none yet. Rows that came later are indexed again from the database after a start.</summary>
    public DateTimeOffset? FileWrittenAt { get; init; }
}
