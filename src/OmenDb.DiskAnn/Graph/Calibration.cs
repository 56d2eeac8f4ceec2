using OmenDb.DiskAnn.Distance;
using OmenDb.DiskAnn.Storage;

namespace OmenDb.DiskAnn.Graph;

/// <summary>
/// Measures the graph's recall at 1, 10 and 100 against an exact scan and chooses the smallest search lists that keep the promise. Stored vectors are
/// too easy as queries, so each query lies beside one: pushed away from it towards others, to where held-out queries live.
/// </summary>
internal sealed unsafe class Calibration
{
    private const int Queries = 160;
    private const int LargestK = 100;
    private const int BlockNodes = 256;

    // How far a query lies from its stored vector on the way to another. Both stand for held-out queries: with the first alone two sets
    // came out short of their promise or just met it, with the second alone another walked five times as far as it had to.
    private static readonly float[] Pushes = [0.2f, 0.35f];

    // A quarter of what is missing to full recall is kept in hand: real queries are unlike stored vectors in ways no sample shows.
    private const double Margin = 0.25;

    private static readonly int[] ListSizes =
        [8, 10, 12, 14, 16, 20, 24, 28, 32, 40, 48, 64, 80, 96, 128, 160, 192, 256, 320, 384, 512, 640, 768, 1024, 1536, 2048];

    private readonly VectorGraph _graph;
    private readonly Workers _workers;
    private readonly float[][] _queries;
    private readonly float[][] _nearest;

    private Calibration(VectorGraph graph, Workers workers)
    {
        _graph = graph;
        _workers = workers;
        _queries = [.. Enumerable.Range(0, Math.Min(Queries, graph.NodeCount)).Select(_ => new float[graph.Encoder.Dimensions])];
        _nearest = new float[_queries.Length][];
    }

    /// <summary>Calibrates a graph that nobody writes meanwhile.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="workers">The threads to use.</param>
    public static void Run(VectorGraph graph, Workers workers)
    {
        graph.CalibratedNodes = graph.NodeCount;
        if (graph.NodeCount == 0)
            return;
        var calibration = new Calibration(graph, workers);
        calibration.MakeQueries();
        calibration.FindNearest();
        var top1 = calibration.Choose(1, atLeast: 0);
        var top10 = calibration.Choose(10, top1.SearchListSize);
        graph.Calibrated = new Calibrated(top1, top10, calibration.Choose(LargestK, top10.SearchListSize));
    }

    private CalibratedSearch Choose(int k, int atLeast)
    {
        var target = _graph.Options.TargetRecall;
        var wanted = target + (1 - target) * Margin;
        var walks = Enumerable.Range(0, _workers.Count).Select(_ => new NearestWalk(_graph)).ToArray();
        CalibratedSearch chosen = default;
        foreach (var listSize in ListSizes)
        {
            if (listSize < Math.Max(k, atLeast))
                continue;
            chosen = new CalibratedSearch(listSize, Recall(k, listSize, walks));
            if (chosen.MeasuredRecall >= wanted || listSize >= _graph.NodeCount)
                break;
        }

        return chosen;
    }

    private double Recall(int k, int listSize, NearestWalk[] walks)
    {
        long right = 0;
        k = Math.Min(k, _graph.NodeCount);
        _workers.Run(_queries.Length, (worker, i) =>
        {
            var walk = walks[worker];
            walk.Begin(_queries[i], listSize, k, null);
            var hits = 0;
            for (var found = 0; found < k && walk.TryNext(out var candidate); found++)
                hits += Candidate.Score(candidate) <= _nearest[i][k - 1] ? 1 : 0;
            Interlocked.Add(ref right, hits);
        });
        return right / ((double)k * _queries.Length);
    }

    // The exact scores of every query's nearest nodes. Queries take turns on blocks of rows that stay in the cache.
    private void FindNearest()
    {
        var share = (_queries.Length + _workers.Count - 1) / _workers.Count;
        _workers.RunAll(worker =>
        {
            var begin = Math.Min(worker * share, _queries.Length);
            var end = Math.Min(begin + share, _queries.Length);
            var pools = new CandidatePool[end - begin];
            var scores = new RowScore[end - begin];
            var rows = new QueryBuffer<float>[end - begin];
            for (var i = 0; i < pools.Length; i++)
            {
                pools[i] = new CandidatePool();
                pools[i].Reset(Math.Min(LargestK, _graph.NodeCount));
                rows[i] = new QueryBuffer<float>(_graph.Encoder.RowLength);
                _graph.Encoder.EncodeQuery(_queries[begin + i], rows[i].Span);
                scores[i] = _graph.Rows.OfQuery(rows[i].Pointer, _graph.Rows.NewQuery());
            }

            for (var block = 0; block < _graph.NodeCount; block += BlockNodes)
            {
                var blockEnd = Math.Min(block + BlockNodes, _graph.NodeCount);
                _graph.Rows.Soon(blockEnd, BlockNodes);
                for (var i = 0; i < pools.Length; i++)
                {
                    for (var node = block; node < blockEnd; node++)
                        pools[i].Offer(Candidate.Pack(scores[i].Score(node), node));
                }
            }

            for (var i = begin; i < end; i++)
                _nearest[i] = Array.ConvertAll(pools[i - begin].Items.ToArray(), Candidate.Score);
        });
    }

    private void MakeQueries()
    {
        var random = new Random(_graph.Options.Seed);
        var (bufferA, bufferB) = (new float[_graph.Encoder.RowLength], new float[_graph.Encoder.RowLength]);
        foreach (var (q, query) in _queries.Index())
        {
            var push = Pushes[q % Pushes.Length];
            var a = _graph.Rows.Read(random.Next(_graph.NodeCount), bufferA);
            var b = _graph.Rows.Read(random.Next(_graph.NodeCount), bufferB);
            for (var i = 0; i < query.Length; i++)
                query[i] = a[i] + ((b[i] - a[i]) * push);
            if (_graph.Encoder.Metric == DistanceMetric.Cosine && RowEncoder.SquaredNorm(query) == 0)
                a[..query.Length].CopyTo(query);
        }
    }
}
