using System.Numerics.Tensors;
using OmenDb.DiskAnn.Graph;
using OmenDb.DiskAnn.Quantization;
using OmenDb.DiskAnn.Storage;

namespace OmenDb.DiskAnn.Tests.Quantization;

/// <summary>Codes as distances: of stored rows from queries and from each other.</summary>
public sealed class CodeTests
{
    private const int Count = 1000;

    [Theory]
    [InlineData(3)]
    [InlineData(48)]
    [InlineData(200)]
    [InlineData(768)]
    public void Scores_are_the_same_bits_one_at_a_time_and_together(int dimensions)
    {
        using var codes = Encode(Samples.Clustered(Count, dimensions, seed: 1), dimensions);
        var buffer = new QueryBuffer<sbyte>(codes.QueryBytes);
        var score = codes.OfQuery(Project(codes, Samples.Clustered(1, dimensions, seed: 2)), buffer);
        var random = new Random(5);
        for (var length = 0; length <= 33; length++)
        {
            var nodes = random.GetItems(Enumerable.Range(0, Count).ToArray(), length);
            var together = new ulong[length];

            score.Score(nodes, together);

            Assert.Equal(nodes.Select(node => Candidate.Pack(score.Score(node), node)), together);
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(48)]
    [InlineData(768)]
    public void A_score_by_bounds_is_the_bound_of_the_score_one_at_a_time_and_together(int dimensions)
    {
        const float deviations = 4;
        using var codes = Encode(Samples.Clustered(Count, dimensions, seed: 1), dimensions);
        var buffer = new QueryBuffer<sbyte>(codes.QueryBytes);
        var score = codes.OfQuery(Project(codes, Samples.Clustered(1, dimensions, seed: 2)), buffer);
        var bounds = score.Bounds(deviations);
        int[] nodes = [.. Enumerable.Range(0, 37)];
        var together = new ulong[nodes.Length];

        bounds.Score(nodes, together);

        Assert.Equal(nodes.Select(node => Candidate.Pack(bounds.Score(node), node)), together);
        Assert.All(nodes, node =>
        {
            var own = score.Score(node);
            Assert.Equal(score.LowerBound(Candidate.Pack(own, node), deviations), bounds.Score(node), 1e-4f * (1 + Math.Abs(own)));
            Assert.True(bounds.Score(node) < own);
        });
    }

    [Theory]
    [InlineData(3)]
    [InlineData(48)]
    [InlineData(200)]
    [InlineData(768)]
    public void A_query_s_score_is_the_projected_distance(int dimensions)
    {
        var vectors = Samples.Clustered(Count, dimensions, seed: 1);
        using var codes = Encode(vectors, dimensions);
        var buffer = new QueryBuffer<sbyte>(codes.QueryBytes);
        var query = Project(codes, Samples.Clustered(1, dimensions, seed: 2));
        var score = codes.OfQuery([.. query], buffer);

        for (var node = 0; node < Count; node++)
            AssertWithinRounding(query, Project(codes, vectors.AsSpan(node * dimensions, dimensions)), score.Score(node));
    }

    [Theory]
    [InlineData(48)]
    [InlineData(200)]
    public void A_node_s_score_is_the_projected_distance(int dimensions)
    {
        var vectors = Samples.Clustered(Count, dimensions, seed: 1);
        using var codes = Encode(vectors, dimensions);
        var buffer = new QueryBuffer<sbyte>(codes.QueryBytes);
        for (var node = 0; node < Count; node += 50)
        {
            var from = Project(codes, vectors.AsSpan(node * dimensions, dimensions));
            var score = codes.OfNode(node, buffer);
            for (var other = 0; other < Count; other++)
            {
                var to = Project(codes, vectors.AsSpan(other * dimensions, dimensions));
                AssertWithinRounding(from, to, score.Score(other));
            }
        }
    }

    [Fact]
    public void Equal_rows_are_at_distance_zero()
    {
        const int Dimensions = 48;
        var vectors = Samples.Clustered(Count, Dimensions, seed: 1);
        vectors.AsSpan(0, Dimensions).CopyTo(vectors.AsSpan(7 * Dimensions));
        using var codes = Encode(vectors, Dimensions);
        var buffer = new QueryBuffer<sbyte>(codes.QueryBytes);
        var score = codes.OfNode(0, buffer);

        Assert.Equal(0, score.Score(7), 1e-5f * codes.SquaredNorm(0));
        GC.KeepAlive(buffer);
    }

    [Theory]
    [InlineData(48)]
    [InlineData(200)]
    [InlineData(768)]
    public void A_code_s_distance_is_a_lower_bound_of_the_exact_one(int dimensions)
    {
        var vectors = Samples.Clustered(Count, dimensions, seed: 1);
        using var codes = Encode(vectors, dimensions);
        var buffer = new QueryBuffer<sbyte>(codes.QueryBytes);
        var violations = 0;
        foreach (var query in Samples.Clustered(10, dimensions, seed: 2).Chunk(dimensions))
        {
            var score = codes.OfQuery(Project(codes, query), buffer);
            for (var node = 0; node < Count; node++)
            {
                var exact = TensorPrimitives.Distance<float>(query, vectors.AsSpan(node * dimensions, dimensions));
                violations += score.LowerBound(Candidate.Pack(score.Score(node), node), 2) > Square(exact) ? 1 : 0;
            }
        }

        // Two deviations of what rounding changes are allowed for.
        Assert.InRange(violations, 0, 10 * Count * 3 / 100);
    }

    [Fact]
    public void A_query_far_from_all_rows_keeps_its_distances()
    {
        const int Dimensions = 48;
        var vectors = Samples.Clustered(Count, Dimensions, seed: 1);
        using var codes = Encode(vectors, Dimensions);
        var buffer = new QueryBuffer<sbyte>(codes.QueryBytes);
        var query = Array.ConvertAll(Samples.Clustered(1, Dimensions, seed: 2), element => element * 100);
        var score = codes.OfQuery(Project(codes, query), buffer);

        for (var node = 0; node < Count; node++)
        {
            var exact = TensorPrimitives.Distance<float>(query, vectors.AsSpan(node * Dimensions, Dimensions));
            Assert.Equal(1, MathF.Sqrt(score.Score(node)) / exact, 0.01f);
        }
    }

    private static CodeRows Encode(float[] vectors, int dimensions)
    {
        var rows = Samples.Rows(vectors, dimensions);
        var rowLength = Samples.RowLength(dimensions);
        var count = vectors.Length / dimensions;
        var projection = PrincipalSubspace.Learn(rows, count, rowLength, dimensions, seed: 0, new Workers(1));
        var codes = new CodeRows(projection);
        codes.Memory.EnsureCapacity(count);
        var projected = new float[projection.Dimensions];
        for (var node = 0; node < count; node++)
        {
            projection.Project(rows.AsSpan(node * rowLength, rowLength), projected);
            codes.Write(node, projected);
        }

        return codes;
    }

    private static float[] Project(CodeRows codes, ReadOnlySpan<float> vector)
    {
        var projected = new float[codes.Projection.Dimensions];
        codes.Projection.Project(Samples.Rows([.. vector], vector.Length), projected);
        return projected;
    }

    // Rounding leaves a tenth of a norm, of both where both are codes, in a random direction; five deviations of what that does to a product.
    private static void AssertWithinRounding(float[] from, float[] to, float score)
    {
        var exact = Square(TensorPrimitives.Distance<float>(from, to));
        var norms = TensorPrimitives.Norm<float>(from) * TensorPrimitives.Norm<float>(to);
        Assert.Equal(exact, score, 5 * 2 * 0.16f * norms / MathF.Sqrt(from.Length));
    }

    private static float Square(float value) => value * value;
}
