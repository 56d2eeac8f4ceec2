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
}
