namespace OmenDb.DiskAnn.Graph;

/// <summary>What a growing graph needs now and then: entry points, seeds, reachability, calibration.</summary>
/// <param name="graph">The graph.</param>
/// <param name="workers">The threads to use.</param>
internal sealed class Maintenance(VectorGraph graph, Workers workers)
{
    private int _entryPointsAt;
    private int _repairedAt = graph.Calibrated.Nodes;

    /// <summary>Chooses entry points anew whenever the graph has doubled.</summary>
    public void AfterSubBatch()
    {
        if (graph.NodeCount >= 2L * _entryPointsAt)
            RenewEntryPoints();
    }

    /// <summary>Repairs when the graph has grown by a quarter since the last time, calibrates when it has by a tenth, and chooses seeds where those there are no longer serve.</summary>
    public void AfterBatch()
    {
        if (graph.NodeCount > _repairedAt * 5L / 4)
        {
            RenewEntryPoints();
            Reachability.Repair(graph);
            _repairedAt = graph.NodeCount;
        }

        if (graph.NodeCount > graph.Calibrated.Nodes * 11L / 10)
            Calibrate(graph.Options.TargetRecall, graph.Calibrated);
        else if (graph.Seeds is { } seeds)
            graph.Seeds = Seeds.Choose(graph, seeds, readsRows: true);
    }

    /// <summary>Chooses seeds and, with them, search lists.</summary>
    /// <param name="targetRecall">The recall@10 to reach.</param>
    /// <param name="last">What reached it last.</param>
    public void Calibrate(double targetRecall, Calibrated last)
    {
        graph.Seeds = Seeds.Choose(graph, graph.Seeds, readsRows: true);
        Calibration.Run(graph, workers, targetRecall, last);
    }

    private void RenewEntryPoints()
    {
        if (graph.NodeCount == 0)
            return;
        graph.EntryPoints = EntryPoints.Choose(graph);
        _entryPointsAt = graph.NodeCount;
    }
}
