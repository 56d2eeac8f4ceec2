using OmenDb.Benchmarks.Engines;
using OmenDb.Benchmarks.Measuring;

namespace OmenDb.Benchmarks.Comparing;

/// <summary>Builds every engine on a set, follows its curve of recall and speed, and lets ours and each peer take turns at equal recall.</summary>
internal sealed class Comparison(Workload workload, ComparisonPlan plan)
{
    // Until the runtime has compiled the hot loop for good, on this engine's own data.
    private static readonly TimeSpan FirstWarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.2);

    public ComparisonResult Run(IEngine ours, IReadOnlyList<IEngine> peers)
    {
        IEngine[] engines = [ours, .. peers];
        var footprints = engines.ToDictionary(engine => engine, Build);
        var results = engines.ToDictionary(engine => engine, engine => new EngineResult(engine.Name, footprints[engine], [.. Sweep(engine)]));
        var pairs = plan.Targets.SelectMany(target => peers.Where(peer => peer.HasSearchList).Select(peer => Pair(target, ours, peer, results))).OfType<PairResult>();
        return new ComparisonResult(workload.Set.Name, workload.Rows, workload.Dimensions, [.. results.Values], [.. pairs]);
    }

    private Footprint Build(IEngine engine)
    {
        GC.Collect();
        var footprint = engine.Build();
        Console.Error.WriteLine($"{workload.Set.Name}, {engine.Name}: built in {footprint.BuildSeconds:F1} s, {footprint.ResidentBytes / (double)workload.Rows:N0} bytes a vector");
        return footprint;
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
            Console.Error.WriteLine($"{workload.Set.Name}, {engine.Name}, {searchList}: recall {recall:F4}, {point.OneThread.QueriesPerSecond:N0} queries/s");
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
            speeds.Add(Speed(ours, list));
            peerSpeeds.Add(Speed(peer, peerList));
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
