using OmenDb.Benchmarks.Measuring;

namespace OmenDb.Benchmarks.Comparing;

/// <summary>One way to ask through SQL: its recall and alternating measurements of its speed.</summary>
internal sealed record SqlResult(string Name, double Recall, IReadOnlyList<Timing> Timings)
{
    public double QueriesPerSecond => Samples.Median([.. Timings.Select(timing => timing.QueriesPerSecond)]);

    public double MedianMicroseconds => Samples.Median([.. Timings.Select(timing => timing.MedianMicroseconds)]);

    public double P99Microseconds => Samples.Median([.. Timings.Select(timing => timing.P99Microseconds)]);

    /// <summary>How much faster than another that took turns with it.</summary>
    public double RatioTo(SqlResult other) => Samples.Median([.. Timings.Zip(other.Timings, (mine, its) => mine.QueriesPerSecond / its.QueriesPerSecond)]);
}
