using OmenDb.DiskAnn.Storage;

namespace OmenDb.DiskAnn.Tests.Storage;

/// <summary>A disk that fails under a snapshot.</summary>
public sealed class FaultTests : IDisposable
{
    private const int Dimensions = 20;

    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("index");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(nameof(FileSystem.Create))]
    [InlineData(nameof(FileSystem.Write))]
    [InlineData(nameof(FileSystem.Flush))]
    [InlineData(nameof(FileSystem.Move))]
    public void A_snapshot_that_cannot_be_written_leaves_the_earlier_one_and_no_other_file(string failing)
    {
        using var index = Saved();
        index.AddBatch(Samples.Labels(100, 500), Samples.Clustered(100, Dimensions, seed: 2));

        Assert.Throws<IOException>(() => index.Save(Path, Guid.NewGuid(), new FaultyFileSystem(failing)));

        Assert.Equal([Path], _folder.Files());
        using (var earlier = VamanaIndex.Open(Path))
            Assert.Equal(500, earlier.Count);
        index.Save(Path);
        using var later = VamanaIndex.Open(Path);
        Assert.Equal(600, later.Count);
    }

    [Fact]
    public void A_folder_that_cannot_be_flushed_is_an_error_though_the_new_snapshot_has_its_name()
    {
        using var index = Saved();
        var stamp = Guid.NewGuid();

        Assert.Throws<IOException>(() => index.Save(Path, stamp, new FaultyFileSystem(nameof(FileSystem.FlushDirectory))));

        using var opened = VamanaIndex.Open(Path);
        Assert.Equal(stamp, opened.Stamp);
    }

    [Fact]
    public void A_folder_that_is_gone_cannot_be_flushed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows flushes no folder.");
        var error = Assert.Throws<IOException>(() => FileSystem.Default.FlushDirectory(_folder.File("gone")));

        Assert.Contains("gone", error.Message, StringComparison.Ordinal);
        Assert.Contains("No such file", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_snapshot_that_cannot_be_mapped_is_told_apart_from_a_damaged_one()
    {
        Saved().Dispose();

        Assert.Throws<IOException>(() => VamanaIndex.Open(Path, new FaultyFileSystem(nameof(FileSystem.Map))));
        using var opened = VamanaIndex.Open(Path);
        Assert.Equal(500, opened.Count);
    }

    private VamanaIndex Saved()
    {
        var index = Samples.Build(Samples.Clustered(500, Dimensions, seed: 1), Dimensions, DistanceMetric.Cosine);
        index.Save(Path);
        return index;
    }
}
