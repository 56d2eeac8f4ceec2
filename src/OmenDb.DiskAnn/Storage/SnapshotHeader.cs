using System.Runtime.InteropServices;
using OmenDb.DiskAnn.Graph;

namespace OmenDb.DiskAnn.Storage;

/// <summary>The first bytes of a snapshot, as they lie in the file.</summary>
[StructLayout(LayoutKind.Sequential, Size = SnapshotLayout.HeaderBytes, Pack = 8)]
internal struct SnapshotHeader
{
    public ulong Magic;
    public uint Version;
    public uint SectionCount;
    public long FileBytes;
    public int Dimensions;
    public int Metric;
    public int MaxDegree;
    public int BuildListSize;
    public float Alpha;
    public int Seed;
    public double TargetRecall;
    public double MeasuredRecall;
    public double SquaredRadius;
    public int ListSize;
    public int CalibratedNodes;
    public int NodeCount;
    public int EntryCount;
    public int EntryPointCount;
    public int VectorRowBytes;
    public int EdgeRowBytes;
    public Guid Stamp;
    public long CodesLearnedAt;
    public int CodeDimensions;
    public float DirectionStep;
    public double MeasuredRecallTop1;
    public double MeasuredRecallTop100;
    public int ListSizeTop1;
    public int ListSizeTop100;

    /// <summary>0, <see cref="IndexStorage.Full"/>, in files that were written before there was another.</summary>
    public int Storage;

    /// <summary>How many of the first nodes lie in the order of <see cref="LocalityOrder"/>; 0 in files that were written before there was one.</summary>
    public int OrderedNodes;

    /// <summary>What earlier roundings left in compact rows (<see cref="EarlierRounding"/>); 0 in files that were written before it was known.</summary>
    public EarlierRounding EarlierRounding;

    /// <summary>As <see cref="Calibrated.Reach"/>; 0 in files that were written before it was known.</summary>
    public float Reach;
}
