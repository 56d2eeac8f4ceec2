using System.Runtime.CompilerServices;

namespace OmenDb.DiskAnn.Storage;

/// <summary>
/// Checksums of blocks of rows, compared when a block's first row is used: opening a file need not read rows that no search asks for, and
/// no damaged row is ever answered with.
/// </summary>
/// <param name="rows">The rows, as they are in the file.</param>
/// <param name="count">Rows that came from the file; later ones are not checked.</param>
/// <param name="checksums">A checksum for each block.</param>
/// <param name="path">The file, for the message.</param>
internal sealed class RowChecks(VectorRows rows, int count, ulong[] checksums, string path)
{
    private const int BlockBytes = 16 << 10;

    private readonly int _shift = Shift(rows.Memory);
    private readonly bool[] _passed = new bool[checksums.Length];

    /// <summary>Blocks that rows fill.</summary>
    public static int Blocks(SegmentedRows rows, int count) => (count + (1 << Shift(rows)) - 1) >> Shift(rows);

    /// <summary>The checksum of a block.</summary>
    public static ulong Compute(SegmentedRows rows, int block, int count)
    {
        var first = block << Shift(rows);
        Span<ulong> sums = stackalloc ulong[Math.Min(count - first, 1 << Shift(rows))];
        for (var i = 0; i < sums.Length; i++)
            sums[i] = Checksum.Compute(rows.Span<byte>(first + i));
        return Checksum.Combine(sums);
    }

    /// <summary>Sees to it that a row is as it was written.</summary>
    /// <exception cref="SnapshotFormatException">It is not.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Check(int row)
    {
        if (row < count && !_passed[row >> _shift])
            CheckBlock(row >> _shift);
    }

    /// <summary>Checks all rows.</summary>
    /// <exception cref="SnapshotFormatException">One is not as it was written.</exception>
    public void CheckAll()
    {
        for (var row = 0; row < count; row += 1 << _shift)
            Check(row);
    }

    private static int Shift(SegmentedRows rows) => Math.Max(0, int.Log2(BlockBytes / rows.RowBytes));

    private void CheckBlock(int block)
    {
        if (Compute(rows.Memory, block, count) != checksums[block])
            throw new SnapshotFormatException($"'{path}' is damaged: the vectors from node {block << _shift} on are not what was written.");
        for (var row = block << _shift; row < Math.Min(count, (block + 1) << _shift); row++)
        {
            if (!rows.IsFinite(row))
                throw new SnapshotFormatException($"'{path}' is damaged: the vector of node {row} is not finite.");
        }

        _passed[block] = true;
    }
}
