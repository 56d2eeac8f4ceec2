namespace OmenDb.DiskAnn.Tests;

public sealed class HardSetTests
{
    private const int Queries = 200;

    public static TheoryData<string, DistanceMetric> All { get; } =
        [.. HardSets.Names.SelectMany(_ => Enum.GetValues<DistanceMetric>(), (set, metric) => (set, metric))];

    [Theory]
    [MemberData(nameof(All))]
    public void Search_with_defaults_finds_the_nearest_of(string set, DistanceMetric metric)
    {
        var (vectors, dimensions) = HardSets.Vectors(set);
        using var index = Samples.Build(vectors, dimensions, metric);

        Assert.InRange(Recall(index, vectors, metric, HardSets.Queries(set, Queries), k: 10), 0.97, 1);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Search_with_defaults_finds_a_vector_itself_in(string set, DistanceMetric metric)
    {
        var (vectors, dimensions) = HardSets.Vectors(set);
        using var index = Samples.Build(vectors, dimensions, metric);

        Assert.InRange(Recall(index, vectors, metric, vectors.Chunk(dimensions).Take(Queries), k: 1), 0.96, 1);
    }

    [Fact]
    public void A_graph_that_was_scanned_when_it_was_calibrated_keeps_its_recall_while_it_grows_by_a_tenth()
    {
        const string set = "all directions and lengths";
        const int count = 1_000; // which are scanned, whatever the list
        var (vectors, dimensions) = HardSets.Vectors(set);
        vectors = vectors[..(count * 109 / 100 * dimensions)];
        using var index = Samples.Build(vectors[..(count * dimensions)], dimensions, DistanceMetric.Euclidean);
        for (var i = count; i < vectors.Length / dimensions; i++)
            index.Add(i, vectors.AsSpan(i * dimensions, dimensions));

        Assert.InRange(Recall(index, vectors, DistanceMetric.Euclidean, HardSets.Queries(set, Queries), k: 10), 0.97, 1);
    }

    private static double Recall(VamanaIndex index, float[] vectors, DistanceMetric metric, IEnumerable<float[]> queries, int k)
    {
        var found = new Neighbor[k];
        return queries.Average(query =>
        {
            var count = index.Search(query, found);
            return Samples.Recall(found.AsSpan(0, count), Samples.Exact(vectors, query, metric), k);
        });
    }
}
