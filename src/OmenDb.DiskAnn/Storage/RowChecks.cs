using System.Runtime.CompilerServices;

namespace OmenDb.DiskAnn.Storage;

/// <summary>
/// Checks rows from a file when they are first used, a block at a time: opening a file need not read rows that no search asks for, and no damaged row is ever answered with. A writer
/// checks a row before it changes it.
/// </summary>
/// <param name="rows">The rows, as they are in the file.</param>
/// <param name="count">Rows that came from the file; later ones are not checked.</param>
/// <param name="checksums">A checksum for each block.</param>
/// <param name="isValid">Whether a row whose checksum is right makes sense: in a forged file it may not.</param>
/// <param name="damage">Makes the exception for a damaged row.</param>
internal sealed class RowChecks(SegmentedRows rows, int count, RowChecksums checksums, Func<int, bool> isValid, Func<int, SnapshotFormatException> damage)
{
    private const int BlocksAhead = 64;

    // One block in so many is looked for in memory before it is asked for, and one in a tick of the system's clock: a look takes as long as ranking twenty rows (measured: -- filtered).
    private const int BlocksLookedFor = 64;

    private readonly int _shift = checksums.ShiftOf(rows);
    private readonly bool[] _passed = new bool[checksums.Count];
    private readonly byte[] _asked = new byte[checksums.Count]; // in which second of 255, or 0
    private byte _dropped; // which of the last eight that were looked for the system had dropped from memory
    private long _looked; // when one was looked for

    /// <summary>Sees to it that a row is as it was written.</summary>
    /// <exception cref="SnapshotFormatException">It is not.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Check(int row)
    {
        if (row < count && !Volatile.Read(ref _passed[row >> _shift]))
            CheckBlock(row >> _shift);
    }

    /// <summary>Sees to it that rows are as they were written. What has to be read is read at the same time.</summary>
    /// <exception cref="SnapshotFormatException">One is not.</exception>
    public void Check(ReadOnlySpan<int> wanted)
    {
        foreach (var row in wanted)
            Soon(row);
        foreach (var row in wanted)
            Check(row);
    }

    /// <summary>Begins to read a row, if it has not been read or memory is too short to keep what was.</summary>
    public void Soon(int row)
    {
        if (row >= count)
            return;
        var block = row >> _shift;
        if (Volatile.Read(ref _passed[block]) && !MayBeDropped(block))
            return;

        // A call of the system costs as much as a hop, and some rows that are asked for are never read. But what was read long ago may have been dropped.
        var now = (byte)(1 + (Environment.TickCount64 / 1000 % 255));
        ref var asked = ref _asked[block];
        if (Volatile.Read(ref asked) == now)
            return;
        Volatile.Write(ref asked, now);
        Soon(block, 1);
    }

    /// <summary>Checks all rows.</summary>
    /// <exception cref="SnapshotFormatException">One is not as it was written.</exception>
    public void CheckAll()
    {
        for (var block = 0; block < _passed.Length; block++)
        {
            if (block % BlocksAhead == 0)
                Soon(block, 2 * BlocksAhead);
            Check(block << _shift);
        }
    }

    /// <summary>Checks rows ahead of those who will use them. What is damaged stays unchecked, for them to find.</summary>
    /// <param name="isOver">Whether nobody will; asked again and again.</param>
    /// <returns>Whether all are as they were written.</returns>
    public bool ReadAhead(Func<bool> isOver)
    {
        var passed = true;
        for (var block = 0; block < _passed.Length; block++)
        {
            if (block % BlocksAhead == 0)
            {
                if (isOver())
                    return false;
                Soon(block, 2 * BlocksAhead);
            }

            passed &= Volatile.Read(ref _passed[block]) || Damage(block) is null;
        }

        return passed;
    }

    // Where memory suffices this is two loads and a branch. Threads that look at the same time may forget what one of them saw; there are more to come.
    private bool MayBeDropped(int block)
    {
        if (block % BlocksLookedFor == 0 && Environment.TickCount64 is var now && now != Volatile.Read(ref _looked))
        {
            Volatile.Write(ref _looked, now);
            _dropped = (byte)((_dropped << 1) | (rows.IsInMemory(block << _shift) ? 0 : 1));
        }

        return _dropped != 0;
    }

    private void CheckBlock(int block)
    {
        Soon(block, 1);
        if (Damage(block) is { } row)
            throw damage(row);
    }

    // A writer may have changed the block since it was found right. It marked the block as passed before, and both are fenced: whoever reads the change reads the mark.
    private int? Damage(int block)
    {
        if (FirstDamaged(block) is { } row)
        {
            Interlocked.MemoryBarrier();
            return _passed[block] ? null : row;
        }

        Interlocked.Exchange(ref _passed[block], true);
        return null;
    }

    private void Soon(int block, int blocks) => rows.Soon(block << _shift, blocks << _shift);

    private int? FirstDamaged(int block)
    {
        var first = block << _shift;
        if (!checksums.Match(rows, block, count))
            return first;
        for (var row = first; row < Math.Min(count, first + (1 << _shift)); row++)
        {
            if (!isValid(row))
                return row;
        }

        return null;
    }
}
