namespace OmenDb.Benchmarks.Commands;

/// <summary>What one size gave; a child process hands it to its parent as JSON.</summary>
internal sealed record ScaleResult
{
    public required int Rows { get; init; }

    public required int Dimensions { get; init; }

    public required double InsertSeconds { get; init; }

    public required double IndexSeconds { get; init; }

    public required double IndexProcessorSeconds { get; init; }

    /// <summary>The most memory used while inserting and indexing, beyond that of a process which has done both on a few rows.</summary>
    public required long PeakGrowthBytes { get; init; }

    /// <summary>The same while inserting alone.</summary>
    public required long InsertGrowthBytes { get; init; }

    public required long PeakHeapBytes { get; init; }

    /// <summary>What the index says it takes.</summary>
    public required long IndexBytes { get; init; }

    public required double Recall { get; init; }

    public required double MedianMilliseconds { get; init; }

    public required double ProcessorMilliseconds { get; init; }

    public required bool IsComplete { get; init; }

    public double BytesPerVector => (double)PeakGrowthBytes / Rows;

    public double RatioToVector => BytesPerVector / (Dimensions * sizeof(float));
}
