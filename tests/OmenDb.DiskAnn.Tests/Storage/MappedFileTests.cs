using OmenDb.DiskAnn.Storage;

namespace OmenDb.DiskAnn.Tests.Storage;

public sealed class MappedFileTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_file_may_be_larger_than_memory()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A file without content takes room on Windows.");
        const long length = 1L << 40;
        using (var empty = File.OpenHandle(_directory.File("large"), FileMode.CreateNew, FileAccess.Write))
            RandomAccess.SetLength(empty, length);

        using var file = new MappedFile(_directory.File("large"));

        Assert.Equal(0, file.Span(length - 1, 1)[0]);
    }

    [Fact]
    public void What_is_written_to_rows_that_may_change_stays_in_this_process()
    {
        var path = _directory.File("rows");
        File.WriteAllBytes(path, [.. Enumerable.Repeat((byte)1, 12 << 20)]);
        using var file = new MappedFile(path);
        using var rows = new SegmentedRows(rowBytes: 64);
        file.LendTo(rows, 4096, count: 100_000, mayChange: true);

        rows.Span<byte>(7)[0] = 2;

        Assert.Equal(2, rows.Span<byte>(7)[0]);
        Assert.Equal(1, file.Span(4096 + (7 * 64), 1)[0]);
        Assert.DoesNotContain((byte)2, File.ReadAllBytes(path));
    }
}
