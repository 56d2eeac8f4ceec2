namespace OmenDb.DiskAnn.Tests.Graph;

public sealed class DuplicateTests
{
    private const int Dimensions = 24;

    [Fact]
    public void Ten_thousand_equal_vectors_share_a_node()
    {
        using var index = WithCopies(10_000, out _);

        Assert.Equal(11_000, index.Count);
        Assert.InRange(index.Graph.NodeCount, 1000, 1001);
    }

    [Fact]
    public void Equal_vectors_come_in_the_order_of_their_labels()
    {
        using var index = WithCopies(10_000, out var copy);
        var found = new Neighbor[20];

        index.Search(copy, found);

        Assert.Equal(Samples.Labels(20, 1000), found.Select(n => n.Label));
    }

    [Fact]
    public void Equal_vectors_do_not_hide_the_others()
    {
        using var index = WithCopies(10_000, out var copy);
        using var stream = index.Stream(copy);

        Assert.Equal(Samples.Labels(11_000), stream.ReadAll(512).Select(n => n.Label).Order());
    }

    [Fact]
    public void Equal_vectors_are_read_page_by_page_without_those_removed_or_not_allowed()
    {
        using var index = WithCopies(10_000, out var copy);
        foreach (var label in Samples.Labels(10_000, 1000).Where(l => l % 3 == 0))
            index.Remove(label);
        var even = Samples.Labels(11_000).Where(l => l % 2 == 0).ToArray();
        using var stream = index.Stream(copy, new SearchOptions { Allowed = LabelSet.FromLabels(even) });

        var found = stream.ReadAll(7).Select(n => n.Label).ToArray();

        var copies = even.Where(l => l >= 1000 && l % 3 != 0).ToArray();
        Assert.Equal(copies, found[..copies.Length]);
        Assert.Equal(even.Where(l => l < 1000), found[copies.Length..].Order());
    }

    [Fact]
    public void Near_duplicates_that_came_together_have_one_edge_to_each_other()
    {
        using var index = VamanaIndex.Create(new VamanaOptions { Dimensions = Dimensions });
        var random = new Random(5);
        var vectors = HardSets.Normals(200 * Dimensions, 1).Chunk(Dimensions)
            .SelectMany(vector => Enumerable.Range(0, 10).SelectMany(_ => vector.Select(x => x + (0.01f * random.NextSingle())))).ToArray();

        index.AddBatch(Samples.Labels(2000), vectors);

        Assert.All(Enumerable.Range(0, index.Graph.NodeCount), node => Assert.Distinct(index.Graph.Edges.Neighbors(node).ToArray()));
    }

    [Fact]
    public async Task Equal_vectors_that_are_added_meanwhile_do_not_come_before_the_first()
    {
        using var index = VamanaIndex.Create(new VamanaOptions { Dimensions = 2 });
        index.Add(0, [1, 2]);
        using var over = new CancellationTokenSource();
        using var begun = new ManualResetEventSlim();
        var searching = Task.Run(() =>
        {
            var first = new Neighbor[1];
            while (!over.IsCancellationRequested)
            {
                index.Search([1, 2], first);
                Assert.Equal(0, first[0].Label);
                begun.Set();
            }
        });
        SpinWait.SpinUntil(() => begun.IsSet || searching.IsCompleted);

        for (var label = 1; label < 100_000 && !searching.IsCompleted; label++)
            index.Add(label, [1, 2]);

        await over.CancelAsync();
        await searching;
    }

    [Fact]
    public void Labels_of_equal_vectors_may_arrive_in_any_order()
    {
        using var index = VamanaIndex.Create(new VamanaOptions { Dimensions = 2 });
        foreach (var label in new long[] { 5, 3, 9, 1, 7 })
            index.Add(label, [1, 2]);
        var found = new Neighbor[3];

        index.Search([1, 2], found);

        Assert.Equal([1, 3, 5], found.Select(n => n.Label));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    public void Ten_thousand_near_duplicates_can_all_be_reached(int groups)
    {
        var centers = Samples.Clustered(groups, Dimensions, seed: 1);
        var random = new Random(2);
        var vectors = new float[10_000 * Dimensions];
        for (var i = 0; i < vectors.Length; i++)
            vectors[i] = centers[i / Dimensions % groups * Dimensions + i % Dimensions] + random.NextSingle() * 1e-5f;
        using var index = Samples.Build(vectors, Dimensions, DistanceMetric.Cosine);

        Assert.Equal(0, Samples.CountUnreachable(index));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(24)]
    public void Ten_thousand_points_on_a_line_or_in_clusters_can_all_be_reached(int dimensions)
    {
        using var index = Samples.Build(Samples.Clustered(10_000, dimensions, seed: 1), dimensions, DistanceMetric.Euclidean);

        Assert.Equal(0, Samples.CountUnreachable(index));
    }

    [Fact]
    public void Vectors_that_only_differ_in_the_sign_of_zero_are_equal()
    {
        using var index = VamanaIndex.Create(new VamanaOptions { Dimensions = 2, Metric = DistanceMetric.Euclidean });
        index.Add(1, [0f, 1f]);
        index.Add(2, [-0f, 1f]);

        Assert.Equal(1, index.Graph.NodeCount);
    }

    private static VamanaIndex WithCopies(int copies, out float[] copy)
    {
        var index = Samples.Build(Samples.Clustered(1000, Dimensions, seed: 1), Dimensions, DistanceMetric.Euclidean);
        copy = Samples.Clustered(1, Dimensions, seed: 2);
        var batch = new float[copies * Dimensions];
        for (var i = 0; i < copies; i++)
            copy.CopyTo(batch, i * Dimensions);
        index.AddBatch(Samples.Labels(copies, 1000), batch);
        return index;
    }
}
