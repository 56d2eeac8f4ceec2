using System.IO.MemoryMappedFiles;
using OmenDb.DiskAnn.Storage;

namespace OmenDb.DiskAnn.Tests.Storage;

/// <summary>Rows that lie in a file, where memory is too short to keep what was read.</summary>
public sealed class DroppedRowsTests : IDisposable
{
    private const int RowBytes = 4096; // a block
    private const int Rows = 1024;     // a segment

    // Beside the tests, since what lies in a temporary directory may lie in memory.
    private readonly string _path = Path.Combine(AppContext.BaseDirectory, $"{nameof(DroppedRowsTests)}-{Guid.NewGuid():N}");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public unsafe void Rows_that_were_checked_and_dropped_are_asked_for_again()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems do not tell what is in memory, or drop nothing when a file becomes shorter.");
        using var file = new FileStream(_path, FileMode.CreateNew);
        file.SetLength(Rows * RowBytes);
        using var mapped = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.CopyOnWrite, HandleInheritability.None, leaveOpen: true);
        using var view = mapped.CreateViewAccessor(0, 0, MemoryMappedFileAccess.CopyOnWrite);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        using var rows = new SegmentedRows(RowBytes);
        rows.Adopt(start, Rows);
        var checks = new RowChecks(rows, Rows, new RowChecksums([.. Enumerable.Repeat(Checksum.Compute(new byte[RowBytes]), Rows)]), _ => true, row => new SnapshotFormatException($"{row}"));
        checks.CheckAll();
        Assert.True(rows.IsInMemory(5));

        file.SetLength(0); // which drops all of it
        file.SetLength(Rows * RowBytes);
        Assert.False(rows.IsInMemory(5));
        checks.Soon(0); // one of those by which it is found out
        checks.Soon(5);

        Assert.True(SpinWait.SpinUntil(() => rows.IsInMemory(5), TimeSpan.FromSeconds(30)));
        view.SafeMemoryMappedViewHandle.ReleasePointer();
    }
}
