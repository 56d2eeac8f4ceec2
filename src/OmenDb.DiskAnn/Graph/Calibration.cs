using OmenDb.DiskAnn.Distance;

namespace OmenDb.DiskAnn.Graph;

/// <summary>
/// Measures the graph's recall at 1, 10 and 100 against an exact scan and chooses the smallest search lists that reach the target. The queries are stored vectors, which would be
/// too easy, since edges lead from each to its neighbours: so a walk does not see the node whose vector it looks for (leave-one-out). But a vector may also be too hard to find: where some are among the nearest of
/// no other, their neighbours are found and they are not. So the nearest one is looked for among all, too.
/// </summary>
internal sealed class Calibration
{
    /// <summary>The longest list that is tried for a walk.</summary>
    public const int LongestList = 2048;

    // Where it is too short, all nodes are scanned if that takes as long as one and a half such walks at most: 75 codes or rows take as long as 0.7 to 1.5 of its hops there.
    private const int MostScanned = 75 * LongestList;

    private const int FewestQueries = 160;
    private const int MostQueries = 400;

    // Rows that the exact scans go through together: a smaller graph is measured with more queries in the same time.
    private const int ScannedRows = 40_000_000;

    private const int LargestK = 100;
    private const int BlockNodes = 256;

    // The recall of a sample may be lucky, so a quarter of what is missing to 1 is asked for on top of the target.
    private const double Margin = 0.25;

    // A query is unlike the sample if its nearest is further than that of each of the sample by so much.
    private const float Beyond = 0.25f;

    // Each a tenth to a fifth longer than the one before.
    private static readonly int[] ListSizes =
    [
        8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 26, 28, 32, 36, 40, 44, 48, 56, 64, 72, 80, 88, 96, 112, 128, 144, 160, 176, 192, 224, 256, 288, 320, 352, 384, 448, 512, 576, 640, 704, 768, 896,
        1024, 1152, 1280, 1536, 1792, LongestList,
    ];

    private readonly VectorGraph _graph;
    private readonly Workers _workers;
    private readonly double _wanted;
    private readonly int[] _listSizes;
    private readonly int[] _nodes;
    private readonly float[][] _queries;
    private readonly float[][] _nearest;
    private readonly float[] _nearestOfAll;

    private Calibration(VectorGraph graph, Workers workers, double target)
    {
        _wanted = target + ((1 - target) * Margin);
        _graph = graph;
        _workers = workers;
        var scanning = NearestWalk.ScanningList(graph.NodeCount);
        _listSizes = scanning > LongestList && graph.NodeCount <= MostScanned ? [.. ListSizes, scanning] : ListSizes;
        var random = new Random(~graph.Options.Seed); // other nodes than seeds are
        var count = Math.Min(graph.NodeCount, Math.Clamp(ScannedRows / graph.NodeCount, FewestQueries, MostQueries));
        _nodes = [.. Enumerable.Range(0, count).Select(_ => random.Next(graph.NodeCount))];
        var buffer = new float[graph.Encoder.RowLength];
        _queries = Array.ConvertAll(_nodes, node => graph.Rows.Read(node, buffer)[..graph.Encoder.Dimensions].ToArray());
        _nearest = new float[_queries.Length][];
        _nearestOfAll = new float[_queries.Length];
    }

    /// <summary>Calibrates a graph that nobody writes meanwhile.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="workers">The threads to use.</param>
    /// <param name="target">The recall@10 to reach.</param>
    /// <param name="last">What reached it last; or unknown, so that nothing but the graph decides.</param>
    public static void Run(VectorGraph graph, Workers workers, double target, Calibrated last)
    {
        if (graph.NodeCount == 0)
            return;
        var calibration = new Calibration(graph, workers, target);
        calibration.FindNearest();
        var top1 = calibration.Choose(1, atLeast: 0, last.Top1);
        var top10 = calibration.Choose(10, top1.SearchListSize, last.Top10);
        graph.Calibrated = new Calibrated(graph.NodeCount, top1, top10, calibration.Choose(LargestK, top10.SearchListSize, last.Top100), calibration.Reach());
    }

