using System.Diagnostics;

namespace OmenDb.Benchmarks.Measuring;

/// <summary>Asks all queries in turn until the time is over: the loop that native engines run on their side, too.</summary>
internal static class QueryLoop
{
    private const int ExpectedSamples = 1 << 17;

    /// <param name="queries">How many queries there are.</param>
    /// <param name="threads">Each begins at another query.</param>
    /// <param name="duration">When to stop.</param>
    /// <param name="createSearch">Called once on each thread; makes what asks a query by its number.</param>
    public static Timing Run(int queries, int threads, TimeSpan duration, Func<Action<int>> createSearch)
    {
        var times = new List<float>[threads];
        var start = Stopwatch.GetTimestamp();
        var end = start + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var workers = Enumerable.Range(1, threads - 1).Select(thread => new Thread(() => RunThread(thread))).ToList();
        workers.ForEach(worker => worker.Start());
        RunThread(0);
        workers.ForEach(worker => worker.Join());
        var elapsed = Stopwatch.GetElapsedTime(start);

        float[] all = [.. times.SelectMany(part => part)];
        Array.Sort(all);
        return new Timing(all.Length / elapsed.TotalSeconds, all[all.Length / 2], all[(int)(all.Length * 0.99)]);

        void RunThread(int thread)
        {
            var samples = times[thread] = new List<float>(ExpectedSamples);
            var search = createSearch();
            var before = Stopwatch.GetTimestamp();
            for (var query = thread * queries / threads; before < end; query = (query + 1) % queries)
            {
                search(query);
                var after = Stopwatch.GetTimestamp();
                samples.Add((float)Stopwatch.GetElapsedTime(before, after).TotalMicroseconds);
                before = after;
            }
        }
    }
}
