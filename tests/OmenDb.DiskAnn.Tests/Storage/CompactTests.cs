using OmenDb.DiskAnn.Distance;
using OmenDb.DiskAnn.Storage;

namespace OmenDb.DiskAnn.Tests.Storage;

/// <summary>Indexes that keep a byte for each element, whose callers rank the answers by the vectors themselves.</summary>
public sealed class CompactTests : IDisposable
{
    private const int Dimensions = 48;
    private const int Count = 3000;

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, DistanceMetric> HardOnes { get; } =
        [.. HardSets.Names.SelectMany(_ => Enum.GetValues<DistanceMetric>(), (set, metric) => (set, metric))];

    public void Dispose() => _folder.Dispose();

    [Theory, InlineData(1e-20f), InlineData(1e-30f), InlineData(1e-37f)]
    public void Products_with_a_very_short_query_are_told_apart(float length)
    {
        var vectors = Samples.Clustered(Count, Dimensions, seed: 1);
        using var index = Build(vectors, Dimensions, DistanceMetric.InnerProduct);
        var query = Samples.Clustered(1, Dimensions, seed: 50);
        var shortQuery = Array.ConvertAll(query, x => x * length);
        var (expected, found) = (new Neighbor[10], new Neighbor[10]);

        index.Search(query, expected);
        index.Search(shortQuery, found);

        Assert.Equal(expected.Select(n => n.Label), found.Select(n => n.Label));
        Assert.All(expected.Zip(found), pair => Assert.Equal(1, pair.Second.Distance / (pair.First.Distance * length), 1e-4));
        Assert.All(expected.Zip(found), pair => Assert.Equal(1, pair.Second.Error / (pair.First.Error * length), 1e-2));
    }

    [Theory]
    [InlineData(DistanceMetric.Cosine)]
    [InlineData(DistanceMetric.Euclidean)]
    [InlineData(DistanceMetric.InnerProduct)]
    public void A_vector_is_no_nearer_than_its_error_says(DistanceMetric metric)
    {
        var vectors = Samples.Clustered(Count, Dimensions, seed: 1);
        using var index = Build(vectors, Dimensions, metric);
        var found = new Neighbor[Count];
        var nearer = 0;
        foreach (var query in Samples.Clustered(5, Dimensions, seed: 50).Chunk(Dimensions))
        {
            Assert.Equal(Count, index.Search(query, found));
            foreach (var neighbor in found)
            {
                var exact = Samples.Distance(query, vectors.AsSpan((int)neighbor.Label * Dimensions, Dimensions), metric);
                Assert.InRange(neighbor.Error, float.Epsilon, 1);
                nearer += exact < neighbor.Distance - neighbor.Error ? 1 : 0;
            }
        }

        Assert.InRange(nearer, 0, Count * 5 / 1000);
    }

    [Theory]
    [InlineData(DistanceMetric.Cosine, 1)]
    [InlineData(DistanceMetric.Euclidean, 1)]
    [InlineData(DistanceMetric.InnerProduct, 1)]
    [InlineData(DistanceMetric.Euclidean, 1e-11f)]
    [InlineData(DistanceMetric.Euclidean, 1e12f)]
    public void A_vector_is_no_nearer_than_its_error_says_where_rows_were_rounded_around_several_centers(DistanceMetric metric, float scale)
    {
        // Topic after topic, so that the center moves, after a first vector unlike all others.
        float[] vectors = [.. Enumerable.Range(0, 8).SelectMany(topic => Samples.Clustered(800, Dimensions, seed: topic, clusters: 1 + topic).Select(element => scale * (element + topic)))];
        vectors.AsSpan(0, Dimensions).Fill(5_000 * scale);
        var count = vectors.Length / Dimensions;
        using var built = VamanaIndex.Create(Options(Dimensions, metric));
        for (var done = 0; done < count; done += 100)
            built.AddBatch(Samples.Labels(100, done), vectors.AsSpan(done * Dimensions, 100 * Dimensions));
        built.Save(_folder.File("index"));
        using var index = VamanaIndex.Open(_folder.File("index"));
        var found = new Neighbor[count];
        var nearer = 0;
        foreach (var query in Enumerable.Range(1, 8).Select(row => vectors.AsSpan(row * 790 * Dimensions, Dimensions).ToArray()))
        {
            Assert.Equal(count, index.Search(query, found));
            foreach (var neighbor in found)
                nearer += Samples.Distance(query, vectors.AsSpan((int)neighbor.Label * Dimensions, Dimensions), metric) < neighbor.Distance - neighbor.Error - (1e-6f * neighbor.Distance) ? 1 : 0;
        }

        Assert.InRange(nearer, 0, count * 8 / 5000);
    }

