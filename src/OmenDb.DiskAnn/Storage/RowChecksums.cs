namespace OmenDb.DiskAnn.Storage;

/// <summary>The checksums of a section's rows, by blocks of about four pages of memory.</summary>
/// <param name="values">One for each block.</param>
/// <param name="areOfRows">Whether each is made of the checksums of its rows, as it was before version 4, and not of its bytes.</param>
internal sealed class RowChecksums(ulong[] values, bool areOfRows = false)
{
    private const int BlockBytes = 16 << 10;

    /// <summary>A block's rows are two to the power of this.</summary>
    public static int Shift(int rowBytes) => Math.Max(0, int.Log2(BlockBytes / rowBytes));

    /// <summary>Blocks that rows fill.</summary>
    public static int Blocks(int rowBytes, int count) => (int)((count + (1L << Shift(rowBytes)) - 1) >> Shift(rowBytes));

    /// <summary>Whether a block is as it was written.</summary>
    public bool Match(SegmentedRows rows, int block, int count)
    {
        var first = block << Shift(rows.RowBytes);
        var length = Math.Min(count - first, 1 << Shift(rows.RowBytes));
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
