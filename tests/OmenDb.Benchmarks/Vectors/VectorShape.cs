using System.Numerics.Tensors;
using OmenDb.Benchmarks.Machine;
using OmenDb.EFCore;

namespace OmenDb.Benchmarks.Vectors;

/// <summary>Generated vectors that lie as those of published sets do not, and others of their kind to ask for.</summary>
internal sealed class VectorShape : IVectorSource
{
    /// <summary>Queries for each; none is among the rows.</summary>
    private const int QueryCount = 400;

    private static readonly Kind[] Kinds =
    [
        new("all directions", VectorMetric.Euclidean, 30_000, 32, (count, dimensions) => Normals(count, dimensions)),
        new("all directions", VectorMetric.InnerProduct, 100_000, 128, (count, dimensions) => Normals(count, dimensions)),
        new("along a random walk", VectorMetric.Cosine, 80_000, 64, RandomWalk),
        new("five directions", VectorMetric.Euclidean, 60_000, 128, (count, dimensions) => AlongDirections(count, dimensions, 5)),
        new("sixteen directions", VectorMetric.Cosine, 60_000, 256, (count, dimensions) => AlongDirections(count, dimensions, 16)),
        new("each element smaller than the one before", VectorMetric.Euclidean, 60_000, 96, Falling),
        new("500 clusters, one after the other", VectorMetric.Euclidean, 60_000, 128, (count, dimensions) => Clusters(count, dimensions, 500, 0.3f, isInOrder: true)),
        new("20,000 clusters", VectorMetric.Cosine, 60_000, 96, (count, dimensions) => Clusters(count, dimensions, 20_000, 0.1f)),
        new("30 near duplicates of each", VectorMetric.Cosine, 60_000, 96, (count, dimensions) => Clusters(count, dimensions, count / 30, 0.01f, isInOrder: true)),
        new("a dozen ones among zeros", VectorMetric.Euclidean, 30_000, 256, Ones),
        new("lengths that differ", VectorMetric.InnerProduct, 100_000, 128, LengthsThatDiffer),
        new("lengths that differ, for sums of three", VectorMetric.InnerProduct, 100_000, 128, LengthsThatDiffer, (rows, random) => Sum(rows, random, 3)),
    ];

    private readonly float[][] _rows;

    private VectorShape(Kind kind)
    {
        (Name, Metric, Dimensions, IsAskedForOthers) = (kind.Name, kind.Metric, kind.Dimensions, kind.Query is not null);
        var vectors = kind.Make(kind.Count + QueryCount, kind.Dimensions);
        var isHeldOut = new bool[vectors.Length];
        for (var i = 0; i < QueryCount; i++)
            isHeldOut[(long)i * vectors.Length / QueryCount] = true;
        _rows = [.. vectors.Where((_, i) => !isHeldOut[i])];
        var random = new Random(2);
        Queries = kind.Query is { } query ? [.. Enumerable.Range(0, QueryCount).Select(_ => query(_rows, random))] : [.. vectors.Where((_, i) => isHeldOut[i])];
    }

    /// <summary>Makes the shapes one after the other.</summary>
    /// <param name="wanted">Only those whose name contains one of these; all when empty.</param>
    /// <exception cref="CannotRunException">One of these is in no name.</exception>
    public static IEnumerable<VectorShape> Find(string[] wanted)
    {
        if (wanted.FirstOrDefault(part => !Kinds.Any(kind => IsMeant(kind, part))) is { } part)
            throw new CannotRunException($"No shape is called '{part}'. There are: {string.Join("; ", Kinds.Select(kind => kind.Name).Distinct())}.");
        return Kinds.Where(kind => wanted.Length == 0 || wanted.Any(part => IsMeant(kind, part))).Select(kind => new VectorShape(kind));

        static bool IsMeant(Kind kind, string part) => kind.Name.Contains(part, StringComparison.OrdinalIgnoreCase);
    }

    public string Name { get; }

    public VectorMetric Metric { get; }

    public float[][] Queries { get; }

    /// <summary>Whether queries are of another kind than rows.</summary>
    public bool IsAskedForOthers { get; }

    public int Count => _rows.Length;

    public int Dimensions { get; }

    public void Copy(int row, Span<float> destination) => _rows[row].CopyTo(destination);

    private static float[][] Normals(int count, int dimensions, float scale = 1, int seed = 1)
    {
        var noise = new NoiseSource(seed);
        var vectors = new float[count][];
        for (var i = 0; i < count; i++)
        {
            noise.Fill(vectors[i] = new float[dimensions]);
            TensorPrimitives.Multiply(vectors[i], scale, vectors[i]);
        }

        return vectors;
    }

    private static float[][] RandomWalk(int count, int dimensions)
    {
        var steps = Normals(count, dimensions, 0.1f);
        for (var i = 1; i < count; i++)
            TensorPrimitives.Add(steps[i], steps[i - 1], steps[i]);
        return steps;
    }

    // And a little in all others.
    private static float[][] AlongDirections(int count, int dimensions, int directions)
    {
        var vectors = Normals(count, dimensions, 0.02f);
        var along = Normals(count, directions, seed: 2);
        var lines = Normals(directions, dimensions, seed: 3);
        for (var i = 0; i < count; i++)
        {
            for (var line = 0; line < directions; line++)
                TensorPrimitives.MultiplyAdd(lines[line], along[i][line], vectors[i], vectors[i]);
        }

        return vectors;
    }

    private static float[][] Falling(int count, int dimensions)
    {
        var vectors = Normals(count, dimensions);
        float[] scale = [.. Enumerable.Range(0, dimensions).Select(i => MathF.Pow(0.93f, i))];
        foreach (var vector in vectors)
            TensorPrimitives.Multiply(vector, scale, vector);
        return vectors;
    }

    private static float[][] Clusters(int count, int dimensions, int clusters, float spread, bool isInOrder = false)
    {
        var vectors = Normals(count, dimensions, spread);
        var centres = Normals(clusters, dimensions, seed: 2);
        var random = new Random(1);
        for (var i = 0; i < count; i++)
            TensorPrimitives.Add(vectors[i], centres[isInOrder ? (int)((long)i * clusters / count) : random.Next(clusters)], vectors[i]);
        return vectors;
    }

    private static float[][] Ones(int count, int dimensions)
    {
        var random = new Random(1);
        var vectors = new float[count][];
        for (var i = 0; i < count; i++)
        {
            vectors[i] = new float[dimensions];
            for (var one = 0; one < 12; one++)
                vectors[i][(int)(dimensions * Math.Pow(random.NextDouble(), 2))] = 1;
        }

        return vectors;
    }

    // Log-normal, as those of a recommender's items may be.
    private static float[][] LengthsThatDiffer(int count, int dimensions)
    {
        var vectors = Clusters(count, dimensions, 200, 0.5f);
        var noise = new NoiseSource(4);
        foreach (var vector in vectors)
            TensorPrimitives.Multiply(vector, MathF.Exp(0.5f * noise.Next()) / TensorPrimitives.Norm<float>(vector), vector);
        return vectors;
    }

    private static float[] Sum(float[][] rows, Random random, int count)
    {
        var sum = new float[rows[0].Length];
        for (var i = 0; i < count; i++)
            TensorPrimitives.Add(sum, rows[random.Next(rows.Length)], sum);
        return sum;
    }

    private sealed record Kind(string Name, VectorMetric Metric, int Count, int Dimensions, Func<int, int, float[][]> Make, Func<float[][], Random, float[]>? Query = null);
}
