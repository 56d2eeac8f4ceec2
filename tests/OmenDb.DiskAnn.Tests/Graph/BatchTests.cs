using OmenDb.DiskAnn.Graph;

namespace OmenDb.DiskAnn.Tests.Graph;

/// <summary>Batches that are stopped, and what their callers may do while they are told of the progress.</summary>
public sealed class BatchTests : IDisposable
{
    private const int Dimensions = 256;
    private const int Half = 2048;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_cancelled_batch_keeps_its_beginning()
    {
        using var index = Create();
        using var cancellation = new CancellationTokenSource();
        long last = 0;

        Assert.ThrowsAny<OperationCanceledException>(() => index.AddBatch(Samples.Labels(2000), Vectors(2000), new Told(CancelAfter500), cancellation.Token));

        Assert.InRange(last, 500, 1999);
        Assert.Equal(Samples.Labels((int)last), index.GetLabels());

        void CancelAfter500(long done)
        {
            last = done;
            if (done >= 500)
                cancellation.Cancel();
        }
    }

    [Theory]
    [InlineData(DistanceMetric.Euclidean)]
    [InlineData(DistanceMetric.InnerProduct)]
    public void A_batch_that_is_cancelled_before_it_begins_changes_nothing(DistanceMetric metric)
    {
        using var expected = Create(metric);
        expected.AddBatch(Samples.Labels(2000), Vectors(2000));
        using var index = Create(metric);

        Assert.ThrowsAny<OperationCanceledException>(() => index.AddBatch(Samples.Labels(2000), Elsewhere(2000), null, new CancellationToken(canceled: true)));
        index.AddBatch(Samples.Labels(2000), Vectors(2000));

        Assert.Equal(Snapshot(expected), Snapshot(index));
    }

    [Fact]
    public void What_is_there_of_a_cancelled_batch_is_found_as_well_as_what_is_there_of_a_whole_one()
    {
        using var index = Create();
        using var cancellation = new CancellationTokenSource();

        Assert.ThrowsAny<OperationCanceledException>(
            () => index.AddBatch(Samples.Labels(2 * Half), Vectors(2 * Half), new Told(done => CancelAt(Half, done, cancellation)), cancellation.Token));

        AssertIsFound(index);
    }

    [Fact]
    public void What_is_there_of_a_batch_whose_progress_fails_is_found_as_well()
    {
        using var index = Create();

        var failure = Assert.Throws<NotSupportedException>(() => index.AddBatch(Samples.Labels(2 * Half), Vectors(2 * Half), new Told(FailAtHalf)));

        Assert.Equal("half", failure.Message);
        AssertIsFound(index);

        static void FailAtHalf(long done)
        {
            if (done >= Half)
                throw new NotSupportedException("half");
        }
    }

    [Fact]
    public void Vectors_that_never_came_do_not_decide_how_later_ones_are_walked()
    {
        using var expected = Create();
        expected.AddBatch(Samples.Labels(6000), Vectors(6000));
        using var index = Create();
        using var cancellation = new CancellationTokenSource();
        float[] most = [.. Vectors(1024), .. Elsewhere(19_000)];
        Assert.ThrowsAny<OperationCanceledException>(
            () => index.AddBatch(Samples.Labels(20_024), most, new Told(done => CancelAt(1024, done, cancellation)), cancellation.Token));

        for (var count = 1024; count < 6000; count += 622)
            index.AddBatch(Samples.Labels(622, count), Vectors(6000).AsSpan(count * Dimensions, 622 * Dimensions));

        Assert.Equal(6000, index.Count);
        Assert.InRange(index.GetStatistics().SearchListSize, 1, 2 * expected.GetStatistics().SearchListSize);
    }

    [Fact]
    public void Vectors_each_longer_than_the_one_before_do_not_change_all_others_each_time()
    {
        using var index = Create(DistanceMetric.InnerProduct);
        index.AddBatch(Samples.Labels(1000), Vectors(1000));
        var changes = 0;
        index.Graph.Reached = step => changes += step == GraphStep.RadiusRaised ? 1 : 0;
        var vector = Vectors(1000)[^Dimensions..];

        for (var label = 1000; label < 2000; label++)
        {
            foreach (ref var element in vector.AsSpan())
                element *= 1.005f;
            index.Add(label, vector);
        }

        Assert.InRange(changes, 1, 110); // the longest is 146 times as long as the first
        var nearest = new Neighbor[1];
        index.Search(vector, nearest);
        Assert.Equal(1999, nearest[0].Label);
    }

    [Fact]
    public void Who_is_told_of_the_progress_may_search_but_neither_change_nor_save()
    {
        using var index = Create();
        var path = _folder.File("index");
        var vectors = Vectors(2000);
        var (told, refused) = (0, 0);

        index.AddBatch(Samples.Labels(2000), vectors, new Told(TryAll));

        Assert.InRange(told, 2, 2000);
        Assert.Equal(4 * told, refused);
        Assert.Equal(Samples.Labels(2000), index.GetLabels());
        Assert.Empty(_folder.Files());

        void TryAll(long done)
        {
            told++;
            Assert.Equal(done, index.Count);
            Assert.Equal(1, index.Search(vectors.AsSpan(0, Dimensions), new Neighbor[1]));
            foreach (var change in new Action[] { () => index.Add(1999, vectors.AsSpan(0, Dimensions)), () => index.Remove(0), () => index.Calibrate(0.9), () => index.Save(path) })
            {
                Assert.Throws<InvalidOperationException>(change);
                refused++;
            }
        }
    }

    private static void AssertIsFound(VamanaIndex index)
    {
        Assert.Equal(Half, index.Count);
        Assert.InRange(index.GetStatistics().MeasuredRecall, 0.98, 1);
        Assert.Equal(0, Samples.CountUnreachable(index));
        Assert.NotNull(index.Graph.Seeds);
    }

    private static void CancelAt(long count, long done, CancellationTokenSource cancellation)
    {
        if (done >= count)
            cancellation.Cancel();
    }

    private static VamanaIndex Create(DistanceMetric metric = DistanceMetric.Euclidean) => VamanaIndex.Create(new VamanaOptions { Dimensions = Dimensions, Metric = metric });

    // In half of the dimensions.
    private static float[] Vectors(int count) => Spread(Samples.Clustered(count, Dimensions / 2, seed: 1), first: 0, scale: 1);

    // In the other half, and longer.
    private static float[] Elsewhere(int count) => Spread(Samples.Clustered(count, Dimensions / 2, seed: 2), first: Dimensions / 2, scale: 20);

    private static float[] Spread(float[] half, int first, float scale)
    {
        var vectors = new float[2 * half.Length];
        for (var i = 0; i < half.Length; i++)
            vectors[(i / (Dimensions / 2) * Dimensions) + first + (i % (Dimensions / 2))] = scale * half[i];
        return vectors;
    }

    private byte[] Snapshot(VamanaIndex index)
    {
        index.Save(_folder.File("index"));
        return File.ReadAllBytes(_folder.File("index"));
    }

    private sealed class Told(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}
