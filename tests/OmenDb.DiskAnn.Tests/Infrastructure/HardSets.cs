using System.Numerics.Tensors;

namespace OmenDb.DiskAnn.Tests.Infrastructure;

/// <summary>Vectors that are unlike what codes are best at; each set more than an index scans.</summary>
internal static class HardSets
{
    private static readonly Dictionary<string, (int Count, int Dimensions, Func<int, int, int, float[]> Make)> Sets = new()
    {
        ["constant vectors"] = (2000, 24, (count, dimensions, _) => [.. Enumerable.Repeat(3f, count * dimensions)]),
        ["one constant dimension"] = (3000, 24, (count, dimensions, seed) => Scaled(Samples.Clustered(count, dimensions, seed), dimensions, by: 0, add: 5)),
        ["one dimension a million times larger"] = (3000, 24, (count, dimensions, seed) => Scaled(Samples.Clustered(count, dimensions, seed), dimensions, by: 1e6f)),
        ["heavy tails"] = (3000, 24, Cauchy),
        ["heavy tails in many dimensions"] = (3000, 200, Cauchy),
        ["each dimension smaller than the one before"] = (2000, 48, Falling),
        ["four directions, the longest first"] = (3000, 64, FourDirections),
        ["all directions and lengths"] = (4000, 128, AllLengths),
        ["fewer rows than dimensions"] = (400, 768, (count, dimensions, seed) => Samples.Clustered(count, dimensions, seed)),
        ["one row"] = (1, 24, (count, dimensions, seed) => Samples.Clustered(count, dimensions, seed)),
        ["one dimension"] = (3000, 1, (count, dimensions, seed) => Samples.Clustered(count, dimensions, seed)),
        ["two dimensions"] = (3000, 2, (count, dimensions, seed) => Samples.Clustered(count, dimensions, seed)),
        ["three dimensions"] = (3000, 3, (count, dimensions, seed) => Samples.Clustered(count, dimensions, seed)),
        ["an odd number of dimensions"] = (3000, 37, (count, dimensions, seed) => Samples.Clustered(count, dimensions, seed)),
        ["the most dimensions, few rows"] = (24, 16_000, (count, dimensions, seed) => Samples.Clustered(count, dimensions, seed)),
        ["a few ones among zeros"] = (3000, 400, FewOnes),
        ["every vector three times"] = (3600, 24, (count, dimensions, seed) => Repeated(Samples.Clustered((count + 2) / 3, dimensions, seed), 3, count * dimensions)),
    };

    public static IEnumerable<string> Names => Sets.Keys;

    /// <summary>The vectors of a set.</summary>
    public static (float[] Vectors, int Dimensions) Vectors(string name)
    {
        var (count, dimensions, make) = Sets[name];
        return (make(count, dimensions, 1), dimensions);
    }

    /// <summary>Others of the same kind.</summary>
    public static IEnumerable<float[]> Queries(string name, int count)
    {
        var (_, dimensions, make) = Sets[name];
        return make(count, dimensions, 2).Chunk(dimensions);
    }

    /// <summary>Normally distributed elements.</summary>
    public static float[] Normals(int count, int seed) => Normals(new Random(seed), count);

    /// <summary>Vectors that hardly leave four directions, the longest first.</summary>
    public static float[] FourDirections(int count, int dimensions, int seed)
    {
        var shape = new Random(7);
        float[][] directions = [.. Enumerable.Range(0, 4).Select(_ => Normals(shape, dimensions))];
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Vector()).OrderByDescending(vector => TensorPrimitives.SumOfSquares<float>(vector)).SelectMany(vector => vector)];

        float[] Vector()
        {
            var vector = Normals(random, dimensions);
            TensorPrimitives.Multiply(vector, 0.001f, vector);
            foreach (var direction in directions)
                TensorPrimitives.MultiplyAdd(direction, (float)Normal(random), vector, vector);
            return vector;
        }
    }

    // No variance, and no mean either.
    private static float[] Cauchy(int count, int dimensions, int seed)
    {
        var random = new Random(seed);
        var vectors = new float[count * dimensions];
        foreach (ref var element in vectors.AsSpan())
            element = (float)Math.Tan(Math.PI * (random.NextDouble() - 0.5));
        return vectors;
    }

    // Normally distributed, as principal components and the factors of a matrix are.
    private static float[] Falling(int count, int dimensions, int seed)
    {
        var random = new Random(seed);
        var vectors = new float[count * dimensions];
        for (var i = 0; i < vectors.Length; i++)
            vectors[i] = (float)(Normal(random) / (1 + (i % dimensions)));
        return vectors;
    }

    // All are nearly as far from each other as from the origin.
    private static float[] AllLengths(int count, int dimensions, int seed)
    {
        var random = new Random(seed);
        var vectors = new float[count * dimensions];
        double length = 0;
        for (var i = 0; i < vectors.Length; i++)
        {
            if (i % dimensions == 0)
                length = Math.Exp(Normal(random) / 2);
            vectors[i] = (float)(Normal(random) * length);
        }

        return vectors;
    }

    // Distances are nearly equal whole numbers, and some vectors are among the nearest of no other.
    private static float[] FewOnes(int count, int dimensions, int seed)
    {
        var random = new Random(seed);
        var vectors = new float[count * dimensions];
        foreach (ref var element in vectors.AsSpan())
            element = random.Next(20) == 0 ? 1 : 0;
        return vectors;
    }

    private static float[] Normals(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (float)Normal(random))];

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static float[] Scaled(float[] vectors, int dimensions, float by, float add = 0)
    {
        for (var i = 0; i < vectors.Length; i += dimensions)
            vectors[i] = (vectors[i] * by) + add;
        return vectors;
    }

    private static float[] Repeated(float[] vectors, int times, int length) =>
        [.. Enumerable.Repeat(vectors, times).SelectMany(all => all).Take(length)];
}
