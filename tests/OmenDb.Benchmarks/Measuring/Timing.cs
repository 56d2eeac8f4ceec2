namespace OmenDb.Benchmarks.Measuring;

/// <summary>How fast queries were answered, and how long one took in the middle and in the worst case but one in a hundred.</summary>
internal sealed record Timing(double QueriesPerSecond, double MedianMicroseconds, double P99Microseconds);
