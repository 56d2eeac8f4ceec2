using System.Diagnostics;

namespace OmenDb.Benchmarks.Measuring;

/// <summary>What a series of searches gave: how right, how fast, and the fewest rows that any of them returned.</summary>
internal sealed record SearchRun(double Recall, double MedianMilliseconds, double P99Milliseconds, int FewestRows, int Expected)
{
    private const int WarmUp = 20;

    public bool IsComplete => FewestRows == Expected;

    /// <param name="queries">The queries, one after the other on one thread.</param>
    /// <param name="truth">Their true answers.</param>
    /// <param name="search">Returns row numbers.</param>
    public static SearchRun Measure(float[][] queries, Truth truth, Func<float[], List<int>> search)
    {
        for (var q = 0; q < WarmUp; q++)
            search(queries[q % queries.Length]);

        var times = new double[queries.Length];
        long right = 0;
        var fewest = int.MaxValue;
        for (var q = 0; q < queries.Length; q++)
        {
            var start = Stopwatch.GetTimestamp();
            var rows = search(queries[q]);
            times[q] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            fewest = Math.Min(fewest, rows.Count);
            right += truth.CountRight(q, queries[q], rows);
        }

        var recall = truth.Expected == 0 ? 1 : (double)right / (truth.Expected * queries.Length);
        return new SearchRun(recall, Samples.Median(times), Samples.Percentile(times, 0.99), fewest, truth.Expected);
    }
}
