using System.Diagnostics;
using OmenDb.Benchmarks.Machine;
using OmenDb.Benchmarks.Measuring;
using OmenDb.Benchmarks.Vectors;
using OmenDb.DiskAnn;
using OmenDb.EFCore;

namespace OmenDb.Benchmarks.Engines;

/// <summary>A saved index of generated vectors, opened and searched.</summary>
/// <param name="vectors">The vectors.</param>
/// <param name="path">Its file.</param>
/// <param name="queryCount">Queries that are asked in turn: those of one turn should not leave what they read in memory for the next where memory is short.</param>
internal sealed class SavedIndex(ClusteredVectors vectors, string path, int queryCount)
{
    public const double EqualRecall = 0.95;

    private const int K = Workload.K;
    private const int JudgedCount = 200;
    private const int ColdStarts = 3;

    public static readonly int[] SearchLists = [10, 16, 24, 36, 54, 80, 120, 180, 270, 400, 600, 900];

    private readonly float[][] _queries = vectors.Queries(queryCount);

    /// <param name="duration">How long each measurement lasts.</param>
    /// <param name="atEqualRecall">Whether the list for <see cref="EqualRecall"/> is looked for.</param>
    public GeneratedSearch Measure(TimeSpan duration, bool atEqualRecall)
    {
        Compile();
        var opens = new List<double>();
        var firsts = new List<double>();
        var faults = new List<double>();
        for (var start = 0; start < ColdStarts && PageCache.Drop(path); start++)
        {
            var (cold, opened) = Open();
            using var _ = cold;
            var before = ProcessMemory.MajorFaults();
            var clock = Stopwatch.StartNew();
            cold.Search(_queries[start], new Neighbor[K]);
            firsts.Add(clock.Elapsed.TotalMilliseconds);
            faults.Add((ProcessMemory.MajorFaults() - before)!.Value); // pages are dropped on Linux only, where faults are known
            opens.Add(opened);
            Console.Error.WriteLine($"opened in {opened:F1} ms, first query {firsts[^1]:F1} ms, {faults[^1]} pages read");
        }

        var (index, warm) = Open();
        using (index)
        {
            float[][] judged = [.. _queries.Where((_, number) => number % (queryCount / JudgedCount) == 0)];
            var truth = Truth.Of(vectors, VectorMetric.Euclidean, judged, K);
            double Recall(int list) => truth.Recall(judged, Answer(index, judged, list));
            var calibrated = Point(index, 0, Recall(0), duration);
            var shortest = !atEqualRecall ? null : ShortestList.Find(SearchLists.Select(list => (list, Recall(list))), EqualRecall, Recall);
            return new GeneratedSearch
            {
                ColdOpenMilliseconds = Median(opens),
                FirstQueryMilliseconds = Median(firsts),
                FirstQueryFaults = Median(faults),
                WarmOpenMilliseconds = warm,
                Calibrated = calibrated with { SearchList = index.GetStatistics().SearchListSize },
                AtEqualRecall = shortest is var (list, recall) ? Point(index, list, recall, duration) : null,
                OwnBytes = ProcessMemory.Own(),
                FileBytes = ProcessMemory.Files(),
            };
        }
    }

    /// <summary>A cold start is that of the file: the code is compiled on a small index before.</summary>
    private void Compile()
    {
        var small = path + ".small";
        using var delete = new Cleanup(() => File.Delete(small));
        GeneratedIndex.Build(new ClusteredVectors(2_000, vectors.Dimensions), small);
        using var index = VamanaIndex.Open(small);
        Time(index, 0, 1, TimeSpan.FromSeconds(2));
    }

    private (VamanaIndex Index, double Milliseconds) Open()
    {
        var clock = Stopwatch.StartNew();
        var index = VamanaIndex.Open(path);
        return (index, clock.Elapsed.TotalMilliseconds);
    }

    private SearchPoint Point(VamanaIndex index, int list, double recall, TimeSpan duration)
    {
        Time(index, list, 1, duration); // brings the pages in
        var before = ProcessMemory.MajorFaults();
        var one = Time(index, list, 1, duration);
        var faults = (ProcessMemory.MajorFaults() - before) / (one.QueriesPerSecond * duration.TotalSeconds);
        Console.Error.WriteLine($"recall {recall:F4}, {one.QueriesPerSecond:N0} queries/s, {Figures.Number(faults, 2)} pages read for each");
        var (hops, scored) = Work(index, list);
        return new SearchPoint(list, recall, one, Time(index, list, Environment.ProcessorCount, duration), hops, scored, faults);
    }

    /// <summary>What a query takes whatever the machine, on average.</summary>
    private (double Hops, double Scored) Work(VamanaIndex index, int list)
    {
        double hops = 0, scored = 0;
        var found = new Neighbor[K];
        foreach (var query in _queries)
        {
            using var stream = index.Stream(query, new SearchOptions { SearchListSize = list, Expected = K });
            stream.Read(found);
            hops += stream.Scratch.Hops;
            scored += stream.Scratch.Scored;
        }

        return (hops / _queries.Length, scored / _queries.Length);
    }

    private Timing Time(VamanaIndex index, int list, int threads, TimeSpan duration)
        => QueryLoop.Run(_queries.Length, threads, duration, () =>
        {
            var found = new Neighbor[K];
            return query => index.Search(_queries[query], found, new SearchOptions { SearchListSize = list });
        });

    private static double? Median(List<double> values) => values.Count == 0 ? null : Samples.Median(values);

    private static int[][] Answer(VamanaIndex index, float[][] queries, int list)
    {
        var found = new Neighbor[K];
        return Array.ConvertAll(queries, query =>
        {
            var count = index.Search(query, found, new SearchOptions { SearchListSize = list });
            return Array.ConvertAll(found[..count], neighbor => (int)neighbor.Label);
        });
    }
}
