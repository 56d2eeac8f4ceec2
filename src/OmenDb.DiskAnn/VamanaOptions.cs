namespace OmenDb.DiskAnn;

/// <summary>What a new <see cref="VamanaIndex"/> is made for. The defaults need no tuning.</summary>
public sealed record VamanaOptions
{
    internal const int MaxDimensions = 16_000;
    internal const int LargestDegree = 1024;
    internal const int LargestListSize = 65_536;
    internal const int MostThreads = 1024;

    // Measured on clustered, image and text vectors: see DESIGN.md.
    private const int DefaultMaxDegree = 48;
    private const int DefaultBuildListSize = 100;

    /// <summary>Elements per vector, 1 to 16,000.</summary>
    public required int Dimensions { get; init; }

    /// <summary>The distance that vectors are compared by.</summary>
    public DistanceMetric Metric { get; init; } = DistanceMetric.Cosine;

    /// <summary>What is kept of each vector.</summary>
    public IndexStorage Storage { get; init; }

    /// <summary>The recall@10 that the index calibrates its search list size for, above 0 and at most 1.</summary>
    public double TargetRecall { get; init; } = 0.98;

    /// <summary>Neighbours per node at most (R in the paper), up to 1,024; 0 lets the index choose.</summary>
    public int MaxDegree { get; init; }

    /// <summary>Search list size while building (L in the paper), up to 65,536; 0 lets the index choose.</summary>
    public int BuildListSize { get; init; }

    /// <summary>
    /// The pruning factor of RobustPrune, at least 1: larger prefers many directions over near neighbours. 1 was best on all measured sets,
    /// because slots that pruning leaves free are filled anyway.
    /// </summary>
    public float Alpha { get; init; } = 1f;

    /// <summary>Threads that a batch is built with, up to 1,024; 0 for one per processor. The index is the same with any number of them.</summary>
    public int Threads { get; init; }

    /// <summary>Seed of every random choice.</summary>
    public int Seed { get; init; }

    /// <summary>Checks every option and decides those that were left open.</summary>
    internal VamanaOptions Resolve()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Dimensions, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Dimensions, MaxDimensions);
        if (!Enum.IsDefined(Metric))
            throw new ArgumentOutOfRangeException(nameof(Metric), Metric, "No such metric.");
        if (!Enum.IsDefined(Storage))
            throw new ArgumentOutOfRangeException(nameof(Storage), Storage, "No such storage.");
        CheckRecall(TargetRecall, nameof(TargetRecall));
        ArgumentOutOfRangeException.ThrowIfNegative(MaxDegree);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxDegree, LargestDegree);
        ArgumentOutOfRangeException.ThrowIfNegative(BuildListSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(BuildListSize, LargestListSize);
        if (!(Alpha >= 1 && float.IsFinite(Alpha)))
            throw new ArgumentOutOfRangeException(nameof(Alpha), Alpha, "Alpha must be finite and at least 1.");
        ArgumentOutOfRangeException.ThrowIfNegative(Threads);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Threads, MostThreads);
        return this with
        {
            MaxDegree = MaxDegree == 0 ? DefaultMaxDegree : MaxDegree,
            BuildListSize = BuildListSize == 0 ? DefaultBuildListSize : BuildListSize,
            Threads = Threads == 0 ? Math.Min(Environment.ProcessorCount, MostThreads) : Threads,
        };
    }

    internal static void CheckRecall(double recall, string name)
    {
        if (!(recall > 0 && recall <= 1))
            throw new ArgumentOutOfRangeException(name, recall, "The target recall must be above 0 and at most 1.");
    }
}
