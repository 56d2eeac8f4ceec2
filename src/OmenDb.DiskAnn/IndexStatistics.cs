namespace OmenDb.DiskAnn;

/// <summary>What an index holds and how well it searches.</summary>
/// <param name="Count">Live vectors.</param>
/// <param name="Removed">Vectors removed but still part of the graph.</param>
/// <param name="Dimensions">Elements per vector.</param>
/// <param name="Metric">The distance that vectors are compared by.</param>
/// <param name="MaxDegree">Neighbours per node at most.</param>
/// <param name="SearchListSize">The calibrated search list size at k = 10, in candidates.</param>
/// <param name="TargetRecall">The recall@10 that was asked for.</param>
/// <param name="MeasuredRecall">The recall@10 measured at the last calibration, from 0 to 1, or NaN before the first one.</param>
/// <param name="Top1">The same for k = 1.</param>
/// <param name="Top100">The same for k = 100.</param>
/// <param name="MemoryBytes">Bytes of memory that vectors and graph take, mapped pages included.</param>
/// <param name="ResidentBytes">Bytes of these that walks need in memory: codes (or rows, where these are walked), edges and labels. Of the vectors, a search reads those of its finalists.</param>
public sealed record IndexStatistics(
    long Count,
    long Removed,
    int Dimensions,
    DistanceMetric Metric,
    int MaxDegree,
    int SearchListSize,
    double TargetRecall,
    double MeasuredRecall,
    CalibratedSearch Top1,
    CalibratedSearch Top100,
    long MemoryBytes,
    long ResidentBytes);
