namespace OmenDb.DiskAnn.Tests;

public sealed class ConcurrencyTests
{
    private const int Dimensions = 24;

    [Fact]
    public async Task Searches_run_while_batches_are_added()
    {
        const int Count = 12_000;
        var vectors = Samples.Clustered(Count, Dimensions, seed: 1);
        using var index = VamanaIndex.Create(new VamanaOptions { Dimensions = Dimensions, Metric = DistanceMetric.Euclidean });
        index.AddBatch(Samples.Labels(100), vectors.AsSpan(0, 100 * Dimensions));
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(reader => Task.Run(() => SearchUntil(index, vectors, reader, stop.Token))).ToArray();

        for (var done = 100; done < Count; done += 700)
        {
            var count = Math.Min(700, Count - done);
            index.AddBatch(Samples.Labels(count, done), vectors.AsSpan(done * Dimensions, count * Dimensions));
            index.Remove(done);
        }

        await stop.CancelAsync();
        Assert.All(await Task.WhenAll(readers), searches => Assert.True(searches > 0));
    }

    [Fact]
    public async Task Searches_run_while_the_index_is_calibrated()
    {
        var vectors = Samples.Clustered(6000, Dimensions, seed: 1);
        using var index = Samples.Build(vectors, Dimensions, DistanceMetric.Euclidean);
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(reader => Task.Run(() => SearchUntil(index, vectors, reader, stop.Token))).ToArray();

        foreach (var recall in new[] { 0.5, 0.999, 0.9, 1 })
            index.Calibrate(recall);

        await stop.CancelAsync();
        Assert.All(await Task.WhenAll(readers), searches => Assert.True(searches > 0));
        Assert.Equal(1, index.GetStatistics().TargetRecall);
    }

    [Fact]
    public async Task A_snapshot_taken_while_others_write_is_whole()
    {
        var vectors = Samples.Clustered(4000, Dimensions, seed: 1);
        using var index = VamanaIndex.Create(new VamanaOptions { Dimensions = Dimensions });
        using var folder = new TemporaryFolder();
        var writer = Task.Run(() =>
        {
            for (var done = 0; done < 4000; done += 100)
                index.AddBatch(Samples.Labels(100, done), vectors.AsSpan(done * Dimensions, 100 * Dimensions));
        });

        for (var i = 0; i < 10; i++)
        {
            index.Save(folder.File("index"));
            using var opened = VamanaIndex.Open(folder.File("index"));
            Assert.Equal(0, opened.Count % 100);
            Assert.Equal(Samples.Labels((int)opened.Count), opened.GetLabels());
        }

        await writer;
    }

    [Fact]
    public async Task Disposing_while_others_search_is_safe()
    {
        var vectors = Samples.Clustered(2000, Dimensions, seed: 1);
        for (var round = 0; round < 20; round++)
        {
            var index = Samples.Build(vectors[..(200 * Dimensions)], Dimensions, DistanceMetric.Cosine);
            var searchers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
            {
                var found = new Neighbor[10];
                while (true)
                    index.Search(vectors.AsSpan(0, Dimensions), found);
            })).ToArray();
            await Task.Yield();
            index.Dispose();
            foreach (var searcher in searchers)
                await Assert.ThrowsAsync<ObjectDisposedException>(() => searcher);
        }
    }

    [Fact]
    public void An_open_stream_outlives_its_index()
    {
        var index = Samples.Build(Samples.Clustered(500, Dimensions, seed: 1), Dimensions, DistanceMetric.Cosine);
        using var stream = index.Stream(Samples.Clustered(1, Dimensions, seed: 2));

        index.Dispose();

        Assert.Equal(500, stream.ReadAll(100).Count);
    }

    private static long SearchUntil(VamanaIndex index, float[] vectors, int reader, CancellationToken stop)
    {
        var random = new Random(reader);
        var found = new Neighbor[10];
        long searches = 0;
        do
        {
            var query = random.Next(vectors.Length / Dimensions) * Dimensions;
            Assert.Equal(10, index.Search(vectors.AsSpan(query, Dimensions), found));
            Assert.Equal(10, found.Select(n => n.Label).Distinct().Count());
            foreach (var neighbor in found)
            {
                var exact = Samples.Distance(vectors.AsSpan((int)neighbor.Label * Dimensions, Dimensions), vectors.AsSpan(query, Dimensions), DistanceMetric.Euclidean);
                Assert.Equal(exact, neighbor.Distance, 1e-3f);
            }

            searches++;
        }
        while (!stop.IsCancellationRequested);
        return searches;
    }
}
