namespace OmenDb.Benchmarks.Engines;

/// <summary>What searches in a saved index cost, in a process that did not build it.</summary>
internal sealed record GeneratedSearch
{
    /// <summary>Opening the file when none of it is in memory; null where it cannot be driven out.</summary>
    public required double? ColdOpenMilliseconds { get; init; }

    /// <summary>The first query after that.</summary>
    public required double? FirstQueryMilliseconds { get; init; }

    /// <summary>Pages that the first query took from the disk.</summary>
    public required double? FirstQueryFaults { get; init; }

    /// <summary>Opening the file when it has just been used.</summary>
    public required double WarmOpenMilliseconds { get; init; }

    /// <summary>With the search list that the index chose.</summary>
    public required SearchPoint Calibrated { get; init; }

    /// <summary>With the shortest list that reaches the recall at which sizes are compared.</summary>
    public required SearchPoint? AtEqualRecall { get; init; }

    /// <summary>The process's own memory at the end; null where the system does not say.</summary>
    public required long? OwnBytes { get; init; }

    /// <summary>Pages of the file in the process's memory at the end.</summary>
    public required long? FileBytes { get; init; }
}
