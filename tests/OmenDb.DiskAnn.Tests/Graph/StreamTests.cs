using System.Runtime.CompilerServices;

namespace OmenDb.DiskAnn.Tests.Graph;

public sealed class StreamTests
{
    private const int Dimensions = 32;

    [Theory]
    [InlineData(DistanceMetric.Cosine, 1)]
    [InlineData(DistanceMetric.Euclidean, 7)]
    [InlineData(DistanceMetric.InnerProduct, 1000)]
    public void Stream_to_the_end_produces_every_label_once(DistanceMetric metric, int step)
    {
        using var index = Samples.Build(Samples.Clustered(3000, Dimensions, seed: 1), Dimensions, metric);
        using var stream = index.Stream(Samples.Clustered(1, Dimensions, seed: 2));

        var all = stream.ReadAll(step);

        Assert.Equal(Samples.Labels(3000), all.Select(n => n.Label).Order());
    }

    [Fact]
    public void One_read_is_in_ascending_order()
    {
        using var index = Samples.Build(Samples.Clustered(3000, Dimensions, seed: 1), Dimensions, DistanceMetric.Euclidean);
        using var stream = index.Stream(Samples.Clustered(1, Dimensions, seed: 2));
        var read = new Neighbor[200];

        while (stream.Read(read) is > 0 and var count)
            Assert.Equal(read[..count].OrderBy(n => n.Distance).ThenBy(n => n.Label), read[..count]);
    }