    // Tries lists from the one chosen last, which is seldom far off: a graph is calibrated whenever it has grown by a tenth.
    private CalibratedSearch Choose(int k, int atLeast, CalibratedSearch last)
    {
        var walks = Enumerable.Range(0, _workers.Count).Select(_ => new NearestWalk(_graph, calibrates: true)).ToArray();
        var shortest = Array.FindIndex(_listSizes, size => size >= Math.Max(k, atLeast));
        var at = double.IsNaN(last.MeasuredRecall) ? shortest : Math.Max(shortest, Array.FindLastIndex(_listSizes, size => size <= last.SearchListSize));
        var chosen = Measure(at);
        if (!IsEnough(chosen))
        {
            while (!IsEnough(chosen) && at < _listSizes.Length - 1)
                chosen = Measure(++at);
            return chosen;
        }

        while (at > shortest && Measure(--at) is var shorter && IsEnough(shorter))
            chosen = shorter;
        return chosen;

        CalibratedSearch Measure(int at) => new(_listSizes[at], Recall(k, _listSizes[at], walks));
        bool IsEnough(CalibratedSearch search) => search.MeasuredRecall >= _wanted || search.SearchListSize >= _graph.NodeCount;
    }

    private float Reach()
    {
        if (_graph.NodeCount < 2)
            return float.PositiveInfinity;
        var furthest = _queries.Select((query, i) => EncodedQuery.Reach(_nearest[i][0], _graph.Encoder.IsAugmented ? RowEncoder.SquaredNorm(query) : null)).Max();
        return furthest + (Beyond * Math.Abs(furthest));
    }

    private double Recall(int k, int listSize, NearestWalk[] walks)
    {
        long right = 0, itself = 0;
        k = Math.Min(k, _graph.NodeCount - 1);
        if (k == 0)
            return 1;
        _workers.Run(_queries.Length, (worker, i) =>
        {
            var walk = walks[worker];
            walk.Begin(_queries[i], listSize, k, null, _nodes[i]);
            var hits = 0;
            for (var found = 0; found < k && walk.TryNext(k - found, out var candidate); found++)
                hits += Candidate.Score(candidate) <= _nearest[i][k - 1] ? 1 : 0;
            Interlocked.Add(ref right, hits);
            if (k > 1)
                return; // by a list that is as long at least
            walk.Begin(_queries[i], listSize, k, null);
            if (walk.TryNext(k, out var first) && Candidate.Score(first) <= _nearestOfAll[i])
                Interlocked.Increment(ref itself);
        });
        return (k > 1 ? right : Math.Min(right, itself)) / ((double)k * _queries.Length);
    }

    // The exact scores of each query's nearest nodes, without its own. A worker asks all its queries about a block of nodes while that is in the cache.
    private void FindNearest()
    {
        var share = (_queries.Length + _workers.Count - 1) / _workers.Count;
        _workers.RunAll(worker =>
        {
            var first = Math.Min(worker * share, _queries.Length);
            var scans = Array.ConvertAll(_queries[first..Math.Min(first + share, _queries.Length)], query => new NearestScan(_graph, query, Math.Min(LargestK + 1, _graph.NodeCount)));
            var block = new int[BlockNodes];
            var candidates = new ulong[BlockNodes];
            for (var start = 0; start < _graph.NodeCount; start += BlockNodes)
            {
                var nodes = block.AsSpan(0, Math.Min(BlockNodes, _graph.NodeCount - start));
                for (var i = 0; i < nodes.Length; i++)
                    nodes[i] = start + i;
                _graph.Rows.Soon(start + nodes.Length, BlockNodes);
                var largestNorm = _graph.Codes?.LargestSquaredNorm(nodes) ?? 0;
                foreach (var scan in scans)
                    scan.Take(nodes, largestNorm, candidates);
            }

            for (var i = 0; i < scans.Length; i++)
            {
                _nearest[first + i] = scans[i].ScoresWithout(_nodes[first + i]);
                _nearestOfAll[first + i] = scans[i].NearestScore;
            }
        });
    }
}
