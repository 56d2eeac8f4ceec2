using System.Diagnostics;

namespace OmenDb.Benchmarks.Measuring;

/// <summary>Runs several query shapes in turn, so that a noisy machine is noisy for all of them.</summary>
internal static class Interleaved
{
    private const int WarmUpRounds = 500;

    /// <param name="shapes">What to run.</param>
    /// <param name="queries">How many different queries there are.</param>
    /// <param name="rounds">How often each shape runs.</param>
    public static void Measure(QueryShape[] shapes, int queries, int rounds)
    {
        // No shape runs the query that its predecessor has just pulled into the caches.
        var apart = queries / shapes.Length;
        for (var round = -WarmUpRounds; round < rounds; round++)
        {
            for (var turn = 0; turn < shapes.Length; turn++)
            {
                var number = (turn + Math.Abs(round)) % shapes.Length;
                var query = (Math.Abs(round) + (number * apart)) % queries;
                Measure(shapes[number], query, keep: round >= 0);
            }
        }
    }

    private static void Measure(QueryShape shape, int query, bool keep)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        var rows = shape.Run(query);
        var elapsed = Stopwatch.GetElapsedTime(start);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        shape.CleanUp();
        if (rows != 10)
            throw new InvalidOperationException($"{shape.Name} returned {rows} rows.");
        if (!keep)
            return;
        shape.Times.Add(elapsed.TotalMicroseconds);
        shape.Allocations.Add(allocated);
    }
}