    [Fact]
    public void The_deep_part_of_a_stream_is_as_good_as_its_beginning()
    {
        var vectors = Samples.Clustered(20_000, Dimensions, seed: 1);
        using var index = Samples.Build(vectors, Dimensions, DistanceMetric.Euclidean);
        double sum = 0;
        var read = new Neighbor[1000];
        foreach (var query in Samples.Clustered(20, Dimensions, seed: 2).Chunk(Dimensions))
        {
            using var stream = index.Stream(query);
            Assert.Equal(1000, stream.Read(read));
            sum += Samples.Recall(read, Samples.Exact(vectors, query, DistanceMetric.Euclidean), 1000);
        }

        Assert.True(sum / 20 >= 0.97);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    public void A_stream_is_as_good_where_scanning_the_rest_takes_over(int step)
    {
        const int Few = 16, Steps = 20;
        var vectors = Samples.Whole(2_000, Few, seed: 1);
        using var index = Samples.Build(vectors, Few, DistanceMetric.Euclidean);
        var sums = new double[Steps];
        foreach (var query in Samples.Whole(20, Few, seed: 2).Chunk(Few))
        {
            using var stream = index.Stream(query);
            var read = stream.ReadAll(step).ToArray();
            var exact = Samples.Exact(vectors, query, DistanceMetric.Euclidean);
            for (var i = 0; i < Steps; i++)
                sums[i] += Samples.Recall(read.AsSpan(0, 10 * (i + 1)), exact, 10 * (i + 1));
        }

        Assert.All(sums, sum => Assert.InRange(sum / 20, 0.97, 1));
    }

    [Fact]
    public void A_stream_ends_where_the_index_ended_when_it_was_opened()
    {
        var vectors = Samples.Clustered(1200, Dimensions, seed: 1);
        using var index = Samples.Build(vectors[..(600 * Dimensions)], Dimensions, DistanceMetric.Euclidean);
        using var stream = index.Stream(vectors.AsSpan(0, Dimensions));
        var first = new Neighbor[5];
        stream.Read(first);

        index.AddBatch(Samples.Labels(600, 600), vectors.AsSpan(600 * Dimensions));

        Assert.Equal(Samples.Labels(600), first.Concat(stream.ReadAll(50)).Select(n => n.Label).Order());
    }

    [Fact]
    public void A_label_that_is_removed_and_added_again_between_two_reads_does_not_come_twice()
    {
        var vectors = Samples.Clustered(50, Dimensions, seed: 1);
        var query = vectors[..Dimensions];
        using var index = Samples.Build(vectors, Dimensions, DistanceMetric.Euclidean);
        using var stream = index.Stream(query);
        var nearest = new Neighbor[1];
        stream.Read(nearest);

        index.Remove(0);
        var furthest = (int)Samples.Exact(vectors, query, DistanceMetric.Euclidean)[^1].Label;
        index.Add(0, vectors.AsSpan(furthest * Dimensions, Dimensions));

        Assert.Equal(Samples.Labels(50), nearest.Concat(stream.ReadAll(7)).Select(n => n.Label).Order());
    }

    [Fact]
    public void Codes_that_were_replaced_are_freed_although_a_stream_that_used_them_waits_for_its_next_use()
    {
        var vectors = Samples.Clustered(10_000, Dimensions, seed: 1);
        using var index = Samples.Build(vectors[..(2000 * Dimensions)], Dimensions, DistanceMetric.Euclidean);
        var replaced = CodesOfAStream();
        index.AddBatch(Samples.Labels(8000, 2000), vectors.AsSpan(2000 * Dimensions)); // more than four times as many

        Assert.NotNull(index.Graph.Codes);
        Assert.True(IsFreed(replaced));

        [MethodImpl(MethodImplOptions.NoInlining)]
        WeakReference CodesOfAStream()
        {
            using var first = index.Stream(vectors.AsSpan(0, Dimensions));
            using var second = index.Stream(vectors.AsSpan(0, Dimensions));
            return new WeakReference(index.Graph.Codes);
        }
    }

    [Fact]
    public void A_stream_that_is_used_again_answers_by_longer_codes_than_before()
    {
        const int Few = 2000;
        const int Long = 384;
        float[] vectors = [.. Samples.Clustered(Few, 48, seed: 1).Chunk(48).SelectMany(elements => elements.Concat(new float[Long - 48])), .. HardSets.Normals(Few * Long, seed: 2)];
        using var index = Samples.Build(vectors[..(Few * Long)], Long, DistanceMetric.Euclidean);
        var query = vectors[^Long..];
        var found = new Neighbor[10];
        index.Search(query, found);
        var before = index.Graph.Codes!.Projection.Dimensions;
        index.AddBatch(Samples.Labels(Few, Few), vectors.AsSpan(Few * Long));

        index.Search(query, found);

        Assert.InRange(index.Graph.Codes!.Projection.Dimensions, before + 1, Long);
        Assert.InRange(Samples.Recall(found, Samples.Exact(vectors, query, DistanceMetric.Euclidean), 10), 0.9, 1);
    }

    [Fact]
    public void A_set_of_allowed_labels_is_freed_although_a_stream_that_used_it_waits_for_its_next_use()
    {
        using var index = Samples.Build(Samples.Clustered(3000, Dimensions, seed: 1), Dimensions, DistanceMetric.Euclidean);
        var used = SetOfAStream();

        Assert.True(IsFreed(used));

        [MethodImpl(MethodImplOptions.NoInlining)]
        WeakReference SetOfAStream()
        {
            var allowed = LabelSet.FromLabels(Samples.Labels(2000));
            index.Search(Samples.Clustered(1, Dimensions, seed: 2), new Neighbor[10], new SearchOptions { Allowed = allowed });
            return new WeakReference(allowed);
        }
    }

    [Fact]
    public void An_empty_index_gives_nothing()
    {
        using var index = VamanaIndex.Create(new VamanaOptions { Dimensions = 3 });
        using var stream = index.Stream([1, 2, 3]);

        Assert.Equal(0, stream.Read(new Neighbor[4]));
        Assert.Equal(0, index.Search([1, 2, 3], new Neighbor[4]));
    }

    [Fact]
    public void A_disposed_stream_refuses_to_read()
    {
        using var index = Samples.Build(Samples.Clustered(10, Dimensions, seed: 1), Dimensions, DistanceMetric.Cosine);
        var stream = index.Stream(Samples.Clustered(1, Dimensions, seed: 2));
        stream.Dispose();
        stream.Dispose();

        Assert.Throws<ObjectDisposedException>(() => stream.Read(new Neighbor[1]));
    }

    [Fact]
    public void A_warm_search_allocates_nothing()
    {
        using var index = Samples.Build(Samples.Clustered(3000, Dimensions, seed: 1), Dimensions, DistanceMetric.Cosine);
        var query = Samples.Clustered(1, Dimensions, seed: 2);
        var found = new Neighbor[10];
        for (var i = 0; i < 10; i++)
            index.Search(query, found);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 300; i++)
            index.Search(query, found);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData(DistanceMetric.Cosine)]
    [InlineData(DistanceMetric.Euclidean)]
    [InlineData(DistanceMetric.InnerProduct)]
    public void A_vector_that_is_measured_has_the_distance_to_the_last_bit_that_it_has_in_the_index(DistanceMetric metric)
    {
        foreach (var dimensions in new[] { 3, Dimensions, 200 })
        {
            var vectors = Samples.Clustered(3000, dimensions, seed: 1);
            using var index = Samples.Build(vectors, dimensions, metric);
            using var stream = index.Stream(Samples.Clustered(1, dimensions, seed: 2));

            Assert.All(stream.ReadAll(100), n => Assert.Equal(n.Distance, stream.Measure(vectors.AsSpan((int)n.Label * dimensions, dimensions))));
        }
    }

    [Fact]
    public void Measuring_allocates_nothing_once_the_stream_is_warm()
    {
        using var index = Samples.Build(Samples.Clustered(3000, Dimensions, seed: 1), Dimensions, DistanceMetric.Cosine);
        var vector = Samples.Clustered(1, Dimensions, seed: 2);
        using var stream = index.Stream(vector);
        stream.Measure(vector);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 300; i++)
            stream.Measure(vector);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_warm_stream_allocates_nothing()
    {
        using var index = Samples.Build(Samples.Clustered(3000, Dimensions, seed: 1), Dimensions, DistanceMetric.Cosine);
        var query = Samples.Clustered(1, Dimensions, seed: 2);
        var read = new Neighbor[500];
        using (var warm = index.Stream(query))
            warm.Read(read);

        var before = GC.GetAllocatedBytesForCurrentThread();
        using (var stream = index.Stream(query))
            stream.Read(read);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    // A thread of the pool may still be on its way out of the work that used it.
    private static bool IsFreed(WeakReference reference) => SpinWait.SpinUntil(
        () =>
        {
            GC.Collect();
            return !reference.IsAlive;
        },
        TimeSpan.FromSeconds(20));
}
