namespace OmenDb.DiskAnn.Storage;

/// <summary>The checksums of a section's rows, by blocks: as many rows as a page has room for, a power of two.</summary>
/// <param name="values">One for each block.</param>
/// <param name="areOfRows">Whether each is made of the checksums of its rows, and blocks are of four pages, as it was before version 4.</param>
internal sealed class RowChecksums(ulong[] values, bool areOfRows = false)
{
    private const int BlockBytes = 4 << 10;
    private const int FormerBlockBytes = 16 << 10;

    /// <summary>A block's rows are two to the power of this.</summary>
    public static int Shift(int rowBytes, bool areOfRows = false) => Math.Max(0, int.Log2((areOfRows ? FormerBlockBytes : BlockBytes) / rowBytes));

    /// <summary>Blocks that rows fill.</summary>
    public static int Blocks(int rowBytes, int count, bool areOfRows = false)
    {
        var shift = Shift(rowBytes, areOfRows);
        return (int)((count + (1L << shift) - 1) >> shift);
    }

    /// <summary>Blocks.</summary>
    public int Count => values.Length;

    /// <summary>A block's rows are two to the power of this.</summary>
    public int ShiftOf(SegmentedRows rows) => Shift(rows.RowBytes, areOfRows);

    /// <summary>Whether a block is as it was written.</summary>
    public bool Match(SegmentedRows rows, int block, int count)
    {
        var shift = ShiftOf(rows);
        var first = block << shift;
        var length = Math.Min(count - first, 1 << shift);
        return values[block] == (areOfRows ? OfRows(rows, first, length) : Checksum.Compute(rows.Block(first, length)));
    }

    private static ulong OfRows(SegmentedRows rows, int first, int length)
    {
        Span<ulong> sums = stackalloc ulong[length];
        for (var i = 0; i < length; i++)
            sums[i] = Checksum.Compute(rows.Span<byte>(first + i));
        return Checksum.Combine(sums);
    }
}
