namespace OmenDb.DiskAnn;

/// <summary>What a new <see cref="VamanaIndex"/> is made for. The defaults need no tuning.</summary>
public sealed record VamanaOptions
{
    /// <summary>Elements per vector, 1 to 16,000.</summary>
    public required int Dimensions { get; init; }

    /// <summary>The distance that vectors are compared by.</summary>
    public DistanceMetric Metric { get; init; } = DistanceMetric.Cosine;

    /// <summary>The recall@10 that the index calibrates its search list size for, above 0 and at most 1.</summary>
    public double TargetRecall { get; init; } = 0.98;

    /// <summary>Neighbours per node at most (R in the paper); 0 lets the index choose.</summary>
    public int MaxDegree { get; init; }

    /// <summary>Search list size while building (L in the paper); 0 lets the index choose.</summary>
    public int BuildListSize { get; init; }

    /// <summary>The pruning factor of RobustPrune, at least 1: larger keeps more long edges.</summary>
    public float Alpha { get; init; } = 1.2f;

    /// <summary>Threads that a batch is built with; 0 for one per processor. 1 makes the build deterministic.</summary>
    public int Threads { get; init; }

    /// <summary>Seed of every random choice.</summary>
    public int Seed { get; init; }
}
