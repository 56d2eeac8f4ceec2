using OmenDb.DiskAnn.Graph;

namespace OmenDb.DiskAnn.Tests.Quality;

public sealed class HardSetTests : IDisposable
{
    private const int Queries = 200;
    private const double Promised = 0.98 - 0.005; // so many queries are a sample

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, DistanceMetric> All { get; } =
        [.. HardSets.Names.SelectMany(_ => Enum.GetValues<DistanceMetric>(), (set, metric) => (set, metric))];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(All))]
    public void Search_with_defaults_finds_the_nearest_of(string set, DistanceMetric metric)
    {
        var (vectors, dimensions) = HardSets.Vectors(set);
        using var index = Samples.Build(vectors, dimensions, metric);

        Assert.InRange(Recall(index, vectors, metric, HardSets.Queries(set, Queries), k: 10), Promised, 1);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Search_with_defaults_finds_a_vector_itself_in(string set, DistanceMetric metric)
    {
        var (vectors, dimensions) = HardSets.Vectors(set);
        using var index = Samples.Build(vectors, dimensions, metric);

        Assert.InRange(Recall(index, vectors, metric, vectors.Chunk(dimensions).Take(Queries), k: 1), Promised, 1);
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

        Assert.InRange(Recall(index, vectors, DistanceMetric.Euclidean, HardSets.Queries(set, Queries), k: 10), Promised, 1);
    }

    [Fact]
    public void The_nearest_are_found_where_the_longest_list_is_too_short_for_a_walk()
    {
        const int count = 30 * Calibration.LongestList * 11 / 10;
        const int dimensions = 96;
        var vectors = HardSets.Normals(count * dimensions, seed: 1);
        using var index = VamanaIndex.Create(new VamanaOptions { Dimensions = dimensions, Metric = DistanceMetric.InnerProduct, MaxDegree = 8, BuildListSize = 10 });
        index.AddBatch(Samples.Labels(count), vectors);

        Assert.InRange(Recall(index, vectors, DistanceMetric.InnerProduct, HardSets.Normals(20 * dimensions, seed: 2).Chunk(dimensions), k: 10), 0.98, 1);
    }

    [Theory]
    [InlineData(DistanceMetric.Cosine)]
    [InlineData(DistanceMetric.Euclidean)]
    [InlineData(DistanceMetric.InnerProduct)]
    public void The_nearest_of_queries_that_are_like_no_vector_are_found_among_tight_groups(DistanceMetric metric)
    {
        const int count = 12_000;
        const int dimensions = 64;
        var vectors = TightGroups(count, dimensions);
        float[][] unlike = [.. HardSets.Normals(50 * dimensions, seed: 3).Chunk(dimensions)];
        using var index = Samples.Build(vectors, dimensions, metric);
        index.Save(_folder.File("index"));
        using var opened = VamanaIndex.Open(_folder.File("index"));

        Assert.InRange(Recall(index, vectors, metric, unlike, k: 10), 0.98, 1);
        Assert.InRange(Recall(opened, vectors, metric, unlike, k: 10), 0.98, 1);
    }

    [Theory]
    [InlineData(DistanceMetric.Cosine)]
    [InlineData(DistanceMetric.Euclidean)]
    [InlineData(DistanceMetric.InnerProduct)]
    public void Only_queries_that_are_like_no_vector_are_searched_longer_and_only_where_no_list_is_asked_for(DistanceMetric metric)
    {
        const int count = 12_000;
        const int dimensions = 64;
        const int others = 100;
        var vectors = TightGroups(count + others, dimensions);
        using var index = Samples.Build(vectors[..(count * dimensions)], dimensions, metric);
        var unlike = HardSets.Normals(dimensions, seed: 3);

        Assert.InRange(Scored(unlike, new SearchOptions()), count, 2 * count);
        Assert.InRange(Scored(unlike, new SearchOptions { SearchListSize = 16 }), 16, count / 4);
        Assert.InRange(vectors[(count * dimensions)..].Chunk(dimensions).Count(like => Scored(like, new SearchOptions()) > count / 4), 0, others / 20);

        int Scored(ReadOnlySpan<float> query, SearchOptions options)
        {
            using var stream = index.Stream(query, options);
            return stream.Scratch.Scored;
        }
    }

    [Fact]
    public void A_query_that_is_like_no_vector_is_walked_by_the_longest_list_where_there_are_too_many_to_scan()
    {
        const int count = 62_000;
        const int dimensions = 16;
        using var index = VamanaIndex.Create(new VamanaOptions { Dimensions = dimensions, Metric = DistanceMetric.Euclidean, MaxDegree = 8, BuildListSize = 10 });
        index.AddBatch(Samples.Labels(count), TightGroups(count, dimensions));

        using var stream = index.Stream(HardSets.Normals(dimensions, seed: 3));

        Assert.InRange(stream.Scratch.Hops, Calibration.LongestList, count / 8);
    }

    private static float[] TightGroups(int count, int dimensions)
    {
        var centers = HardSets.Normals(300 * dimensions, seed: 1);
        var vectors = HardSets.Normals(count * dimensions, seed: 2);
        for (var i = 0; i < vectors.Length; i++)
            vectors[i] = centers[i % centers.Length] + (0.1f * vectors[i]);
        return vectors;
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
