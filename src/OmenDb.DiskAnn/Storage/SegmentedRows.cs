using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace OmenDb.DiskAnn.Storage;

// Invariant: a row below Capacity lies wholly inside one segment; segments never move and are freed only by Dispose, which the
// owner calls when no reader is left. A replaced segment table stays alive as long, so a reader may keep using the old one.

/// <summary>Rows of equal size in unmanaged memory that grows by segments and never moves: readers need no lock while it grows.</summary>
internal sealed unsafe class SegmentedRows : IDisposable
{
    private const int TargetSegmentBytes = 4 << 20;
    private const int LineBytes = 64;

    // Large pages are not wasted on a store that may stay small.
    private const int SmallSegments = 2;

    private readonly List<nint> _owned = []; // segments
    private readonly List<nint> _tables = []; // those that were replaced, and the last
    private readonly int _shift;
    private readonly int _mask;
    private byte** _segments;
    private int _tableLength;
    private int _count;
    private int _allocated;

    /// <summary>Makes an empty store.</summary>
    /// <param name="rowBytes">Bytes of a row.</param>
    public SegmentedRows(int rowBytes)
    {
        RowBytes = rowBytes;
        _shift = Math.Max(0, int.Log2(TargetSegmentBytes / rowBytes));
        _mask = (1 << _shift) - 1;
        _tableLength = 256;
        _segments = NewTable();
    }

    ~SegmentedRows() => Free();

    /// <summary>Bytes of a row.</summary>
    public int RowBytes { get; }

    /// <summary>Rows in a segment: a power of two.</summary>
    public int RowsPerSegment => _mask + 1;

    /// <summary>Bytes of a segment.</summary>
    public long SegmentBytes => (long)RowBytes << _shift;

    /// <summary>Rows there is room for.</summary>
    public long Capacity => (long)_count << _shift;

    /// <summary>The address of a row.</summary>
    /// <param name="row">A row below <see cref="Capacity"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte* Row(int row) => _segments[row >> _shift] + (nuint)(row & _mask) * (nuint)RowBytes;

    /// <summary>The row's elements.</summary>
    /// <typeparam name="T">What a row is made of.</typeparam>
    /// <param name="row">A row below <see cref="Capacity"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<T> Span<T>(int row)
        where T : unmanaged => new(Row(row), RowBytes / sizeof(T));

    /// <summary>The bytes of rows that lie in one segment.</summary>
    /// <param name="first">The first row.</param>
    /// <param name="count">How many; a power of two divides <paramref name="first"/> that is no less, or they are the last ones.</param>
    public Span<byte> Block(int first, int count) => new(Row(first), checked(count * RowBytes));

    /// <summary>Bytes that are in memory alone: of segments that were not adopted, or were written to.</summary>
    public long AllocatedBytes => _allocated * SegmentBytes;

    /// <summary>Where rows are, for loops that look up many.</summary>
    public RowTable Table => new(_segments, _shift, _mask, RowBytes);

    /// <summary>Asks the processor to load the start of a row.</summary>
    /// <param name="row">A row below <see cref="Capacity"/>.</param>
    /// <param name="lines">64-byte lines to ask for.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(int row, int lines)
    {
        if (!Sse.IsSupported)
            return;
        var address = Row(row);
        for (var line = 0; line < lines; line++)
            Sse.Prefetch0(address + line * LineBytes);
    }

    /// <summary>Asks the system for rows that lie in a file and will be used soon, as far as they lie in one segment.</summary>
    /// <param name="first">The first row.</param>
    /// <param name="count">How many.</param>
    public void Soon(int first, int count)
    {
        if (first < Capacity)
            MappedMemory.Soon(Row(first), (long)Math.Min(count, RowsPerSegment - (first & _mask)) * RowBytes);
    }

    /// <summary>Whether the start of a row that lies in a file can be read without waiting for it, as far as the system tells.</summary>
    /// <param name="row">A row below <see cref="Capacity"/>.</param>
    public bool IsInMemory(int row) => MappedMemory.IsInMemory(Row(row));

    /// <summary>Makes room. Only the writer calls it.</summary>
    /// <param name="rows">Rows there must be room for.</param>
    public void EnsureCapacity(long rows)
    {
        while (Capacity < rows)
        {
            var segment = MappedMemory.Allocate((nuint)SegmentBytes, inLargePages: _count >= SmallSegments);
            _owned.Add((nint)segment);
            AddSegment(segment);
            _allocated++;
        }
    }

    /// <summary>Takes over rows that lie one after the other in mapped memory; only the last, partly filled segment is copied. What is there already must be whole segments.</summary>
    /// <param name="first">The first row; must stay readable, and writable if rows will be changed, until <see cref="Dispose"/>.</param>
    /// <param name="rows">How many there are.</param>
    public void Adopt(byte* first, int rows)
    {
        var whole = rows >> _shift;
        for (var i = 0; i < whole; i++)
            AddSegment(first + i * SegmentBytes);
        var rest = rows & _mask;
        if (rest == 0)
            return;
        EnsureCapacity(Capacity + rest);
        Buffer.MemoryCopy(first + whole * SegmentBytes, _segments[_count - 1], SegmentBytes, (long)rest * RowBytes);
    }

    /// <summary>Says that all rows were written to, those that were adopted among them: the system has made copies of its pages.</summary>
    public void AllChanged() => _allocated = _count;

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void AddSegment(byte* segment)
    {
        if (_count == _tableLength)
        {
            _tableLength *= 2;
            var larger = NewTable();
            Buffer.MemoryCopy(_segments, larger, (long)_count * sizeof(byte*), (long)_count * sizeof(byte*));
            larger[_count] = segment;
            Thread.MemoryBarrier(); // the table's contents before the table
            _segments = larger;
        }
        else
        {
            _segments[_count] = segment;
        }

        _count++;
    }

    private byte** NewTable()
    {
        var table = NativeMemory.AllocZeroed((nuint)_tableLength, (nuint)sizeof(byte*));
        _tables.Add((nint)table);
        return (byte**)table;
    }

    private void Free()
    {
        foreach (var segment in _owned)
            MappedMemory.Free((byte*)segment, (nuint)SegmentBytes);
        foreach (var table in _tables)
            NativeMemory.Free((void*)table);
        _owned.Clear();
        _tables.Clear();
        _segments = null;
        _count = 0;
    }
}
