using System.Numerics.Tensors;
using OmenDb.DiskAnn.Graph;
using OmenDb.Fuzz.Snapshots;

namespace OmenDb.DiskAnn.Tests.Graph;

/// <summary>Searches by inner product begin at the longest vectors, which are the answers to most queries.</summary>
public sealed class LongSeedTests : IDisposable
{
    private const int Count = 8_000;
    private const int Dimensions = 32;

    // Too short for a walk from anywhere else, and for a scan.
    private static readonly SearchOptions Short = new() { SearchListSize = 20 };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(IndexStorage.Full)]
    [InlineData(IndexStorage.Compact)]
    public void The_largest_products_are_found_with_queries_unlike_all_vectors(IndexStorage storage)
    {
        var vectors = OfManyLengths(Count, seed: 1);
        using var index = Build(vectors, storage);

        Assert.InRange(Recall(index, vectors), 0.85, 1); // by other seeds, 0.6
    }

    [Fact]
    public void The_largest_products_are_found_in_an_index_that_was_opened_and_has_grown()
    {
        var vectors = OfManyLengths(Count, seed: 1);
        using (var index = Build(vectors[..(Count * 2 / 3 * Dimensions)]))
            index.Save(_folder.File("index"));
        using var opened = VamanaIndex.Open(_folder.File("index"));
        Assert.IsType<LongSeeds>(opened.Graph.Seeds);
        opened.AddBatch(Samples.Labels(Count - (Count * 2 / 3), Count * 2 / 3), vectors.AsSpan(Count * 2 / 3 * Dimensions));

        Assert.InRange(Recall(opened, vectors), 0.9, 1);
    }

    [Fact]
    public void Seeds_of_an_opened_index_are_those_that_were_saved_in_whatever_order_nodes_lie()
    {
        using var index = Build(OfManyLengths(Count, seed: 1));
        index.Save(_folder.File("index"), default, LargeGraphs.Files);
        using var opened = VamanaIndex.Open(_folder.File("index"));

        var (saved, read) = (Assert.IsType<LongSeeds>(index.Graph.Seeds), Assert.IsType<LongSeeds>(opened.Graph.Seeds));
        Assert.Equal(saved.Nodes.Select(node => index.Graph.Entries.Label(index.Graph.Entries.Last(node))), read.Nodes.Select(node => opened.Graph.Entries.Label(opened.Graph.Entries.Last(node))));
        Assert.Equal(saved.ChosenFrom, read.ChosenFrom);
    }

    [Fact]
    public void They_are_the_longest()
    {
        var vectors = OfManyLengths(Count, seed: 1);
        using var index = Build(vectors);

        var longest = Enumerable.Range(0, Count).OrderByDescending(i => TensorPrimitives.SumOfSquares(vectors.AsSpan(i * Dimensions, Dimensions))).Take(Count / 20);
        Assert.Equal(longest.Order(), Assert.IsType<LongSeeds>(index.Graph.Seeds).Nodes.Order());
    }

    [Fact]
    public void A_vector_that_is_longer_than_all_before_is_found_at_once()
    {
        using var index = Build(OfManyLengths(Count, seed: 1));
        var longest = OfManyLengths(1, seed: 3);
        TensorPrimitives.Multiply<float>(longest, 100 / TensorPrimitives.Norm<float>(longest), longest);
        index.AddBatch([Count], [.. longest.Select(element => -element * 20)]); // where no other vector is
        var found = new Neighbor[1];

        Assert.Equal(1, index.Search([.. longest.Select(element => -element)], found, new SearchOptions { SearchListSize = 10 }));
        Assert.Equal(Count, found[0].Label);
        Assert.Contains(Count, Assert.IsType<LongSeeds>(index.Graph.Seeds).Nodes);
    }

    [Fact]
    public void Vectors_of_nearly_one_length_have_other_seeds()
    {
        var vectors = OfManyLengths(Count, seed: 1);
        var random = new Random(4);
        for (var i = 0; i < Count; i++)
        {
            var vector = vectors.AsSpan(i * Dimensions, Dimensions);
            TensorPrimitives.Multiply(vector, (1 + (0.1f * random.NextSingle())) / TensorPrimitives.Norm<float>(vector), vector);
        }

        using var index = Build(vectors);

        Assert.NotNull(index.Graph.Seeds);
        Assert.IsNotType<LongSeeds>(index.Graph.Seeds);
    }

    // Clusters, and each vector some times as long as it was.
    private static float[] OfManyLengths(int count, int seed)
    {
        var vectors = Samples.Clustered(count, Dimensions, seed, clusters: 200);
        var normals = HardSets.Normals(count, seed);
        for (var i = 0; i < count; i++)
        {
            var vector = vectors.AsSpan(i * Dimensions, Dimensions);
            TensorPrimitives.Multiply(vector, MathF.Exp(0.5f * normals[i]), vector);
        }

        return vectors;
    }

    private static VamanaIndex Build(float[] vectors, IndexStorage storage = IndexStorage.Full)
    {
        var index = VamanaIndex.Create(new VamanaOptions { Dimensions = Dimensions, Metric = DistanceMetric.InnerProduct, Storage = storage });
        index.AddBatch(Samples.Labels(vectors.Length / Dimensions), vectors);
        return index;
    }

    // Each query is the sum of three vectors of different clusters.
    private static double Recall(VamanaIndex index, float[] vectors)
    {
        var found = new Neighbor[10];
        double recall = 0;
        var parts = Samples.Clustered(300, Dimensions, seed: 2, clusters: 200).Chunk(Dimensions).ToList();
        for (var i = 0; i < 100; i++)
        {
            float[] query = [.. Enumerable.Range(0, Dimensions).Select(d => parts[i][d] + parts[100 + i][d] + parts[200 + i][d])];
            recall += Samples.Recall(found.AsSpan(0, index.Search(query, found, Short)), Samples.Exact(vectors, query, DistanceMetric.InnerProduct), 10) / 100;
        }

        return recall;
    }
}
