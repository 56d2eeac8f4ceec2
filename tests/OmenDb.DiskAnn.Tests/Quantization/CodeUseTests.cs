using OmenDb.DiskAnn.Graph;
using OmenDb.DiskAnn.Quantization;

namespace OmenDb.DiskAnn.Tests.Quantization;

/// <summary>When walks compare codes, and when rows: by whether codes can tell the rows apart.</summary>
public sealed class CodeUseTests
{
    private const int Count = 3_000;
    private const int Dimensions = 96;

    public static TheoryData<DistanceMetric> Metrics { get; } = [.. Enum.GetValues<DistanceMetric>()];

    public static TheoryData<float> Scales { get; } = [1e-15f, 1e-9f, 1e9f, 1e15f];

    [Theory]
    [MemberData(nameof(Metrics))]
    public void Rows_far_from_the_origin_have_codes(DistanceMetric metric)
    {
        using var index = Samples.Build([.. Samples.Clustered(Count, Dimensions, seed: 1).Select(element => element + 10)], Dimensions, metric);

        Assert.NotNull(index.Graph.Codes);
    }

    [Fact]
    public void Rows_of_which_one_is_far_longer_than_the_others_are_found()
    {
        var vectors = Samples.Clustered(Count, Dimensions, seed: 1);
        foreach (ref var element in vectors.AsSpan(0, Dimensions))
            element *= 10_000;
        using var index = Samples.Build(vectors, Dimensions, DistanceMetric.InnerProduct);
        var found = new Neighbor[10];

        foreach (var query in Samples.Clustered(40, Dimensions, seed: 2).Chunk(Dimensions))
        {
            index.Search(query, found);
            Assert.InRange(Samples.Recall(found, Samples.Exact(vectors, query, DistanceMetric.InnerProduct), 10), 0.7, 1);
        }
    }

    [Theory]
    [MemberData(nameof(Scales))]
    public void Codes_are_as_long_whatever_the_vectors_are_measured_in(float scale)
    {
        const int Long = 384;
        var vectors = Samples.Clustered(1_200, Long, seed: 1);
        using var plain = Samples.Build(vectors, Long, DistanceMetric.Euclidean);
        using var scaled = Samples.Build([.. vectors.Select(element => element * scale)], Long, DistanceMetric.Euclidean);

        Assert.Equal(plain.Graph.Codes!.Projection.Dimensions, scaled.Graph.Codes?.Projection.Dimensions);
    }

    [Fact]
    public async Task Whether_codes_tell_rows_apart_does_not_depend_on_when_memory_is_collected()
    {
        var rows = Samples.Rows(Samples.Clustered(Count, Dimensions, seed: 1), Dimensions);
        var workers = new Workers(1);
        var projection = PrincipalSubspace.Learn(rows, Count, Samples.RowLength(Dimensions), Dimensions, seed: 0, workers);
        double Measure() => CodeQuality.Measure(projection, rows, Count, zeroed: -1, workers);
        var quality = Measure();
        using var over = new CancellationTokenSource();
        var allocating = Task.Run(() =>
        {
            while (!over.IsCancellationRequested)
                GC.AllocateUninitializedArray<byte>(400, pinned: true).AsSpan().Fill(0x55);
        });

        Assert.All(Enumerable.Range(0, 20), _ => Assert.Equal(quality, Measure()));
        await over.CancelAsync();
        await allocating;
    }
}
