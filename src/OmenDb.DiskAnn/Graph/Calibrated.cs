namespace OmenDb.DiskAnn.Graph;

/// <summary>Search lists that reach the target recall, by how many neighbours are asked for. Replaced as a whole: lists that were chosen while few nodes were scanned are too short to walk among many.</summary>
/// <param name="Nodes">Nodes there were when they were chosen.</param>
/// <param name="Top1">For one neighbour.</param>
/// <param name="Top10">For ten.</param>
/// <param name="Top100">For a hundred.</param>
/// <param name="Reach">How far the nearest may be from a query for which these lists are long enough, as <see cref="EncodedQuery.Reach(ulong)"/> tells it.</param>
internal sealed record Calibrated(int Nodes, CalibratedSearch Top1, CalibratedSearch Top10, CalibratedSearch Top100, float Reach)
{
    /// <summary>What holds before the first calibration.</summary>
    public static Calibrated Unknown { get; } = new(0, new(32, double.NaN), new(64, double.NaN), new(200, double.NaN), float.PositiveInfinity);

    /// <summary>The search list for a number of neighbours: as measured, and in proportion between and beyond.</summary>
    /// <param name="k">How many neighbours.</param>
    public int ListSize(int k) => k switch
    {
        <= 1 => Top1.SearchListSize,
        <= 10 => Top10.SearchListSize,
        <= 100 => Top10.SearchListSize + (int)((Top100.SearchListSize - Top10.SearchListSize) * (k - 10L) / 90),
        _ => (int)Math.Min((long)Top100.SearchListSize * k / 100, VamanaOptions.LargestListSize),
    };
}
