using OmenDb.Benchmarks.Engines;
using OmenDb.Benchmarks.Measuring;

namespace OmenDb.Benchmarks.Comparing;

/// <summary>Builds every engine on a set, follows its curve of recall and speed, and lets ours and each peer take turns at equal recall.</summary>
/// <param name="workload">The set.</param>
/// <param name="plan">How much is measured.</param>
/// <param name="create">The engines, ours first.</param>
internal sealed class Comparison(Workload workload, ComparisonPlan plan, IReadOnlyList<Func<IEngine>> create) : IDisposable
{
    // Until the runtime has compiled the hot loop for good, on this engine's own data.
    private static readonly TimeSpan FirstWarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.2);

    private readonly IEngine?[] _engines = new IEngine?[create.Count];

    public ComparisonResult Run()
    {
        var footprints = Build();
        IEngine[] engines = [.. _engines.OfType<IEngine>()];
        var results = engines.Zip(footprints).ToDictionary(built => built.First, built => new EngineResult(built.First.Name, built.Second, [.. Sweep(built.First)]));
        var peers = engines.Skip(1).Where(peer => peer.HasSearchList);
        var pairs = ComparisonPlan.Targets.SelectMany(target => peers.Select(peer => Pair(target, engines[0], peer, results))).OfType<PairResult>();
        return new ComparisonResult(workload.Name, workload.Rows, workload.Dimensions, [.. results.Values], [.. pairs]);
    }

    public void Dispose() => Array.ForEach(_engines, engine => engine?.Dispose());

    /// <summary>Builds in turn, as often as planned; the last of each stays.</summary>
    private Footprint[] Build()
    {
        var footprints = Array.ConvertAll(_engines, _ => new List<Footprint>());
        for (var round = 0; round < plan.Builds; round++)
        {
            for (var i = 0; i < _engines.Length; i++)
            {
                _engines[i]?.Dispose();
                var engine = _engines[i] = create[i]();
                GC.Collect();
                var footprint = engine.Build();
                footprints[i].Add(footprint);
                Console.Error.WriteLine($"{workload.Name}, {engine.Name}: built in {footprint.BuildSeconds:F1} s by {workload.Threads} threads, {footprint.ResidentBytes / (double)workload.Rows:N0} bytes a vector");
            }
        }

        return Array.ConvertAll(footprints, built => built[^1] with { BuildSeconds = Samples.Median([.. built.Select(footprint => footprint.BuildSeconds)]) });
    }

    private IEnumerable<CurvePoint> Sweep(IEngine engine)
    {
        engine.Time(plan.SearchLists[0], 1, engine.HasSearchList ? FirstWarmUp : WarmUp);
        var best = 0.0;
        var stalled = 0;
        foreach (var searchList in plan.SearchLists)
        {
            var recall = workload.Recall(engine.Answer(searchList));
            engine.Time(searchList, 1, WarmUp);
            var point = new CurvePoint(searchList, recall, engine.Time(searchList, 1, plan.Duration), engine.Time(searchList, Environment.ProcessorCount, plan.Duration));
            Console.Error.WriteLine($"{workload.Name}, {engine.Name}, {searchList}: recall {recall:F4}, {point.OneThread.QueriesPerSecond:N0} queries/s");
            yield return point;
            stalled = recall - best < plan.SmallestGain ? stalled + 1 : 0;
            best = Math.Max(best, recall);
            if (!engine.HasSearchList || recall >= plan.HighestRecall || stalled == plan.StalledPoints)
                yield break;
        }
    }

    private PairResult? Pair(double target, IEngine ours, IEngine peer, Dictionary<IEngine, EngineResult> results)
    {
        if (Shortest(ours, results[ours], target) is not var (list, recall) || Shortest(peer, results[peer], target) is not var (peerList, peerRecall))
            return null;
        var speeds = new List<double>();
        var peerSpeeds = new List<double>();
        for (var pair = 0; pair < plan.Pairs; pair++)
        {
            var (speed, peerSpeed) = Alternating.Run(pair, () => Speed(ours, list), () => Speed(peer, peerList));
            speeds.Add(speed);
            peerSpeeds.Add(peerSpeed);
        }

        return new PairResult(target, peer.Name, list, recall, peerList, peerRecall, speeds, peerSpeeds);
    }

    private double Speed(IEngine engine, int searchList)
    {
        engine.Time(searchList, 1, WarmUp);
        return engine.Time(searchList, 1, plan.Duration).QueriesPerSecond;
    }

    private (int List, double Recall)? Shortest(IEngine engine, EngineResult result, double target)
        => ShortestList.Find(result.Curve.Select(point => (point.SearchList, point.Recall)), target, list => workload.Recall(engine.Answer(list)));
}
