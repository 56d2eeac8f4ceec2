using OmenDb.DiskAnn.Storage;

namespace OmenDb.DiskAnn.Tests.Storage;

public sealed class MappedFileTests : IDisposable
{
    private const long LargeBytes = 1L << 40;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_may_be_larger_than_memory()
    {
        using var file = Large();

        Assert.Equal(0, file.Span(LargeBytes - 1, 1)[0]);
    }

    [Fact]
    public void Rows_that_may_change_may_be_larger_than_memory()
    {
        const int rowBytes = 4096;
        const int count = (int)(LargeBytes / rowBytes) - 1; // so that the last segment is not full
        using var file = Large((1 << 20) + 1, count);
        using var rows = new SegmentedRows(rowBytes);
        file.LendTo(rows, 4096, count, mayChange: true);

        Assert.Equal([0, 1, 1], [rows.Span<byte>((1 << 20) - 1)[0], rows.Span<byte>(1 << 20)[0], rows.Span<byte>(count - 1)[0]]);
        rows.Span<byte>(1 << 20)[0] = 2;
        rows.Span<byte>(count - 1)[0] = 3;
        Assert.Equal([0, 2, 3], [rows.Span<byte>((1 << 20) - 1)[0], rows.Span<byte>(1 << 20)[0], rows.Span<byte>(count - 1)[0]]);
    }

    [Fact]
    public void What_is_written_to_rows_that_may_change_stays_in_this_process()
    {
        var path = _folder.File("rows");
        File.WriteAllBytes(path, [.. Enumerable.Repeat((byte)1, 12 << 20)]);
        using var file = new MappedFile(path);
        using var rows = new SegmentedRows(rowBytes: 64);
        file.LendTo(rows, 4096, count: 100_000, mayChange: true);

        rows.Span<byte>(7)[0] = 2;

        Assert.Equal(2, rows.Span<byte>(7)[0]);
        Assert.Equal(1, file.Span(4096 + (7 * 64), 1)[0]);
        Assert.DoesNotContain((byte)2, File.ReadAllBytes(path));
    }

    // A byte of 1 at the beginning of some pages.
    private MappedFile Large(params int[] pages)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A file without content takes room on Windows.");
        using (var empty = File.OpenHandle(_folder.File("large"), FileMode.CreateNew, FileAccess.Write))
        {
            RandomAccess.SetLength(empty, LargeBytes);
            foreach (var page in pages)
                RandomAccess.Write(empty, [1], page * 4096L);
        }

        return new MappedFile(_folder.File("large"));
    }
}
