using System.Numerics.Tensors;
using OmenDb.DiskAnn.Graph;
using OmenDb.DiskAnn.Quantization;

namespace OmenDb.DiskAnn.Tests.Quantization;

public sealed class ProjectionTests
{
    public static TheoryData<string> Sets { get; } = [.. HardSets.Names];

    [Theory]
    [InlineData(2)]
    [InlineData(48)]
    [InlineData(200)]
    [InlineData(768)]
    public void Directions_are_orthonormal_after_rounding(int dimensions)
    {
        var projection = Learn(Samples.Clustered(1000, dimensions, seed: 1), dimensions);
        var directions = Directions(projection);
        for (var i = 0; i < directions.Length; i++)
        {
            for (var j = 0; j <= i; j++)
                Assert.Equal(i == j ? 1 : 0, TensorPrimitives.Dot<float>(directions[i], directions[j]), 0.03f);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(37)]
    public void As_many_directions_as_dimensions_keep_every_distance(int dimensions)
    {
        var vectors = Samples.Clustered(200, dimensions, seed: 1);
        var projection = Learn(vectors, dimensions);
        var projected = vectors.Chunk(dimensions).Select(vector => Project(projection, vector)).ToArray();
        for (var i = 1; i < projected.Length; i++)
        {
            var exact = TensorPrimitives.Distance<float>(vectors.AsSpan(0, dimensions), vectors.AsSpan(i * dimensions, dimensions));
            Assert.Equal(exact, TensorPrimitives.Distance<float>(projected[0], projected[i]), 0.03f * Math.Max(1, exact));
        }
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void A_projection_never_lengthens_a_distance(string set)
    {
        var (vectors, dimensions) = HardSets.Vectors(set);
        var projection = Learn(vectors, dimensions);
        var rows = vectors.Chunk(dimensions).Take(100).ToArray();
        foreach (var query in HardSets.Queries(set, 5))
        {
            var projected = Project(projection, query);
            foreach (var row in rows)
            {
                var squared = TensorPrimitives.Distance<float>(projected, Project(projection, row));
                // Directions are rounded to 8 bits.
                var rounding = 0.01f * (Norm(projection, query) + Norm(projection, row));
                Assert.True(squared <= TensorPrimitives.Distance<float>(query, row) + rounding);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void What_is_learned_is_finite_and_not_longer_than_one(string set)
    {
        var (vectors, dimensions) = HardSets.Vectors(set);
        var projection = Learn(vectors, dimensions);

        Assert.True(float.IsNormal(projection.Step) && projection.Step > 0);
        Assert.All(projection.Center.ToArray(), element => Assert.True(float.IsFinite(element)));
        Assert.All(Directions(projection), direction => Assert.InRange(TensorPrimitives.Norm<float>(direction), 0, 1.02f));
        Assert.Equal(0, projection.Dimensions % 2);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(48)]
    [InlineData(200)]
    public void The_number_of_threads_does_not_matter(int dimensions)
    {
        var vectors = Samples.Clustered(500, dimensions, seed: 1);

        AssertEqual(Learn(vectors, dimensions, threads: 1), Learn(vectors, dimensions, threads: 3));
    }

    [Fact]
    public void Equal_seeds_learn_equal_directions()
    {
        var vectors = Samples.Clustered(500, 48, seed: 1);

        AssertEqual(Learn(vectors, 48, seed: 7), Learn(vectors, 48, seed: 7));
        Assert.NotEqual(Learn(vectors, 48, seed: 7).Directions.ToArray(), Learn(vectors, 48, seed: 8).Directions.ToArray());
    }

    [Fact]
    public void The_directions_hold_most_of_the_variance()
    {
        const int Dimensions = 300;
        var vectors = Samples.Clustered(1000, Dimensions, seed: 1);
        var projection = Learn(vectors, Dimensions);
        double total = 0, kept = 0;
        foreach (var vector in vectors.Chunk(Dimensions))
        {
            total += Math.Pow(Norm(projection, vector), 2);
            kept += TensorPrimitives.SumOfSquares<float>(Project(projection, vector));
        }

        Assert.InRange(projection.Dimensions, 8, Dimensions / 2);
        Assert.InRange(kept / total, 0.92, 1.01);
    }

    private static Projection Learn(float[] vectors, int dimensions, int seed = 0, int threads = 1) => PrincipalSubspace.Learn(
        Samples.Rows(vectors, dimensions), vectors.Length / dimensions, Samples.RowLength(dimensions), dimensions, seed, new Workers(threads));

    private static float[] Project(Projection projection, float[] vector)
    {
        var projected = new float[projection.Dimensions];
        projection.Project(Samples.Rows(vector, vector.Length), projected);
        return projected;
    }

    private static float[][] Directions(Projection projection) =>
        [.. projection.Directions.ToArray().Select(element => (element - ByteDot.Zero) * projection.Step).Chunk(projection.Directions.Length / projection.Dimensions)];

    private static float Norm(Projection projection, float[] vector) =>
        TensorPrimitives.Distance(Samples.Rows(vector, vector.Length), projection.Center);

    private static void AssertEqual(Projection first, Projection second)
    {
        Assert.Equal(first.Directions, second.Directions);
        Assert.Equal(first.Center, second.Center);
        Assert.Equal(first.Step, second.Step);
    }
}
