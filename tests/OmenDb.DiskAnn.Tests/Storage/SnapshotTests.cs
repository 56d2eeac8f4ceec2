using OmenDb.DiskAnn.Storage;
using OmenDb.Fuzz.Snapshots;

namespace OmenDb.DiskAnn.Tests.Storage;

public sealed class SnapshotTests : IDisposable
{
    private const int Dimensions = 20;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(384, DistanceMetric.InnerProduct)]
    [InlineData(512, DistanceMetric.InnerProduct)]
    [InlineData(768, DistanceMetric.Euclidean)]
    public void The_file_takes_127_hundredths_of_the_vectors_besides_the_graph_though_they_fill_their_space(int dimensions, DistanceMetric metric)
    {
        const int Rows = 1500;
        const int SectionsAndHeader = 15 * SnapshotLayout.SectionAlignment;
        using var index = Samples.Build(HardSets.Normals(Rows * dimensions, seed: 1), dimensions, metric);
        index.Save(_folder.File("index"));

        var graph = Rows * index.Graph.Edges.Memory.RowBytes;
        Assert.InRange(new FileInfo(_folder.File("index")).Length - graph - SectionsAndHeader, 1, (long)(1.27 * Rows * dimensions * sizeof(float)));
    }

    [Theory]
    [InlineData(DistanceMetric.Cosine)]
    [InlineData(DistanceMetric.Euclidean)]
    [InlineData(DistanceMetric.InnerProduct)]
    public void An_opened_snapshot_answers_like_the_index_it_was_made_of(DistanceMetric metric)
    {
        using var index = Samples.Build(Samples.Clustered(3000, Dimensions, seed: 1), Dimensions, metric);
        index.Remove(17);
        using var opened = SaveAndOpen(index);

        Assert.Equal(index.GetStatistics(), opened.GetStatistics());
        Assert.Equal(index.GetLabels(), opened.GetLabels());
        Assert.Equal(Samples.Answers(index), Samples.Answers(opened));
    }

    [Fact]
    public void An_empty_index_can_be_saved()
    {
        using var index = VamanaIndex.Create(new VamanaOptions { Dimensions = Dimensions });
        using var opened = SaveAndOpen(index);

        opened.Add(1, Samples.Clustered(1, Dimensions, seed: 1));

        Assert.Equal(1, opened.Count);
    }

    [Fact]
    public void An_opened_snapshot_grows_like_the_index_it_was_made_of()
    {
        var vectors = Samples.Clustered(4000, Dimensions, seed: 1);
        using var index = Samples.Build(vectors[..(2500 * Dimensions)], Dimensions, DistanceMetric.InnerProduct);
        using var opened = SaveAndOpen(index);

        index.AddBatch(Samples.Labels(1500, 2500), vectors.AsSpan(2500 * Dimensions));
        opened.AddBatch(Samples.Labels(1500, 2500), vectors.AsSpan(2500 * Dimensions));

        Assert.Equal(4000, opened.Count);
        Assert.Equal(Samples.Answers(index), Samples.Answers(opened));
    }

    [Fact]
    public void Large_sections_begin_at_a_large_page_of_memory_so_that_they_can_be_mapped_in_such()
    {
        const int LargePage = 2 << 20;

        Assert.Equal(3 * LargePage, SnapshotLayout.Begin((2 * LargePage) + 1, bytes: 100_000_000));
        Assert.Equal(2 * LargePage, SnapshotLayout.Begin(2 * LargePage, bytes: 100_000_000));
        Assert.Equal((2 * LargePage) + SnapshotLayout.SectionAlignment, SnapshotLayout.Begin((2 * LargePage) + 1, bytes: 10_000_000)); // no hole that is much of the file
    }

    [Fact]
    public void A_file_with_a_large_section_that_begins_at_a_large_page_opens_and_answers_as_before()
    {
        const int Count = 800;
        const int Long = 16_000;
        using var index = Samples.Build(Samples.Clustered(Count, Long, seed: 1), Long, DistanceMetric.Euclidean);
        using var opened = SaveAndOpen(index);

        var head = new byte[SnapshotLayout.SectionAlignment];
        using (var file = File.OpenRead(_folder.File("index")))
            file.ReadExactly(head);
        Assert.Equal(0, SnapshotSeal.Of(SnapshotSeal.Sections(head), SnapshotSection.Vectors).Offset % MappedMemory.LargePageBytes);
        Assert.Equal(Samples.Answers(index), Samples.Answers(opened));
    }

    [Fact]
    public void A_vector_that_is_longer_than_all_before_brings_all_into_memory_and_is_counted_so()
    {
        const int dimensions = 128;
        using (var index = Samples.Build(Samples.Clustered(5000, dimensions, seed: 1), dimensions, DistanceMetric.InnerProduct))
            index.Save(_folder.File("index"));
        using var opened = VamanaIndex.Open(_folder.File("index"));
        var rows = opened.Graph.Rows.Memory;
        Assert.Equal(rows.SegmentBytes, rows.AllocatedBytes); // the last one, which is not full

        opened.Add(10_000, [.. Enumerable.Repeat(1000f, dimensions)]);

        Assert.Equal(2 * rows.SegmentBytes, rows.AllocatedBytes);
    }

    [Fact]
    public void Changes_after_opening_do_not_reach_the_file()
    {
        using var index = Samples.Build(Samples.Clustered(1000, Dimensions, seed: 1), Dimensions, DistanceMetric.Cosine);
        index.Save(_folder.File("index"));
        var before = File.ReadAllBytes(_folder.File("index"));
        using (var opened = VamanaIndex.Open(_folder.File("index")))
        {
            opened.AddBatch(Samples.Labels(1000, 1000), Samples.Clustered(1000, Dimensions, seed: 2));
            opened.Remove(3);
        }

        Assert.Equal(before, File.ReadAllBytes(_folder.File("index")));
    }

    [Fact]
    public void Saving_replaces_the_file_and_leaves_no_other()
    {
        using var index = VamanaIndex.Create(new VamanaOptions { Dimensions = 2 });
        index.Save(_folder.File("index"));
        index.Add(1, [1, 2]);
        index.Save(_folder.File("index"));
        using var opened = VamanaIndex.Open(_folder.File("index"));

        Assert.True(opened.Contains(1));
        Assert.Equal([_folder.File("index")], _folder.Files());
    }

    [Fact]
    public void A_file_may_have_a_long_name()
    {
        using var index = VamanaIndex.Create(new VamanaOptions { Dimensions = 2 });
        var path = _folder.File(new string('n', 240));

        index.Save(path);

        Assert.Equal([path], _folder.Files());
    }

    [Fact]
    public void A_folder_is_not_opened() => Assert.Throws<UnauthorizedAccessException>(() => VamanaIndex.Open(Path.GetTempPath()));

    [Fact]
    public void Without_a_path_nothing_is_opened_or_saved()
    {
        using var index = VamanaIndex.Create(new VamanaOptions { Dimensions = 2 });

        Assert.Throws<ArgumentException>(() => VamanaIndex.Open(""));
        Assert.Throws<ArgumentException>(() => index.Save(""));
    }

    [Fact]
    public void A_file_cut_at_any_byte_is_refused()
    {
        var bytes = SmallSnapshot();
        for (var length = 0; length < bytes.Length; length++)
        {
            File.WriteAllBytes(_folder.File("cut"), bytes[..length]);
            Assert.Throws<SnapshotFormatException>(() => VamanaIndex.Open(_folder.File("cut")));
        }
    }

    [Fact]
    public void A_flipped_bit_is_refused_or_changes_no_answer()
    {
        var bytes = SmallSnapshot();
        using var whole = Open(bytes);
        var expected = Samples.Answers(whole);
        var random = new Random(4);
        for (var offset = 0; offset < bytes.Length; offset += 1 + random.Next(3))
        {
            var damaged = (byte[])bytes.Clone();
            damaged[offset] ^= (byte)(1 << random.Next(8));
            try
            {
                using var opened = Open(damaged);
                Assert.Equal(expected, Samples.Answers(opened));
            }
            catch (SnapshotFormatException)
            {
                // Refused.
            }
        }
    }

    [Fact]
    public void A_foreign_file_is_refused()
    {
        var bytes = new byte[5000];
        new Random(1).NextBytes(bytes);

        Assert.Throws<SnapshotFormatException>(() => Open(bytes));
    }

    [Fact]
    public void A_later_version_is_refused_by_name()
    {
        var bytes = SmallSnapshot();
        bytes[8] = 99;

        var exception = Assert.Throws<SnapshotFormatException>(() => Open(bytes));

        Assert.Contains("format version is 99", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_reported_as_such() =>
        Assert.Throws<FileNotFoundException>(() => VamanaIndex.Open(_folder.File("nothing")));

    [Theory]
    [InlineData(1, 8)]
    [InlineData(2, 8)]
    [InlineData(3, 24)]
    [InlineData(4, 24)]
    public void The_golden_file_of_each_version_opens_for_ever(int version, int dimensions)
    {
        using var opened = VamanaIndex.Open(Path.Combine(AppContext.BaseDirectory, "Fixtures", $"version-{version}.snapshot"));
        var vectors = Samples.Whole(60, dimensions, seed: 1);
        var found = new Neighbor[3];

        opened.Search(vectors.AsSpan(dimensions * 5, dimensions), found);

        Assert.Equal(61, opened.Count);
        Assert.False(opened.Contains(59));
        Assert.Equal([new Neighbor(5, 0), new Neighbor(105, 0)], found[..2]);
        Assert.Equal(Samples.Exact(vectors, vectors.AsSpan(dimensions * 5, dimensions), DistanceMetric.Euclidean)[1].Distance, found[2].Distance);
    }

    [Fact]
    public void No_query_is_too_far_for_the_search_lists_of_a_file_that_does_not_say_how_far_they_reach()
    {
        using var opened = VamanaIndex.Open(Path.Combine(AppContext.BaseDirectory, "Fixtures", "version-4.snapshot"));

        Assert.Equal(float.PositiveInfinity, opened.Graph.Calibrated.Reach);
    }

    private VamanaIndex SaveAndOpen(VamanaIndex index)
    {
        index.Save(_folder.File("index"));
        return VamanaIndex.Open(_folder.File("index"));
    }

    private byte[] SmallSnapshot()
    {
        using var index = VamanaIndex.Create(new VamanaOptions { Dimensions = 4, MaxDegree = 8, Metric = DistanceMetric.Euclidean });
        index.AddBatch(Samples.Labels(12), Samples.Whole(12, 4, seed: 1));
        index.Save(_folder.File("small"));
        return File.ReadAllBytes(_folder.File("small"));
    }

    private VamanaIndex Open(byte[] bytes)
    {
        File.WriteAllBytes(_folder.File("bytes"), bytes);
        return VamanaIndex.Open(_folder.File("bytes"));
    }
}
