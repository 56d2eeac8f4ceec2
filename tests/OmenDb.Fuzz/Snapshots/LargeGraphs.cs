using OmenDb.DiskAnn.Storage;

namespace OmenDb.Fuzz.Snapshots;

/// <summary>Makes every graph a large one: it is written in its own order, and checked where it is used.</summary>
internal static class LargeGraphs
{
    public static readonly FileSystem Files = new() { SmallGraph = 0 };
}
