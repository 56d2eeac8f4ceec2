using System.IO.MemoryMappedFiles;

namespace OmenDb.DiskAnn.Storage;

// Invariant: the mapping lasts until Dispose, or until nobody has this object any more: whoever uses a span or lent rows holds the graph, which
// holds it. Spans are only handed out inside the mapped length.

/// <summary>
/// A file in memory. Rows that may be changed are private to this process: what is written there never reaches the file. All else is only read, since systems count memory that may be
/// written against what they have, whether or not it ever is: a file could not be larger.
/// </summary>
internal sealed unsafe class MappedFile : IDisposable
{
    // Linux refuses a view to be written that is larger than its memory, not many that are together.
    private const long ChangingBytes = 256 << 20;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly List<MemoryMappedViewAccessor> _changing = [];
    private readonly byte* _start;

    /// <summary>Maps a file.</summary>
    /// <exception cref="SnapshotFormatException">The file is empty: there is nothing to map.</exception>
    public MappedFile(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        Length = RandomAccess.GetLength(file);
        if (Length == 0)
            throw new SnapshotFormatException($"'{path}' is not a usable snapshot: the file is empty.");
        _file = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        try
        {
            _view = _file.CreateViewAccessor(0, Length, MemoryMappedFileAccess.Read);
        }
        catch
        {
            _file.Dispose();
            throw;
        }

        _start = StartOf(_view);
    }

    /// <summary>Bytes in the file.</summary>
    public long Length { get; }

    /// <summary>Some of the file's bytes.</summary>
    /// <param name="offset">The first byte.</param>
    /// <param name="length">How many.</param>
    public ReadOnlySpan<byte> Span(long offset, int length)
    {
        if (offset < 0 || length < 0 || offset > Length - length)
            throw new ArgumentOutOfRangeException(nameof(offset), offset, "Outside the mapped file.");
        return new(_start + offset, length);
    }

    /// <summary>Lets rows stay where they are in the file; they will be read in no order.</summary>
    /// <param name="rows">An empty store.</param>
    /// <param name="offset">The first row.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="mayChange">Whether somebody may write to them.</param>
    public void LendTo(SegmentedRows rows, long offset, int count, bool mayChange)
    {
        if (offset < 0 || offset > Length - (long)count * rows.RowBytes)
            throw new ArgumentOutOfRangeException(nameof(offset), offset, "Outside the mapped file.");
        var atOnce = mayChange ? Math.Max(1, ChangingBytes / rows.SegmentBytes) * rows.RowsPerSegment : count;
        for (var first = 0L; first < count; first += atOnce)
        {
            var some = (int)Math.Min(atOnce, count - first);
            var start = mayChange ? ToChange(offset + (first * rows.RowBytes), (long)some * rows.RowBytes) : _start + offset;
            rows.Adopt(start, some);
            MappedMemory.InNoOrder(start, (long)some * rows.RowBytes);
        }
    }

    public void Dispose()
    {
        foreach (var view in _changing)
            view.Dispose();
        _view.Dispose();
        _file.Dispose();
    }

    private byte* ToChange(long offset, long length)
    {
        var view = _file.CreateViewAccessor(offset, length, MemoryMappedFileAccess.CopyOnWrite);
        _changing.Add(view);
        return StartOf(view);
    }

    // Counted, it would never be let go of without Dispose.
    private static byte* StartOf(MemoryMappedViewAccessor view) => (byte*)view.SafeMemoryMappedViewHandle.DangerousGetHandle() + view.PointerOffset;
}
