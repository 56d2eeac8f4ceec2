namespace OmenDb.DiskAnn.Tests.Graph;

public sealed class RemovalTests
{
    private const int Dimensions = 16;

    private static readonly float[] Vectors = Samples.Clustered(2000, Dimensions, seed: 1);

    [Fact]
    public void A_removed_vector_is_not_returned()
    {
        using var index = Samples.Build(Vectors, Dimensions, DistanceMetric.Cosine);
        var found = new Neighbor[10];

        Assert.True(index.Remove(5));
        index.Search(Vectors.AsSpan(5 * Dimensions, Dimensions), found);

        Assert.DoesNotContain(5, found.Select(n => n.Label));
        Assert.False(index.Contains(5));
    }

    [Fact]
    public void Removed_vectors_are_counted()
    {
        using var index = Samples.Build(Vectors, Dimensions, DistanceMetric.Cosine);
        for (var label = 0; label < 300; label++)
            index.Remove(label);

        var statistics = index.GetStatistics();

        Assert.Equal(1700, statistics.Count);
        Assert.Equal(300, statistics.Removed);
        Assert.Equal(Samples.Labels(1700, 300), index.GetLabels());
    }

    [Fact]
    public void A_label_can_be_removed_once()
    {
        using var index = Samples.Build(Vectors, Dimensions, DistanceMetric.Cosine);

        Assert.True(index.Remove(7));
        Assert.False(index.Remove(7));
        Assert.False(index.Remove(-1));
    }

    [Fact]
    public void A_removed_label_can_name_another_vector()
    {
        using var index = Samples.Build(Vectors, Dimensions, DistanceMetric.Euclidean);
        var vector = Samples.Clustered(1, Dimensions, seed: 2);
        var found = new Neighbor[1];

        index.Remove(7);
        index.Add(7, vector);
        index.Search(vector, found);

        Assert.Equal(new Neighbor(7, 0), found[0]);
        Assert.Equal(2000, index.Count);
    }

    [Fact]
    public void K_neighbours_come_although_most_near_ones_were_removed()
    {
        using var index = Samples.Build(Vectors, Dimensions, DistanceMetric.Euclidean);
        var query = Vectors.AsSpan(0, Dimensions);
        var exact = Samples.Exact(Vectors, query, DistanceMetric.Euclidean);
        foreach (var neighbor in exact[..1500])
            index.Remove(neighbor.Label);
        var found = new Neighbor[10];

        Assert.Equal(10, index.Search(query, found));
        Assert.True(Samples.Recall(found, exact[1500..], 10) >= 0.9);
    }

    [Fact]
    public void An_index_of_removed_vectors_is_empty()
    {
        using var index = Samples.Build(Vectors, Dimensions, DistanceMetric.Euclidean);
        foreach (var label in index.GetLabels())
            index.Remove(label);

        Assert.Equal(0, index.Search(Vectors.AsSpan(0, Dimensions), new Neighbor[10]));
        Assert.Equal(0, index.Count);
    }
}
