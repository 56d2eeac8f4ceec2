using System.Numerics.Tensors;
using OmenDb.DiskAnn.Graph;

namespace OmenDb.DiskAnn.Tests.Quantization;

/// <summary>How far nodes are from a query, whatever its length.</summary>
public sealed class ReachTests
{
    [Theory]
    [InlineData(96, 100)]
    [InlineData(96, 10)]
    [InlineData(12, 1)] // where rows are walked
    [InlineData(12, 10)]
    public void By_inner_product_a_node_is_as_far_as_its_product_with_a_query_of_length_one_is_small(int dimensions, float length)
    {
        const int count = 2_000;
        var vectors = Samples.Clustered(count, dimensions, seed: 1);
        using var index = Samples.Build(vectors, dimensions, DistanceMetric.InnerProduct);
        var query = Samples.Clustered(1, dimensions, seed: 2);
        TensorPrimitives.Multiply(query, length / TensorPrimitives.Norm<float>(query), query);
        var encoded = Samples.Encode(index, query);

        for (var node = 0; node < count; node += 100)
        {
            var vector = vectors.AsSpan(node * dimensions, dimensions);
            var expected = -TensorPrimitives.Dot(vector, query) / length;
            var tolerance = 0.1f * TensorPrimitives.Norm<float>(vector); // codes are rounded
            Assert.Equal(expected, encoded.Reach(Candidate.Pack(encoded.Score.Score(node), node)), tolerance);
            Assert.Equal(expected, EncodedQuery.Reach(encoded.Exact.Score(node), length * length), 1e-3f * tolerance);
        }

        GC.KeepAlive(encoded);
    }
}
