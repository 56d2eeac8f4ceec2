using System.Runtime.CompilerServices;

namespace OmenDb.DiskAnn.Storage;

// Invariant: used only while the store it comes from lives, for rows that were there when it was taken.

/// <summary>Finds rows: what <see cref="SegmentedRows"/> knows, in a form that a loop keeps in registers.</summary>
internal readonly unsafe struct RowTable(byte** segments, int shift, int mask, int rowBytes)
{
    private readonly byte** _segments = segments;

    /// <summary>The address of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte* Row(int row) => _segments[row >> shift] + ((nuint)(uint)(row & mask) * (nuint)(uint)rowBytes);
}
