using System.Numerics.Tensors;

namespace OmenDb.Benchmarks.Vectors;

/// <summary>
/// Vectors around centres, a thousand around each whatever their number, each made from its row number alone, so that a million of them take no
/// memory. With as many centres for all sizes, ten thousand vectors would be ten around each: not a smaller set, but another, where the ten
/// nearest are given.
/// </summary>
/// <remarks>
/// Like embeddings, they fill far fewer dimensions than they have: centres differ along 64 directions, and rows leave their centre along 24 of those, and
/// a little along all. By k-means with a centre for every thousand, real sets have 53 to 109 and 22 to 39 (participation ratios of the covariance; photos,
/// digits, texts), two rows of a centre differ by 0.55 to 0.63 of what any two do in their squares, and the tenth nearest by 0.27 to 0.29: here 0.63 and 0.28.
/// </remarks>
internal sealed class ClusteredVectors : IVectorSource
{
    private const int RowsPerCentre = 1_000;
    private const int Seed = 1;
    private const int Directions = 64;
    private const int OwnDirections = 24;
    private const float Spread = 2.13f;
    private const float Noise = 0.2f;

    private readonly float[] _centres;
    private readonly float[] _directions;

    public ClusteredVectors(int count, int dimensions)
    {
        Count = count;
        Dimensions = dimensions;
        _centres = new float[Math.Max(1, count / RowsPerCentre) * Directions];
        _directions = new float[Directions * dimensions];
        var random = new NoiseSource(Seed);
        random.Fill(_centres);
        random.Fill(_directions);
    }

    public int Count { get; }

    public int Dimensions { get; }

    public void Copy(int row, Span<float> destination)
    {
        var random = new NoiseSource(HashCode(row, Seed));
        var centre = (int)(random.NextBits() % (ulong)(_centres.Length / Directions));
        Span<float> along = stackalloc float[Directions];
        _centres.AsSpan(centre * Directions, Directions).CopyTo(along);
        var first = new NoiseSource(centre).NextBits();
        for (var i = 0ul; i < OwnDirections; i++)
            along[(int)((first + i) % Directions)] += Spread * random.Next();

        random.Fill(destination);
        TensorPrimitives.Multiply(destination, Noise, destination);
        for (var i = 0; i < Directions; i++)
            TensorPrimitives.MultiplyAdd(_directions.AsSpan(i * Dimensions, Dimensions), along[i], destination, destination);
    }

    /// <summary>A query near a row.</summary>
    public float[] Query(int row, int number)
    {
        var vector = new float[Dimensions];
        var noise = new float[Dimensions];
        Copy(row, vector);
        new NoiseSource(HashCode(number, ~Seed)).Fill(noise);
        TensorPrimitives.MultiplyAdd(noise, 2 * Noise, vector, vector);
        return vector;
    }

    /// <summary>Queries near rows all over the set.</summary>
    public float[][] Queries(int count) => [.. Enumerable.Range(0, count).Select(i => Query((int)((long)i * Count / count), i))];

    // System.HashCode differs from process to process.
    private static long HashCode(int row, int seed) => (((long)seed << 32) ^ (uint)row) * 0x5851F42D4C957F2D;
}
