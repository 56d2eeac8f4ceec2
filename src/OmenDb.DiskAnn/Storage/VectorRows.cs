using System.Runtime.CompilerServices;
using OmenDb.DiskAnn.Distance;

namespace OmenDb.DiskAnn.Storage;

// Invariant: every node number given to a method is below the store's capacity, and rows are as long as the encoder says.

/// <summary>The vectors of the nodes, one padded row each.</summary>
internal sealed unsafe class VectorRows(int rowLength)
{
    // Rows beyond this are long enough for the processor's own prefetcher to follow.
    private const int MaxPrefetchedLines = 16;

    private readonly int _lines = Math.Min(rowLength / RowEncoder.Lanes, MaxPrefetchedLines);

    /// <summary>Floats in a row.</summary>
    public int RowLength { get; } = rowLength;

    /// <summary>The memory.</summary>
    public SegmentedRows Memory { get; } = new(rowLength * sizeof(float));

    /// <summary>What rows from a file are checked against before they are used; null where none come from one.</summary>
    public RowChecks? Checks { get; set; }

    public Span<float> this[int node]
    {
        get
        {
            Checks?.Check(node);
            return Memory.Span<float>(node);
        }
    }

    /// <summary>The squared Euclidean distance of two stored rows.</summary>
    public float SquaredDistance(int a, int b)
    {
        Checks?.Check(a);
        Checks?.Check(b);
        return SquaredEuclidean.Compute((float*)Memory.Row(a), (float*)Memory.Row(b), RowLength);
    }

    /// <summary>The score of a stored row against a query.</summary>
    /// <typeparam name="TDistance">The kernel.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Score<TDistance>(float* query, int node)
        where TDistance : struct, IDistance
    {
        Checks?.Check(node);
        return TDistance.Compute(query, (float*)Memory.Row(node), RowLength);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(int node) => Memory.Prefetch(node, _lines);
}
