namespace OmenDb.DiskAnn.Tests.Graph;

public sealed class FilterTests
{
    private const int Count = 20_000;
    private const int Dimensions = 32;

    private static readonly float[] Vectors = Samples.Clustered(Count, Dimensions, seed: 1);
    private static readonly VamanaIndex Index = Samples.Build(Vectors, Dimensions, DistanceMetric.Euclidean);

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(100)]
    [InlineData(1000)]
    public void Ten_allowed_neighbours_are_found_at_any_selectivity(int oneIn)
    {
        var allowed = LabelSet.FromLabels([.. Samples.Labels(Count).Where(label => label * 7919 % oneIn == 0)]);
        var found = new Neighbor[10];
        double sum = 0;
        foreach (var query in Samples.Clustered(40, Dimensions, seed: 2).Chunk(Dimensions))
        {
            Assert.Equal(10, Index.Search(query, found, new SearchOptions { Allowed = allowed }));
            Assert.All(found, neighbor => Assert.True(allowed.Contains(neighbor.Label)));
            sum += Samples.Recall(found, Samples.Exact(Vectors, query, DistanceMetric.Euclidean, allowed.Contains), 10);
        }

        Assert.True(sum / 40 >= 0.95);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(8000)]
    public void A_filtered_stream_produces_the_allowed_labels_and_ends(int size)
    {
        // Labels that are not in the index are no harm.
        var allowed = LabelSet.FromLabels([.. Samples.Labels(size, Count - size), Count + 5, -40]);
        using var stream = Index.Stream(Vectors.AsSpan(0, Dimensions), new SearchOptions { Allowed = allowed });

        Assert.Equal(Samples.Labels(size, Count - size), stream.ReadAll(100).Select(n => n.Label).Order());
    }

    [Fact]
    public void Allowed_vectors_far_from_the_query_are_found_exactly()
    {
        var query = Vectors.AsSpan(0, Dimensions);
        var farthest = Samples.Exact(Vectors, query, DistanceMetric.Euclidean)[^6000..];
        var allowed = LabelSet.FromLabels([.. farthest.Select(n => n.Label)]);
        var found = new Neighbor[10];

        Index.Search(query, found, new SearchOptions { Allowed = allowed });

        Assert.Equal(1, Samples.Recall(found, farthest, 10));
    }

    // Their codes are learned of the longest: what rounding changes differs from vector to vector.
    [Theory]
    [InlineData(DistanceMetric.Euclidean)]
    [InlineData(DistanceMetric.InnerProduct)]
    public void Allowed_vectors_far_from_the_query_are_found_exactly_where_long_vectors_came_first(DistanceMetric metric)
    {
        const int Rows = 12_000;
        const int Long = 64;
        var vectors = HardSets.FourDirections(Rows, Long, seed: 1);
        using var index = VamanaIndex.Create(new VamanaOptions { Dimensions = Long, Metric = metric });
        foreach (var labels in Samples.Labels(Rows).Chunk(500))
            index.AddBatch(labels, vectors.AsSpan((int)labels[0] * Long, labels.Length * Long));
        var found = new Neighbor[10];
        double sum = 0;

        foreach (var query in HardSets.FourDirections(40, Long, seed: 2).Chunk(Long))
        {
            var farther = Samples.Exact(vectors, query, metric)[(Rows / 2)..];
            index.Search(query, found, new SearchOptions { Allowed = LabelSet.FromLabels([.. farther.Select(n => n.Label)]) });
            sum += Samples.Recall(found, farther, 10);
        }

        Assert.Equal(40, sum, 0.3);
    }

    [Fact]
    public void An_empty_set_allows_nothing()
    {
        var found = new Neighbor[10];

        Assert.Equal(0, Index.Search(Vectors.AsSpan(0, Dimensions), found, new SearchOptions { Allowed = LabelSet.FromLabels([]) }));
    }

    [Fact]
    public void A_set_lists_its_labels_in_order()
    {
        var set = LabelSet.FromLabels([900, -3, 64, 63, 900]);
        var listed = new List<long>();
        foreach (var label in set)
            listed.Add(label);

        Assert.Equal([-3, 63, 64, 900], listed);
        Assert.Equal(4, set.Count);
        Assert.False(set.Contains(65));
        Assert.False(set.Contains(long.MinValue));
    }

    // So large a set that even by such a list it is walked, not scanned.
    [Fact]
    public void A_list_longer_than_the_window_may_be_asked_for()
    {
        const int Many = 260_000;
        using var index = Samples.Build(Samples.Whole(Many * 3, 1, seed: 1), 3, DistanceMetric.Euclidean);
        var allowed = LabelSet.FromLabels(Samples.Labels(Many - 10));

        Assert.Equal(10, index.Search([1, 2, 3], new Neighbor[10], new SearchOptions { Allowed = allowed, SearchListSize = 8_500 }));
    }

    [Fact]
    public void A_set_of_labels_that_lie_far_apart_takes_as_much_memory_as_it_has_labels()
    {
        long[] labels = [long.MinValue, -5_000_000_000, -1, 0, 1, 63, 64, 5_000_000_000, 5_000_000_001, long.MaxValue];
        _ = LabelSet.FromLabels(labels);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var set = LabelSet.FromLabels([.. labels.Reverse(), 5_000_000_000]);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 10_000);

        var listed = new List<long>();
        foreach (var label in set)
            listed.Add(label);
        Assert.Equal(labels, listed);
        Assert.All(labels, label => Assert.True(set.Contains(label)));
        Assert.All([-2, 2, 62, 65, 5_000_000_002, long.MaxValue - 1], label => Assert.False(set.Contains(label)));
    }
}