    [Theory]
    [MemberData(nameof(HardOnes))]
    public void Those_that_may_be_among_the_nearest_hold_the_nearest_of(string set, DistanceMetric metric)
        => Assert.InRange(RankedRecall(set, metric, farOnesAlone: false), 0.95, 1);

    [Theory]
    [MemberData(nameof(HardOnes))]
    public void Those_that_may_be_the_nearest_of_far_ones_hold_the_nearest_of(string set, DistanceMetric metric)
        => Assert.InRange(RankedRecall(set, metric, farOnesAlone: true), 0.95, 1);

    [Fact]
    public void Vectors_far_from_the_origin_are_told_apart()
    {
        float[] vectors = [.. Samples.Clustered(Count, Dimensions, seed: 1).Select(element => element + 10_000)];
        using var index = Build(vectors, Dimensions, DistanceMetric.Euclidean);
        var query = vectors.AsSpan(70 * Dimensions, Dimensions).ToArray();

        Assert.Equal(Samples.Exact(vectors, query, DistanceMetric.Euclidean).Take(10).Select(n => n.Label), Samples.Ranked(index, vectors, query, 10).Select(n => n.Label));
    }

    [Fact]
    public void A_first_vector_unlike_all_others_does_not_coarsen_them_for_ever()
    {
        var vectors = Samples.Clustered(Count, Dimensions, seed: 1);
        vectors.AsSpan(0, Dimensions).Fill(5_000);
        using var index = VamanaIndex.Create(Options(Dimensions, DistanceMetric.Euclidean));
        for (var i = 0; i < Count; i += 1 + i)
            index.AddBatch(Samples.Labels(Math.Min(1 + i, Count - i), i), vectors.AsSpan(i * Dimensions, Math.Min(1 + i, Count - i) * Dimensions));
        var found = new Neighbor[1];

        index.Search(vectors.AsSpan((Count - 1) * Dimensions, Dimensions), found);

        Assert.InRange(found[0].Error, 0, 0.5f);
    }

    [Theory]
    [InlineData(DistanceMetric.Cosine)]
    [InlineData(DistanceMetric.Euclidean)]
    [InlineData(DistanceMetric.InnerProduct)]
    public void An_opened_snapshot_answers_and_grows_like_the_index_it_was_made_of(DistanceMetric metric)
    {
        var vectors = Samples.Clustered(Count, Dimensions, seed: 1);
        vectors.AsSpan(2500 * Dimensions, Dimensions).Fill(40); // longer than all before
        using var index = Build(vectors[..(2000 * Dimensions)], Dimensions, metric);
        index.Remove(17);
        index.Save(_folder.File("index"));
        using var opened = VamanaIndex.Open(_folder.File("index"));
        Assert.Equal(IndexStorage.Compact, opened.Storage);
        Assert.Equal(index.GetStatistics(), opened.GetStatistics());
        Assert.Equal(Samples.Answers(index), Samples.Answers(opened));

        index.AddBatch(Samples.Labels(1000, 2000), vectors.AsSpan(2000 * Dimensions));
        opened.AddBatch(Samples.Labels(1000, 2000), vectors.AsSpan(2000 * Dimensions));

        Assert.Equal(Samples.Answers(index), Samples.Answers(opened));
    }

    [Theory]
    [InlineData(384, DistanceMetric.Cosine)]
    [InlineData(384, DistanceMetric.InnerProduct)]
    [InlineData(768, DistanceMetric.Euclidean)]
    public void The_file_takes_27_hundredths_of_the_vectors_besides_the_graph(int dimensions, DistanceMetric metric)
    {
        const int Rows = 2000;
        const int SectionsAndHeader = 12 * SnapshotLayout.SectionAlignment;
        using var index = Build(Samples.Clustered(Rows, dimensions, seed: 1), dimensions, metric);
        index.Save(_folder.File("index"));

        var graph = Rows * (index.Graph.Edges.Memory.RowBytes + sizeof(long) + sizeof(int) + 1);
        Assert.InRange(new FileInfo(_folder.File("index")).Length - graph - SectionsAndHeader, 1, (long)(0.27 * Rows * dimensions * sizeof(float)));
    }

    [Fact]
    public void Equal_vectors_share_a_node_and_are_at_no_distance()
    {
        var vectors = Samples.Clustered(2000, Dimensions, seed: 1);
        using var index = Build(vectors, Dimensions, DistanceMetric.Cosine);
        index.AddBatch(Samples.Labels(2000, 2000), vectors);
        var found = new Neighbor[2];

        index.Search(vectors.AsSpan(5 * Dimensions, Dimensions), found);

        Assert.InRange(index.Graph.NodeCount, 2000, 2060); // but for what the walk of a graph misses
        Assert.Equal([5, 2005], found.Select(n => n.Label));
        Assert.All(found, n => Assert.Equal(0, n.Distance, 1e-6f));
    }

