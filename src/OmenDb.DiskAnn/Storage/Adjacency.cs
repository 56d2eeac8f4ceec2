using System.Runtime.CompilerServices;

namespace OmenDb.DiskAnn.Storage;

/// <summary>
/// The graph's edges: a fixed number of slots a node, filled from the front and closed by -1. Each slot is written at once, so a reader
/// that meets a row while it is rewritten sees a mixture of old and new neighbours, every one of them a node.
/// </summary>
internal sealed class Adjacency(int maxDegree)
{
    private const int SlotsPerLine = 16;

    private readonly int _lines = (maxDegree + SlotsPerLine - 1) / SlotsPerLine;

    /// <summary>Slots a node.</summary>
    public int MaxDegree { get; } = maxDegree;

    /// <summary>The memory.</summary>
    public SegmentedRows Memory { get; } = new((maxDegree + SlotsPerLine - 1) / SlotsPerLine * SlotsPerLine * sizeof(int));

    /// <summary>What rows from a file are checked against before they are used; null where none come from one, or all were checked.</summary>
    public RowChecks? Checks { get; set; }

    /// <summary>All slots of a node; neighbours end at the first -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<int> Slots(int node)
    {
        Checks?.Check(node);
        return Memory.Span<int>(node)[..MaxDegree];
    }

    /// <summary>The neighbours of a node. Only meaningful where nobody writes the row meanwhile.</summary>
    public ReadOnlySpan<int> Neighbors(int node)
    {
        var slots = Slots(node);
        var end = slots.IndexOf(-1);
        return end < 0 ? slots : slots[..end];
    }

    /// <summary>Replaces the neighbours of a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="neighbors">At most <see cref="MaxDegree"/> nodes.</param>
    public void Write(int node, ReadOnlySpan<int> neighbors)
    {
        Checks?.Check(node);
        var row = Memory.Span<int>(node);
        for (var i = 0; i < neighbors.Length; i++)
            Volatile.Write(ref row[i], neighbors[i]);
        for (var i = neighbors.Length; i < row.Length; i++)
            Volatile.Write(ref row[i], -1);
    }

    /// <summary>Adds a neighbour where there is room.</summary>
    /// <returns>Whether there was room.</returns>
    public bool TryAppend(int node, int neighbor)
    {
        var degree = Neighbors(node).Length;
        if (degree == MaxDegree)
            return false;
        Volatile.Write(ref Memory.Span<int>(node)[degree], neighbor);
        return true;
    }

    /// <summary>Puts a neighbour in the last slot of a full row.</summary>
    public void ReplaceLast(int node, int neighbor)
    {
        Checks?.Check(node);
        Volatile.Write(ref Memory.Span<int>(node)[MaxDegree - 1], neighbor);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(int node) => Memory.Prefetch(node, _lines);
}
