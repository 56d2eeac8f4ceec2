namespace OmenDb.Benchmarks.Comparing;

/// <summary>Everything measured on one set; ours is the first of the engines.</summary>
internal sealed record ComparisonResult(string Set, int Rows, int Dimensions, IReadOnlyList<EngineResult> Engines, IReadOnlyList<PairResult> Pairs);
