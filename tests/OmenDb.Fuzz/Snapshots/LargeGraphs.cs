using OmenDb.DiskAnn.Storage;

namespace OmenDb.Fuzz.Snapshots;

/// <summary>The operating system's files, among which every graph is a large one: it is written in its own order, and checked where it is used.</summary>
internal sealed class LargeGraphs : FileSystem
{
    public override long SmallGraph => 0;
}
