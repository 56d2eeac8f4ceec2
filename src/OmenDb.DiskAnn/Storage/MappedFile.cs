using System.IO.MemoryMappedFiles;

namespace OmenDb.DiskAnn.Storage;

// Invariant: the mapping lasts until Dispose, or until nobody has this object any more: whoever uses a span or lent rows holds the graph, which
// holds it. Spans are only handed out inside the mapped length.

/// <summary>A file in memory, private to this process: what is written there never reaches the file.</summary>
internal sealed unsafe class MappedFile : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
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
            _view = _file.CreateViewAccessor(0, Length, MemoryMappedFileAccess.CopyOnWrite);
        }
        catch
        {
            _file.Dispose();
            throw;
        }

        _start = (byte*)_view.SafeMemoryMappedViewHandle.DangerousGetHandle() + _view.PointerOffset; // counted, it would never be let go of without Dispose
    }

    /// <summary>Bytes in the file.</summary>
    public long Length { get; }

    /// <summary>Some of the file's bytes.</summary>
    /// <param name="offset">The first byte.</param>
    /// <param name="length">How many.</param>
    public Span<byte> Span(long offset, int length)
    {
        if (offset < 0 || length < 0 || offset > Length - length)
            throw new ArgumentOutOfRangeException(nameof(offset), offset, "Outside the mapped file.");
        return new(_start + offset, length);
    }

    /// <summary>Lets rows stay where they are in the file; they will be read in no order.</summary>
    /// <param name="rows">An empty store.</param>
    /// <param name="offset">The first row.</param>
    /// <param name="count">How many rows.</param>
    public void LendTo(SegmentedRows rows, long offset, int count)
    {
        if (offset < 0 || offset > Length - (long)count * rows.RowBytes)
            throw new ArgumentOutOfRangeException(nameof(offset), offset, "Outside the mapped file.");
        rows.Adopt(_start + offset, count);
        MappedMemory.InNoOrder(_start + offset, (long)count * rows.RowBytes);
    }

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }
}