    [Fact]
    public void A_vector_in_the_middle_of_all_others_is_found()
    {
        var half = Samples.Clustered(300, Dimensions, seed: 1);
        float[] vectors = [.. half, .. half.Select(e => -e), .. new float[Dimensions]];
        using var index = Build(vectors, Dimensions, DistanceMetric.Euclidean);
        var found = new Neighbor[1];

        index.Search(new float[Dimensions], found);

        Assert.IsType<CompactRows>(index.Graph.Rows);
        Assert.Equal((600, 0f), (found[0].Label, found[0].Distance));
    }

    [Fact]
    public void Rows_have_the_same_norm_when_a_longer_vector_has_come()
    {
        var vectors = Samples.Clustered(600, Dimensions, seed: 1);
        using var index = Build(vectors, Dimensions, DistanceMetric.InnerProduct);

        index.Add(600, [.. vectors.Take(Dimensions).Select(e => 3 * e)]);

        var row = new float[index.Graph.Encoder.RowLength];
        for (var node = 0; node < 600; node++)
            Assert.Equal(1, RowEncoder.SquaredNorm(index.Graph.Rows.Read(node, row)) / index.Graph.Encoder.SquaredRadius, 0.02);
    }

    [Fact]
    public void A_warm_search_allocates_nothing()
    {
        var vectors = Samples.Clustered(Count, Dimensions, seed: 1);
        using var index = Build(vectors, Dimensions, DistanceMetric.InnerProduct);
        var found = new Neighbor[10];
        index.Search(vectors.AsSpan(0, Dimensions), found);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 50; i++)
            index.Search(vectors.AsSpan(i * Dimensions, Dimensions), found);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public async Task Searches_run_while_rows_are_rounded_around_another_center()
    {
        var vectors = Samples.Clustered(6000, Dimensions, seed: 1);
        using var index = Build(vectors[..(100 * Dimensions)], Dimensions, DistanceMetric.Euclidean);
        using var stop = new CancellationTokenSource();
        var reader = Task.Run(() =>
        {
            var random = new Random(3);
            var found = new Neighbor[10];
            do
            {
                var query = vectors.AsSpan(random.Next(6000) * Dimensions, Dimensions);
                Assert.Equal(10, index.Search(query, found));
                foreach (var neighbor in found)
                    Assert.Equal(Samples.Distance(query, vectors.AsSpan((int)neighbor.Label * Dimensions, Dimensions), DistanceMetric.Euclidean), neighbor.Distance, 1f);
            }
            while (!stop.IsCancellationRequested);
        });

        for (var done = 100; done < 6000; done += 590)
            index.AddBatch(Samples.Labels(590, done), vectors.AsSpan(done * Dimensions, 590 * Dimensions));

        await stop.CancelAsync();
        await reader;
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void The_golden_file_of_each_version_opens_for_ever(int version)
    {
        using var opened = VamanaIndex.Open(Path.Combine(AppContext.BaseDirectory, "Fixtures", $"version-{version}-compact.snapshot"));
        var vectors = Samples.Whole(60, 24, seed: 1);
        var found = new Neighbor[3];

        opened.Search(vectors.AsSpan(24 * 5, 24), found);

        Assert.Equal(61, opened.Count);
        Assert.False(opened.Contains(59));
        Assert.Equal([5, 105], found[..2].Select(n => n.Label));
        Assert.Equal(Samples.Exact(vectors, vectors.AsSpan(24 * 5, 24), DistanceMetric.Euclidean)[1].Distance, found[2].Distance, found[2].Error);
    }

    private static VamanaIndex Build(float[] vectors, int dimensions, DistanceMetric metric)
    {
        var index = VamanaIndex.Create(Options(dimensions, metric));
        index.AddBatch(Samples.Labels(vectors.Length / dimensions), vectors);
        return index;
    }

    private static VamanaOptions Options(int dimensions, DistanceMetric metric) => new() { Dimensions = dimensions, Metric = metric, Storage = IndexStorage.Compact };

    private static double RankedRecall(string set, DistanceMetric metric, bool farOnesAlone)
    {
        var (vectors, dimensions) = HardSets.Vectors(set);
        using var index = Build(vectors, dimensions, metric);
        return HardSets.Queries(set, 40).Average(query =>
        {
            var wanted = Samples.Exact(vectors, query, metric);
            if (farOnesAlone)
                wanted = wanted[(wanted.Length * 3 / 4)..];
            var allowed = farOnesAlone ? LabelSet.FromLabels([.. wanted.Select(n => n.Label)]) : null;
            return Samples.Recall(Samples.Ranked(index, vectors, query, 10, allowed), wanted, 10);
        });
    }
}
