using System.Runtime.CompilerServices;
using OmenDb.DiskAnn.Graph;
using OmenDb.DiskAnn.Quantization;

namespace OmenDb.DiskAnn.Tests.Graph;

/// <summary>Where walks begin: at nodes near their query.</summary>
public sealed class SeedTests
{
    private const int Count = 4_000;

    [Theory]
    [InlineData(96, DistanceMetric.Cosine)]
    [InlineData(96, DistanceMetric.InnerProduct)]
    [InlineData(24, DistanceMetric.Euclidean)]
    public void A_query_has_seeds_among_its_nearest_where_nodes_have_codes(int dimensions, DistanceMetric metric)
    {
        var vectors = Samples.Clustered(Count, dimensions, seed: 1);
        using var index = Samples.Build(vectors, dimensions, metric);
        Assert.NotNull(index.Graph.Codes);

        // Of 20 nodes chosen at random, one would be among them two times in ten.
        Assert.InRange(ShareWithSeedAmong(40, vectors, index), 0.6, 1);
    }

    [Fact]
    public void A_query_has_one_seed_among_its_nearest_where_rows_are_walked()
    {
        var vectors = Samples.Clustered(Count, dimensions: 12, seed: 1);
        using var index = Samples.Build(vectors, dimensions: 12, DistanceMetric.Euclidean);
        Assert.Null(index.Graph.Codes);

        // One node chosen at random would be among them once in twenty times.
        Assert.InRange(ShareWithSeedAmong(200, vectors, index), 0.8, 1);
    }

    [Fact]
    public void A_query_has_a_seed_on_its_side_though_all_vectors_there_came_last_where_rows_are_walked()
    {
        const int dimensions = 12;
        float[] vectors = [.. Samples.Clustered(Count / 2, dimensions, seed: 1), .. Samples.Clustered(Count / 2, dimensions, seed: 2).Select(element => element + 10)];
        using var index = Samples.Build(vectors, dimensions, DistanceMetric.Euclidean);

        foreach (var query in Samples.Clustered(20, dimensions, seed: 3).Select(element => element + 10).Chunk(dimensions))
            Assert.Contains(Find(index, index.Graph.Seeds!, query), node => node >= Count / 2);
    }

    [Fact]
    public void Seeds_are_kept_until_the_graph_has_grown_by_half()
    {
        using var index = Samples.Build(Samples.Clustered(Count, 96, seed: 1), 96, DistanceMetric.Cosine);
        var first = index.Graph.Seeds;
        index.AddBatch(Samples.Labels(Count / 4, Count), Samples.Clustered(Count / 4, 96, seed: 2));
        var second = index.Graph.Seeds;
        index.AddBatch(Samples.Labels(Count / 2, 2 * Count), Samples.Clustered(Count / 2, 96, seed: 3));

        Assert.Same(first, second);
        Assert.NotSame(second, index.Graph.Seeds);
    }

    [Fact]
    public void Seeds_are_chosen_anew_when_other_codes_are_learned()
    {
        const int Half = 192;
        using var index = VamanaIndex.Create(new VamanaOptions { Dimensions = 2 * Half, Metric = DistanceMetric.Euclidean });
        index.AddBatch(Samples.Labels(Count), [.. Samples.Clustered(Count, Half, seed: 1).Chunk(Half).SelectMany(elements => elements.Concat(new float[Half]))]);
        var (codes, seeds) = (index.Graph.Codes, index.Graph.Seeds!);
        float[] others = [.. Samples.Clustered(Count / 20, Half, seed: 2).Chunk(Half).SelectMany(elements => new float[Half].Concat(elements))];
        index.AddBatch(Samples.Labels(Count / 20, Count), others);
        Assert.NotSame(codes, index.Graph.Codes);

        Assert.NotEmpty(Find(index, index.Graph.Seeds!, others[..(2 * Half)]));
        Assert.Empty(Find(index, seeds, others[..(2 * Half)]));
    }

    [Fact]
    public void Seeds_do_not_keep_the_codes_that_they_were_chosen_by()
    {
        using var index = Samples.Build(Samples.Clustered(Count, 24, seed: 1), 24, DistanceMetric.Euclidean);
        var (seeds, codes) = Choose();

        GC.Collect();

        Assert.False(codes.IsAlive);
        Assert.NotEmpty(Find(index, seeds, Samples.Clustered(1, 24, seed: 2))); // by others of the same projection

        [MethodImpl(MethodImplOptions.NoInlining)]
        (Seeds Seeds, WeakReference Codes) Choose()
        {
            var written = index.Graph.Codes!;
            var copied = new CodeRows(written.Projection);
            copied.Memory.EnsureCapacity(Count);
            for (var node = 0; node < index.Graph.NodeCount; node++)
                written.Memory.Span<byte>(node).CopyTo(copied.Memory.Span<byte>(node));
            return (SeedTable.Choose(copied, index.Graph.NodeCount, seed: 0, isOver: null)!, new WeakReference(copied));
        }
    }

    private static double ShareWithSeedAmong(int nearest, float[] vectors, VamanaIndex index)
    {
        var queries = Samples.Clustered(200, index.Dimensions, seed: 2).Chunk(index.Dimensions).ToList();
        return queries.Count(HasSeed) / (double)queries.Count;

        bool HasSeed(float[] query)
        {
            var near = Samples.Exact(vectors, query, index.Metric)[..nearest].Select(neighbor => (int)neighbor.Label);
            return near.Intersect(Find(index, index.Graph.Seeds!, query)).Any();
        }
    }

    private static int[] Find(VamanaIndex index, Seeds seeds, float[] query)
    {
        var encoded = Samples.Encode(index, query);
        int[] found = [.. seeds.Find(encoded.Score, new SearchScratch(), new int[Seeds.Most])];
        GC.KeepAlive(encoded);
        return found;
    }
}
