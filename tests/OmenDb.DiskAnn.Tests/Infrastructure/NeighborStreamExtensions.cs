namespace OmenDb.DiskAnn.Tests.Infrastructure;

internal static class NeighborStreamExtensions
{
    /// <summary>Reads to the end, so many at a time.</summary>
    public static List<Neighbor> ReadAll(this NeighborStream stream, int page)
    {
        var all = new List<Neighbor>();
        var read = new Neighbor[page];
        while (stream.Read(read) is > 0 and var count)
            all.AddRange(read[..count]);
        return all;
    }
}
