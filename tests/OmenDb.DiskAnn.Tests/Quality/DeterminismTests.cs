namespace OmenDb.DiskAnn.Tests.Quality;

public sealed class DeterminismTests
{
    private const int Dimensions = 16;

    [Fact]
    public void Two_builds_on_one_thread_are_equal()
    {
        using var first = BuildWith(threads: 1);
        using var second = BuildWith(threads: 1);

        AssertEqualGraphs(first, second);
    }

    [Fact]
    public void The_number_of_threads_does_not_matter()
    {
        using var first = BuildWith(threads: 1);
        using var second = BuildWith(threads: 4);

        AssertEqualGraphs(first, second);
    }

    private static VamanaIndex BuildWith(int threads) =>
        Samples.Build(Samples.Clustered(3000, Dimensions, seed: 1), Dimensions, DistanceMetric.Cosine, threads);

    private static void AssertEqualGraphs(VamanaIndex first, VamanaIndex second)
    {
        Assert.Equal(first.Graph.EntryPoints, second.Graph.EntryPoints);
        Assert.Equal(first.GetStatistics(), second.GetStatistics());
        for (var node = 0; node < first.Graph.NodeCount; node++)
            Assert.Equal(first.Graph.Edges.Neighbors(node).ToArray(), second.Graph.Edges.Neighbors(node).ToArray());
    }
}
