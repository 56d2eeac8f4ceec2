namespace OmenDb.DiskAnn.Tests.Quality;

public sealed class RecallTests
{
    private const int Dimensions = 48;
    private const double Chance = 0.005; // a few hundred queries are a sample

    [Theory]
    [InlineData(DistanceMetric.Cosine, IndexStorage.Full)]
    [InlineData(DistanceMetric.Euclidean, IndexStorage.Full)]
    [InlineData(DistanceMetric.InnerProduct, IndexStorage.Full)]
    [InlineData(DistanceMetric.Cosine, IndexStorage.Compact)]
    [InlineData(DistanceMetric.Euclidean, IndexStorage.Compact)]
    [InlineData(DistanceMetric.InnerProduct, IndexStorage.Compact)]
    public void Search_keeps_the_promised_recall_whichever_it_is(DistanceMetric metric, IndexStorage storage)
    {
        var vectors = Samples.Clustered(8000, Dimensions, seed: 1);
        using var index = VamanaIndex.Create(new VamanaOptions { Dimensions = Dimensions, Metric = metric, Storage = storage });
        index.AddBatch(Samples.Labels(8000), vectors);

        Assert.InRange(AverageRecall(index, vectors, k: 10), 0.98 - Chance, 1); // unless another is asked for
        foreach (var target in new[] { 0.8, 0.9, 0.95, 0.98, 0.995 })
        {
            index.Calibrate(target);
            Assert.InRange(AverageRecall(index, vectors, k: 10), target - Chance, 1);
        }
    }

    [Theory]
    [InlineData(1f / (1L << 60), IndexStorage.Full)]
    [InlineData(1f / 256, IndexStorage.Full)]
    [InlineData(256f, IndexStorage.Full)]
    [InlineData(1L << 40, IndexStorage.Full)]
    [InlineData(1f / 256, IndexStorage.Compact)]
    [InlineData(256f, IndexStorage.Compact)]
    public void The_largest_products_are_the_same_ones_whatever_the_length_of_the_query(float times, IndexStorage storage)
    {
        using var index = VamanaIndex.Create(new VamanaOptions { Dimensions = Dimensions, Metric = DistanceMetric.InnerProduct, Storage = storage });
        index.AddBatch(Samples.Labels(4000), Samples.Clustered(4000, Dimensions, seed: 1));
        foreach (var query in Samples.Clustered(50, Dimensions, seed: 99).Chunk(Dimensions))
            Assert.Equal(Labels(query), Labels(Array.ConvertAll(query, element => element * times)));

        IEnumerable<long> Labels(float[] query)
        {
            var found = new Neighbor[10];
            index.Search(query, found);
            return found.Select(neighbor => neighbor.Label);
        }
    }

    [Fact]
    public void Vectors_added_one_by_one_are_found_as_well_as_a_batch()
    {
        var vectors = Samples.Clustered(2000, Dimensions, seed: 1);
        using var index = VamanaIndex.Create(new VamanaOptions { Dimensions = Dimensions, Metric = DistanceMetric.Euclidean });
        for (var i = 0; i < 2000; i++)
            index.Add(i, vectors.AsSpan(i * Dimensions, Dimensions));

        Assert.InRange(AverageRecall(index, vectors, k: 10), 0.98 - Chance, 1);
    }

    [Fact]
    public void Batches_of_any_size_make_a_good_graph()
    {
        var vectors = Samples.Clustered(4000, Dimensions, seed: 1);
        using var index = VamanaIndex.Create(new VamanaOptions { Dimensions = Dimensions, Metric = DistanceMetric.Cosine });
        var random = new Random(5);
        for (var done = 0; done < 4000;)
        {
            var count = Math.Min(random.Next(1, 700), 4000 - done);
            index.AddBatch(Samples.Labels(count, done), vectors.AsSpan(done * Dimensions, count * Dimensions));
            done += count;
        }

        Assert.InRange(AverageRecall(index, vectors, k: 10), 0.98 - Chance, 1);
    }

    [Theory]
    [InlineData(1_100)]
    [InlineData(8_000)]
    public void Clusters_that_come_at_once_are_walked_with_a_short_list(int count)
    {
        using var index = Samples.Build(Samples.Clustered(count, 64, seed: 1), 64, DistanceMetric.Euclidean);

        Assert.InRange(index.GetStatistics().SearchListSize, 1, 32);
    }

    [Fact]
    public void More_results_than_the_calibrated_list_are_found_as_well()
    {
        var vectors = Samples.Clustered(8000, Dimensions, seed: 1);
        using var index = Samples.Build(vectors, Dimensions, DistanceMetric.Euclidean);

        Assert.InRange(AverageRecall(index, vectors, k: 300), 0.98 - Chance, 1);
    }

    [Fact]
    public void Statistics_tell_the_measured_recall()
    {
        using var index = Samples.Build(Samples.Clustered(3000, Dimensions, seed: 1), Dimensions, DistanceMetric.Cosine);

        var statistics = index.GetStatistics();

        Assert.Equal(3000, statistics.Count);
        Assert.Equal(0.98, statistics.TargetRecall);
        Assert.InRange(statistics.MeasuredRecall, 0.98, 1);
        Assert.InRange(statistics.SearchListSize, 10, 1000);
    }

    [Fact]
    public void The_measured_recall_is_that_of_vectors_that_are_not_stored()
    {
        var vectors = Samples.Clustered(8000, Dimensions, seed: 1);
        using var index = VamanaIndex.Create(new VamanaOptions { Dimensions = Dimensions, TargetRecall = 0.9 });
        index.AddBatch(Samples.Labels(8000), vectors);

        Assert.Equal(AverageRecall(index, vectors, k: 10), index.GetStatistics().MeasuredRecall, 0.015);
    }

