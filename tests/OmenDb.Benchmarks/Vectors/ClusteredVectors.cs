namespace OmenDb.Benchmarks.Vectors;

/// <summary>Vectors around a thousand centres, each made from its row number alone, so that a million of them take no memory.</summary>
internal sealed class ClusteredVectors : IVectorSource
{
    private const int Centres = 1_000;
    private const int Directions = 24;
    private const float Spread = 0.35f;
    private const float Noise = 0.03f;

    private readonly float[] _centres;
    private readonly float[] _directions;
    private readonly int _seed;

    public ClusteredVectors(int count, int dimensions, int seed = 1)
    {
        Count = count;
        Dimensions = dimensions;
        _seed = seed;
        _centres = new float[Centres * dimensions];
        _directions = new float[Directions * dimensions];
        var random = new NoiseSource(seed);
        random.Fill(_centres);
        random.Fill(_directions);
    }

    public int Count { get; }

    public int Dimensions { get; }

    /// <remarks>
    /// A row leaves its centre along a few shared directions, and a little along all: embeddings, too, fill far fewer dimensions than they have.
    /// </remarks>
    public void Copy(int row, Span<float> destination)
    {
        var random = new NoiseSource(HashCode(row, _seed));
        var centre = (int)(random.NextBits() % Centres);
        random.Fill(destination);
        var source = _centres.AsSpan(centre * Dimensions, Dimensions);
        System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(destination, Noise, source, destination);
        for (var i = 0; i < Directions; i++)
        {
            var direction = _directions.AsSpan(i * Dimensions, Dimensions);
            System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(direction, Spread * random.Next(), destination, destination);
        }
    }

    /// <summary>A query near a row.</summary>
    public float[] Query(int row, int number)
    {
        var vector = new float[Dimensions];
        var noise = new float[Dimensions];
        Copy(row, vector);
        new NoiseSource(HashCode(number, ~_seed)).Fill(noise);
        System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(noise, 2 * Noise, vector, vector);
        return vector;
    }

    /// <summary>Queries near rows all over the set.</summary>
    public float[][] Queries(int count) => [.. Enumerable.Range(0, count).Select(i => Query((int)((long)i * Count / count), i))];

    // System.HashCode differs from process to process.
    private static long HashCode(int row, int seed) => (((long)seed << 32) ^ (uint)row) * 0x5851F42D4C957F2D;
}
