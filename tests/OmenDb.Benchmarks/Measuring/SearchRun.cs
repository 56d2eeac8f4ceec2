using System.Diagnostics;

namespace OmenDb.Benchmarks.Measuring;

/// <summary>What a series of searches gave: how right, how fast, and the fewest rows that any of them returned.</summary>
internal sealed record SearchRun(double Recall, double MedianMilliseconds, double P99Milliseconds, double ProcessorMilliseconds, int FewestRows, int Expected)
{
    // What .NET compiles at first is slow. It compiles anew what runs often, when nothing was compiled for a tenth of a second.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    public bool IsComplete => FewestRows == Expected;

    /// <param name="queries">The queries, one after the other on one thread.</param>
    /// <param name="truth">Their true answers.</param>
    /// <param name="search">Returns row numbers.</param>
    public static SearchRun Measure(float[][] queries, Truth truth, Func<float[], List<int>> search)
    {
        var begin = Stopwatch.GetTimestamp();
        for (var q = 0; Stopwatch.GetElapsedTime(begin) < WarmUp; q = (q + 1) % queries.Length)
            search(queries[q]);

        var times = new double[queries.Length];
        var found = new List<int>[queries.Length];
        var processor = Environment.CpuUsage.TotalTime;
        for (var q = 0; q < queries.Length; q++)
        {
            var start = Stopwatch.GetTimestamp();
            found[q] = search(queries[q]);
            times[q] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        // Unlike the clock, it does not count the time that other processes took.
        processor = Environment.CpuUsage.TotalTime - processor;
        var right = Enumerable.Range(0, queries.Length).Sum(q => truth.CountRight(q, queries[q], found[q]));
        var recall = truth.Expected == 0 ? 1 : (double)right / (truth.Expected * queries.Length);
        return new SearchRun(recall, Samples.Median(times), Samples.Percentile(times, 0.99), processor.TotalMilliseconds / queries.Length, found.Min(rows => rows.Count), truth.Expected);
    }
}
