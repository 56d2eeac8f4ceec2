using System.Numerics.Tensors;

namespace OmenDb.EFCore.Sqlite.Tests.Searching;

/// <summary>A distance in SQL is the one that <see cref="TensorPrimitives"/> computes in double precision, to a millionth: of the distance, or of the vectors' lengths where it can be nearly zero.</summary>
public sealed class DistanceValueTests : DatabaseTest
{
    private const int Pairs = 8;

    private static readonly int[] Dimensions = [1, 2, 3, 5, 8, 15, 16, 17, 31, 33, 63, 127, 384, 769, 1_537, 4_099, 16_000];

    [Theory, InlineData(1e-30f), InlineData(1e-20f), InlineData(3e-15f), InlineData(1e-12f), InlineData(1e-3f), InlineData(1f), InlineData(1e3f), InlineData(1e12f), InlineData(1e17f), InlineData(1e30f)]
    public async Task Distances_of_floats(float magnitude)
    {
        await using var db = await OneRowAsync();
        foreach (var (a, b) in Dimensions.SelectMany(d => PairsOf(d, magnitude)))
        {
            await CheckAsync(a, b,
                db.Set<Plain>().Select(_ => EF.Functions.VectorDistance(VectorMetric.Cosine, a, b)),
                db.Set<Plain>().Select(_ => EF.Functions.VectorDistance(VectorMetric.Euclidean, a, b)),
                db.Set<Plain>().Select(_ => EF.Functions.VectorDistance(VectorMetric.InnerProduct, a, b)));
        }
    }

    [Theory, InlineData(1f, 1e-20f), InlineData(1e-20f, 1f), InlineData(1e20f, 1e-20f)]
    public async Task Distances_of_floats_of_different_magnitudes(float magnitudeA, float magnitudeB)
    {
        await using var db = await OneRowAsync();
        foreach (var (a, b) in Dimensions.SelectMany(d => PairsOf(d, 1)).Select(p => (Scaled(p.A, magnitudeA), Scaled(p.B, magnitudeB))))
        {
            await CheckAsync(a, b,
                db.Set<Plain>().Select(_ => EF.Functions.VectorDistance(VectorMetric.Cosine, a, b)),
                db.Set<Plain>().Select(_ => EF.Functions.VectorDistance(VectorMetric.Euclidean, a, b)),
                db.Set<Plain>().Select(_ => EF.Functions.VectorDistance(VectorMetric.InnerProduct, a, b)));
        }
    }

    [Theory, InlineData(1e-3f), InlineData(1f), InlineData(1e3f)]
    public async Task Distances_of_halves(float magnitude)
    {
        await using var db = await OneRowAsync();
        foreach (var (floatsA, floatsB) in Dimensions.SelectMany(d => PairsOf(d, magnitude)))
        {
            var (a, b) = (Array.ConvertAll(floatsA, f => (Half)f), Array.ConvertAll(floatsB, f => (Half)f));
            await CheckAsync(Array.ConvertAll(a, h => (float)h), Array.ConvertAll(b, h => (float)h),
                db.Set<Plain>().Select(_ => EF.Functions.VectorDistance(VectorMetric.Cosine, a, b)),
                db.Set<Plain>().Select(_ => EF.Functions.VectorDistance(VectorMetric.Euclidean, a, b)),
                db.Set<Plain>().Select(_ => EF.Functions.VectorDistance(VectorMetric.InnerProduct, a, b)));
        }
    }

    [Theory, InlineData(1e-1f), InlineData(1e-2f), InlineData(1e-4f), InlineData(1e-5f)]
    public async Task Distances_of_nearly_parallel_floats(float difference)
    {
        await using var db = await OneRowAsync();
        foreach (var dimensions in Dimensions.Where(d => d > 1))
        {
            var random = new Random(dimensions);
            var a = Vectors.Random(random, dimensions);
            var b = a.Zip(Vectors.Random(random, dimensions), (x, y) => x + (difference * y)).ToArray();

            // Half of the squared distance of unit vectors, in which nothing cancels.
            var (x, y) = (Unit(a), Unit(b));
            var expected = x.Zip(y, (p, q) => (p - q) * (p - q)).Sum() / 2;
            Assert.Equal(expected, await db.Set<Plain>().Select(_ => EF.Functions.VectorDistance(VectorMetric.Cosine, a, b)).SingleAsync(), (1e-6 * expected) + 1e-14);
        }
    }

    [Fact]
    public async Task A_vector_is_at_no_distance_from_itself()
    {
        await using var db = await OneRowAsync();
        foreach (var a in Dimensions.Select(d => Vectors.Random(new Random(d), d)))
        {
            Assert.Equal(0, await db.Set<Plain>().Select(_ => EF.Functions.VectorDistance(VectorMetric.Cosine, a, a)).SingleAsync());
            Assert.Equal(0, await db.Set<Plain>().Select(_ => EF.Functions.VectorDistance(VectorMetric.Euclidean, a, a)).SingleAsync());
        }
    }

    private static double[] Unit(float[] vector)
    {
        var norm = Math.Sqrt(vector.Sum(f => (double)f * f));
        return Array.ConvertAll(vector, f => f / norm);
    }

    private static async Task CheckAsync(float[] a, float[] b, IQueryable<double> cosine, IQueryable<double> euclidean, IQueryable<double> innerProduct)
    {
        var (x, y) = (Array.ConvertAll(a, f => (double)f), Array.ConvertAll(b, f => (double)f));
        var angle = await cosine.SingleAsync();
        AssertNear(1 - TensorPrimitives.CosineSimilarity<double>(x, y), angle, of: 1);
        Assert.True(angle >= 0);
        AssertNear(TensorPrimitives.Distance<double>(x, y), await euclidean.SingleAsync(), of: TensorPrimitives.Distance<double>(x, y));
        AssertNear(-TensorPrimitives.Dot<double>(x, y), await innerProduct.SingleAsync(), of: TensorPrimitives.Norm<double>(x) * TensorPrimitives.Norm<double>(y));
    }

    // What no float can hold is infinity, or zero.
    private static void AssertNear(double expected, double actual, double of)
    {
        if (Math.Abs(expected) > float.MaxValue)
            Assert.Equal(double.CopySign(double.PositiveInfinity, expected), actual);
        else
            Assert.InRange(actual, expected - (1e-6 * of) - float.Epsilon, expected + (1e-6 * of) + float.Epsilon);
    }

    // Random ones, near-duplicates, opposites, and ones with a single element that is not zero.
    private static IEnumerable<(float[] A, float[] B)> PairsOf(int dimensions, float magnitude)
    {
        var random = new Random(dimensions);
        for (var i = 0; i < Pairs; i++)
        {
            var a = Scaled(Vectors.Random(random, dimensions), magnitude);
            var b = (i % 4) switch
            {
                0 => Scaled(a, 1 + 2.5e-7f * i),
                1 => Scaled(a, -1),
                2 => Scaled(Vectors.Axis(dimensions - 1, dimensions), magnitude),
                _ => Scaled(Vectors.Random(random, dimensions), magnitude),
            };
            yield return (a, b);
        }
    }

    private static float[] Scaled(float[] vector, float factor) => Array.ConvertAll(vector, f => f * factor);

    private async Task<ModelContext> OneRowAsync()
    {
        var db = await Database.CreateAsync(m => m.Entity<Plain>().Property(p => p.Vector).IsVector(4));
        db.Add(new Plain { Id = 1 });
        await db.SaveChangesAsync();
        return db;
    }
}
