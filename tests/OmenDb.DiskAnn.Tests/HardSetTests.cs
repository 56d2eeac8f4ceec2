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
        var found = new Neighbor[10];
        double sum = 0;
        foreach (var query in HardSets.Queries(set, Queries))
        {
            var count = index.Search(query, found);
            sum += Samples.Recall(found.AsSpan(0, count), Samples.Exact(vectors, query, metric), 10);
        }

        Assert.True(sum / Queries >= 0.97, $"Recall is {sum / Queries}.");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Search_with_defaults_finds_a_vector_itself_in(string set, DistanceMetric metric)
    {
        var (vectors, dimensions) = HardSets.Vectors(set);
        using var index = Samples.Build(vectors, dimensions, metric);
        var found = new Neighbor[1];
        double sum = 0;
        foreach (var query in vectors.Chunk(dimensions).Take(Queries))
        {
            var count = index.Search(query, found);
            sum += Samples.Recall(found.AsSpan(0, count), Samples.Exact(vectors, query, metric), 1);
        }

        Assert.True(sum / Math.Min(Queries, vectors.Length / dimensions) >= 0.96, $"Recall is {sum / Queries}.");
    }

    [Fact]
    public void A_graph_that_was_scanned_when_it_was_calibrated_keeps_its_recall_while_it_grows_by_a_tenth()
    {
        const int count = 1_000; // which are scanned, whatever the list
        var (vectors, dimensions) = HardSets.Vectors("all directions and lengths");
        vectors = vectors[..(count * 109 / 100 * dimensions)];
        using var index = Samples.Build(vectors[..(count * dimensions)], dimensions, DistanceMetric.Euclidean);
        for (var i = count; i < vectors.Length / dimensions; i++)
            index.Add(i, vectors.AsSpan(i * dimensions, dimensions));
        var found = new Neighbor[10];
        double sum = 0;
        foreach (var query in HardSets.Queries("all directions and lengths", Queries))
        {
            index.Search(query, found);
            sum += Samples.Recall(found, Samples.Exact(vectors, query, DistanceMetric.Euclidean), 10);
        }

        Assert.True(sum / Queries >= 0.97, $"Recall is {sum / Queries}.");
    }
}