    [Fact]
    public void Where_a_walk_would_need_the_longest_list_all_are_scanned_and_the_nearest_found()
    {
        const string Set = "all directions and lengths";
        var (vectors, dimensions) = HardSets.Vectors(Set);
        using var index = Samples.Build(vectors, dimensions, DistanceMetric.Euclidean);
        var found = new Neighbor[10];
        double sum = 0;
        foreach (var query in HardSets.Queries(Set, 200))
        {
            index.Search(query, found);
            sum += Samples.Recall(found, Samples.Exact(vectors, query, DistanceMetric.Euclidean), 10);
        }

        Assert.InRange(sum / 200, 0.995, 1);
        Assert.InRange(index.GetStatistics().SearchListSize, 10, 200);
    }

    [Fact]
    public void A_higher_target_gets_a_longer_search_list()
    {
        var vectors = Samples.Clustered(6000, Dimensions, seed: 1);
        using var modest = VamanaIndex.Create(new VamanaOptions { Dimensions = Dimensions, TargetRecall = 0.5 });
        using var strict = VamanaIndex.Create(new VamanaOptions { Dimensions = Dimensions, TargetRecall = 1 });
        modest.AddBatch(Samples.Labels(6000), vectors);
        strict.AddBatch(Samples.Labels(6000), vectors);

        Assert.True(strict.GetStatistics().SearchListSize > modest.GetStatistics().SearchListSize);
    }

    [Fact]
    public void Another_recall_may_be_asked_of_an_index_and_is_kept()
    {
        var vectors = Samples.Clustered(8000, Dimensions, seed: 1);
        using var index = Samples.Build(vectors, Dimensions, DistanceMetric.Cosine);

        index.Calibrate(0.9);
        var modest = index.GetStatistics();
        Assert.InRange(AverageRecall(index, vectors, k: 10), 0.9, 1);
        index.Calibrate(0.995);
        var strict = index.GetStatistics();
        Assert.InRange(AverageRecall(index, vectors, k: 10), 0.99, 1);

        Assert.Equal((0.9, 0.995), (modest.TargetRecall, strict.TargetRecall));
        Assert.InRange(modest.MeasuredRecall, 0.9, strict.MeasuredRecall);
        Assert.True(modest.SearchListSize < strict.SearchListSize);
    }

    [Fact]
    public void An_index_that_was_calibrated_anew_is_as_one_made_for_that_recall()
    {
        var vectors = Samples.Clustered(3000, Dimensions, seed: 1);
        using var made = VamanaIndex.Create(new VamanaOptions { Dimensions = Dimensions, Threads = 1, TargetRecall = 0.9 });
        using var index = VamanaIndex.Create(new VamanaOptions { Dimensions = Dimensions, Threads = 1 });
        made.AddBatch(Samples.Labels(3000), vectors);
        index.AddBatch(Samples.Labels(3000), vectors);

        index.Calibrate(0.9);

        Assert.Equal(made.GetStatistics(), index.GetStatistics());
    }

    [Fact]
    public void An_empty_index_is_calibrated_for_the_last_recall_asked_of_it_once_there_are_vectors()
    {
        using var index = VamanaIndex.Create(new VamanaOptions { Dimensions = Dimensions });
        index.Calibrate(0.6);
        index.AddBatch(Samples.Labels(3000), Samples.Clustered(3000, Dimensions, seed: 1));

        Assert.Equal(0.6, index.GetStatistics().TargetRecall);
        Assert.InRange(index.GetStatistics().MeasuredRecall, 0.6, 1);
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(50)]
    [InlineData(1)]
    public void Vectors_that_come_topic_by_topic_are_found(int batch)
    {
        const int Topics = 12;
        const int Each = 1_000;
        const int Queries = 240;
        var random = new Random(5);
        var vectors = Enumerable.Range(0, Topics).SelectMany(topic => Enumerable.Range(0, Each).SelectMany(_ => OfTopic(topic, random))).ToArray();
        using var index = VamanaIndex.Create(new VamanaOptions { Dimensions = Topics * 16 });
        for (var first = 0; first < Topics * Each; first += batch)
            index.AddBatch(Samples.Labels(batch, first), vectors.AsSpan(first * index.Dimensions, batch * index.Dimensions));

        var found = new Neighbor[10];
        double sum = 0;
        for (var i = 0; i < Queries; i++)
        {
            var query = OfTopic(i % Topics, random);
            Assert.Equal(10, index.Search(query, found));
            sum += Samples.Recall(found, Samples.Exact(vectors, query, DistanceMetric.Cosine), 10);
        }

        Assert.InRange(sum / Queries, 0.98 - Chance, 1);

        // A topic has dimensions of its own.
        static float[] OfTopic(int topic, Random random)
        {
            var vector = new float[Topics * 16];
            for (var i = 0; i < 16; i++)
                vector[(topic * 16) + i] = random.NextSingle() - 0.5f;
            return vector;
        }
    }

    private static double AverageRecall(VamanaIndex index, float[] vectors, int k)
    {
        const int Queries = 400;
        var queries = Samples.Clustered(Queries, Dimensions, seed: 99);
        var found = new Neighbor[k];
        double sum = 0;
        for (var i = 0; i < Queries; i++)
        {
            var query = queries[(i * Dimensions)..((i + 1) * Dimensions)];
            sum += Samples.Recall(Search(query), Samples.Exact(vectors, query, index.Metric), k);
        }

        return sum / Queries;

        Neighbor[] Search(float[] query)
        {
            if (index.Storage == IndexStorage.Compact)
                return Samples.Ranked(index, vectors, query, k);
            Assert.Equal(k, index.Search(query, found));
            return found;
        }
    }
}
