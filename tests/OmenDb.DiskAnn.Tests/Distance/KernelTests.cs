using System.Numerics.Tensors;
using OmenDb.DiskAnn.Distance;
using OmenDb.DiskAnn.Storage;

namespace OmenDb.DiskAnn.Tests.Distance;

public sealed unsafe class KernelTests
{
    private const int LongestVector = 600;

    private delegate float Kernel(float* a, float* b, int length);

    [Fact]
    public void Squared_Euclidean_agrees_with_TensorPrimitives_at_every_length() => Compare(
        (a, b) => MathF.Pow(TensorPrimitives.Distance(a, b), 2), SquaredEuclidean.Compute, SquaredEuclidean.Compute256, SquaredEuclidean.Compute512);

    [Fact]
    public void Negative_dot_agrees_with_TensorPrimitives_at_every_length() => Compare(
        (a, b) => -TensorPrimitives.Dot(a, b), NegativeDot.Compute, NegativeDot.Compute256, NegativeDot.Compute512);

    [Theory]
    [InlineData(DistanceMetric.Cosine)]
    [InlineData(DistanceMetric.Euclidean)]
    [InlineData(DistanceMetric.InnerProduct)]
    public void Distances_given_to_callers_agree_with_TensorPrimitives(DistanceMetric metric)
    {
        var vectors = Samples.Clustered(200, 37, seed: 1);
        using var index = Samples.Build(vectors, 37, metric);
        var query = Samples.Clustered(1, 37, seed: 2);
        var found = new Neighbor[200];

        Assert.Equal(200, index.Search(query, found));

        foreach (var neighbor in found)
        {
            var exact = Samples.Distance(query, vectors.AsSpan((int)neighbor.Label * 37, 37), metric);
            Assert.Equal(exact, neighbor.Distance, 1e-4f * Math.Max(1, Math.Abs(exact)));
        }
    }

    [Fact]
    public void Cosine_distance_of_a_vector_to_itself_is_zero()
    {
        var vectors = Samples.Clustered(50, 384, seed: 3);
        using var index = Samples.Build(vectors, 384, DistanceMetric.Cosine);
        var found = new Neighbor[1];

        index.Search(vectors.AsSpan(0, 384), found);

        Assert.Equal(new Neighbor(0, 0), found[0]);
    }

    private static void Compare(Func<float[], float[], float> reference, params Kernel[] kernels)
    {
        var random = new Random(11);
        for (var length = 1; length <= LongestVector; length++)
        {
            var padded = (length + RowEncoder.Lanes - 1) / RowEncoder.Lanes * RowEncoder.Lanes;
            QueryBuffer<float> a = new(padded), b = new(padded);
            for (var i = 0; i < length; i++)
            {
                a.Span[i] = random.NextSingle() - 0.5f;
                b.Span[i] = random.NextSingle() - 0.5f;
            }

            var expected = reference(a.Span[..length].ToArray(), b.Span[..length].ToArray());
            foreach (var kernel in kernels)
                Assert.Equal(expected, kernel(a.Pointer, b.Pointer, padded), 1e-5f * Math.Max(1, length / 16f));
        }
    }
}
