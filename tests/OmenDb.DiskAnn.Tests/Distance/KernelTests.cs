using System.Numerics.Tensors;
using OmenDb.DiskAnn.Distance;
using OmenDb.DiskAnn.Graph;
using OmenDb.DiskAnn.Storage;

namespace OmenDb.DiskAnn.Tests.Distance;

public sealed unsafe class KernelTests
{
    private const int LongestVector = 600;

    private delegate float Kernel(float* a, float* b, int length);

    [Fact]
    public void Squared_Euclidean_agrees_with_TensorPrimitives_at_every_length() => Compare(
        (a, b) => MathF.Pow(TensorPrimitives.Distance(a, b), 2), Kernel<SquaredEuclidean>.Compute, Kernel<SquaredEuclidean>.Compute256, Kernel<SquaredEuclidean>.Compute512);

    [Fact]
    public void Negative_dot_agrees_with_TensorPrimitives_at_every_length() => Compare(
        (a, b) => -TensorPrimitives.Dot(a, b), Kernel<NegativeDot>.Compute, Kernel<NegativeDot>.Compute256, Kernel<NegativeDot>.Compute512);

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

    [Fact]
    public void A_row_has_the_same_squared_distance_among_others_as_alone() => CompareTogether<SquaredEuclidean>();

    [Fact]
    public void A_row_has_the_same_product_among_others_as_alone() => CompareTogether<NegativeDot>();

    // A search that scans has the distances, and so the order, of one that walks.
    private static void CompareTogether<TDistance>()
        where TDistance : struct, IDistance
    {
        const int Rows = 11; // four at once, and three left over
        for (var length = 1; length <= LongestVector; length += 13)
        {
            var encoder = new RowEncoder(DistanceMetric.Euclidean, length);
            var rows = new FloatRows(encoder);
            rows.Memory.EnsureCapacity(Rows);
            var vectors = Samples.Clustered(Rows + 1, length, seed: length);
            for (var row = 0; row < Rows; row++)
                rows.Encode(vectors.AsSpan(row * length, length), row);
            var query = new QueryBuffer<float>(encoder.RowLength);
            encoder.EncodeRow(vectors.AsSpan(Rows * length), query.Span);
            int[] nodes = [.. Enumerable.Range(0, Rows).Reverse()];
            var together = new ulong[Rows];

            rows.Score<TDistance>(query.Pointer, nodes, together);

            Assert.Equal(nodes.Select(node => Candidate.Pack(rows.Score<TDistance>(query.Pointer, node), node)), together);
        }
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
