namespace OmenDb.Benchmarks.Comparing;

/// <summary>How much is measured.</summary>
/// <param name="Pairs">Alternating pairs of ours and a peer at each recall.</param>
/// <param name="Duration">How long one measurement lasts.</param>
internal sealed record ComparisonPlan(int Pairs, TimeSpan Duration)
{
    /// <summary>The recalls that engines are compared at.</summary>
    public IReadOnlyList<double> Targets { get; } = [0.95, 0.99];

    /// <summary>Recall beyond which the curve is of no interest.</summary>
    public double HighestRecall { get; } = 0.999;

    /// <summary>A curve ends when this many points in a row gain less than <see cref="SmallestGain"/>: some engines never find the rest.</summary>
    public int StalledPoints { get; } = 2;

    public double SmallestGain { get; } = 0.0003;

    /// <summary>Search lists of the curve.</summary>
    public IReadOnlyList<int> SearchLists { get; } = [10, 14, 20, 28, 40, 56, 80, 112, 160, 224, 320, 448, 640, 896, 1280];
}
