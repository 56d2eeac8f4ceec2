namespace OmenDb.DiskAnn.Tests;

public sealed class ArgumentTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(16_001)]
    public void Dimensions_out_of_range_are_refused(int dimensions) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => VamanaIndex.Create(new VamanaOptions { Dimensions = dimensions }));

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        var options = new VamanaOptions { Dimensions = 4 };

        Assert.All(
            new[]
            {
                options with { Metric = (DistanceMetric)9 },
                options with { TargetRecall = 0 },
                options with { TargetRecall = double.NaN },
                options with { TargetRecall = 1.1 },
                options with { MaxDegree = -1 },
                options with { MaxDegree = 1025 },
                options with { BuildListSize = -1 },
                options with { BuildListSize = 65_537 },
                options with { Alpha = 0.5f },
                options with { Alpha = float.NaN },
                options with { Threads = -1 },
                options with { Threads = 1025 },
            },
            bad => Assert.Throws<ArgumentOutOfRangeException>(() => VamanaIndex.Create(bad)));
    }

    [Fact]
    public void Choices_of_a_search_that_are_negative_are_refused()
    {
        using var index = VamanaIndex.Create(new VamanaOptions { Dimensions = 2 });

        foreach (var bad in new SearchOptions[] { new() { SearchListSize = -1 }, new() { Expected = -1 } })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => index.Search([1, 2], new Neighbor[1], bad));
            Assert.Throws<ArgumentOutOfRangeException>(() => index.Stream([1, 2], bad));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.5)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_recall_out_of_range_is_refused_and_changes_nothing(double recall)
    {
        using var index = Samples.Build(Samples.Clustered(500, 8, seed: 1), 8, DistanceMetric.Cosine);
        var before = index.GetStatistics();

        Assert.Throws<ArgumentOutOfRangeException>(() => index.Calibrate(recall));

        Assert.Equal(before, index.GetStatistics());
    }

    [Fact]
    public void The_largest_dimension_works()
    {
        var vector = Samples.Clustered(1, 16_000, seed: 1);
        using var index = Samples.Build(vector, 16_000, DistanceMetric.InnerProduct);
        var found = new Neighbor[1];

        Assert.Equal(1, index.Search(vector, found));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void A_batch_with_a_bad_element_changes_nothing(float bad)
    {
        using var index = VamanaIndex.Create(new VamanaOptions { Dimensions = 2 });

        var exception = Assert.Throws<ArgumentException>(() => index.AddBatch([1, 2], [1, 2, 3, bad]));

        Assert.Contains("Element 1 of vector 1 of the batch", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, index.Count);
    }

    [Fact]
    public void A_zero_vector_has_no_place_under_cosine()
    {
        using var index = VamanaIndex.Create(new VamanaOptions { Dimensions = 2 });

        Assert.Throws<ArgumentException>(() => index.AddBatch([1, 2], [1, 2, 0, 0]));
        Assert.Throws<ArgumentException>(() => index.Search([0, 0], new Neighbor[1]));
        Assert.Equal(0, index.Count);
    }

    [Theory]
    [InlineData(DistanceMetric.Euclidean)]
    [InlineData(DistanceMetric.InnerProduct)]
    public void A_zero_vector_is_welcome_elsewhere(DistanceMetric metric)
    {
        using var index = VamanaIndex.Create(new VamanaOptions { Dimensions = 2, Metric = metric });
        index.AddBatch([1, 2], [0, 0, 1, 1]);

        Assert.Equal(2, index.Search([0, 0], new Neighbor[5]));
    }

    [Theory]
    [InlineData(DistanceMetric.Euclidean)]
    [InlineData(DistanceMetric.InnerProduct)]
    public void A_vector_too_long_to_square_distances_is_refused(DistanceMetric metric)
    {
        using var index = VamanaIndex.Create(new VamanaOptions { Dimensions = 2, Metric = metric });

        Assert.Throws<ArgumentException>(() => index.AddBatch([1, 2], [1, 2, 8e17f, 8e17f]));
        Assert.Throws<ArgumentException>(() => index.Search([float.MaxValue, 0], new Neighbor[1]));
        Assert.Equal(0, index.Count);
    }

    [Theory]
    [InlineData(DistanceMetric.Euclidean, IndexStorage.Full)]
    [InlineData(DistanceMetric.Euclidean, IndexStorage.Compact)]
    [InlineData(DistanceMetric.InnerProduct, IndexStorage.Full)]
    [InlineData(DistanceMetric.InnerProduct, IndexStorage.Compact)]
    public void The_longest_vectors_come_in_their_order(DistanceMetric metric, IndexStorage storage)
    {
        using var folder = new TemporaryFolder();
        using var built = VamanaIndex.Create(new VamanaOptions { Dimensions = 2, Metric = metric, Storage = storage });
        built.AddBatch([1, 2, 3], [-7e17f, -7e17f, 1e17f, 0, 7e17f, 7e17f]);
        built.Save(folder.File("index"));
        using var index = VamanaIndex.Open(folder.File("index"));
        var found = new Neighbor[3];

        index.Search([7e17f, 7e17f], found);

        Assert.Equal([3, 2, 1], found.Select(neighbor => neighbor.Label));
        Assert.All(found, neighbor => Assert.True(float.IsFinite(neighbor.Distance)));
    }

    [Fact]
    public void Vectors_of_the_wrong_length_are_refused()
    {
        using var index = VamanaIndex.Create(new VamanaOptions { Dimensions = 3 });

        Assert.Throws<ArgumentException>(() => index.Add(1, [1, 2]));
        Assert.Throws<ArgumentException>(() => index.AddBatch([1, 2], [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => index.Search([1, 2], new Neighbor[1]));
        Assert.Throws<ArgumentException>(() => index.Stream([1, 2, 3, 4]));
    }

    [Fact]
    public void A_label_that_is_taken_or_repeated_is_refused()
    {
        using var index = VamanaIndex.Create(new VamanaOptions { Dimensions = 2 });
        index.Add(1, [1, 2]);

        Assert.Throws<ArgumentException>(() => index.Add(1, [3, 4]));
        Assert.Throws<ArgumentException>(() => index.AddBatch([2, 1], [1, 2, 3, 4]));
        Assert.Throws<ArgumentException>(() => index.AddBatch([3, 4, 3], [1, 2, 3, 4, 5, 6]));
        Assert.Equal(1, index.Count);
    }

    [Fact]
    public void Huge_and_tiny_vectors_keep_their_direction_under_cosine()
    {
        using var index = VamanaIndex.Create(new VamanaOptions { Dimensions = 2 });
        index.AddBatch([1, 2], [1e38f, 1e38f, 1e-40f, 0]);
        var found = new Neighbor[2];

        index.Search([1, 0], found);

        Assert.Equal(2, found[0].Label);
        Assert.Equal(1 - MathF.Sqrt(0.5f), found[1].Distance, 1e-6f);
    }

    [Fact]
    public void A_disposed_index_refuses_everything_but_to_tell_what_it_was()
    {
        var index = VamanaIndex.Create(new VamanaOptions { Dimensions = 2 });
        index.Add(1, [1, 2]);
        index.Dispose();
        index.Dispose();

        Assert.Throws<ObjectDisposedException>(() => index.Search([1, 2], new Neighbor[1]));
        Assert.Throws<ObjectDisposedException>(() => index.Stream([1, 2]));
        Assert.Throws<ObjectDisposedException>(() => index.Add(1, [1, 2]));
        Assert.Throws<ObjectDisposedException>(() => index.Remove(1));
        Assert.Throws<ObjectDisposedException>(() => index.Calibrate(0.9));
        Assert.Throws<ObjectDisposedException>(() => index.Contains(1));
        Assert.Throws<ObjectDisposedException>(() => index.Save("never"));
        Assert.Throws<ObjectDisposedException>(index.Verify);
        Assert.Throws<ObjectDisposedException>(index.GetStatistics);
        Assert.Throws<ObjectDisposedException>(index.GetLabels);
        Assert.Equal((1L, 2, DistanceMetric.Cosine, IndexStorage.Full, Guid.Empty), (index.Count, index.Dimensions, index.Metric, index.Storage, index.Stamp));
    }
}
