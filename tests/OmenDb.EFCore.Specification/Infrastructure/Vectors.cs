using System.Globalization;

namespace OmenDb.EFCore.Specification.Infrastructure;

/// <summary>Vectors to test with, the same in every run.</summary>
public static class Vectors
{
    public static float[] Random(int seed, int dimensions = 8) => Random(new Random(seed), dimensions);

    public static float[] Random(Random random, int dimensions)
    {
        var vector = new float[dimensions];
        for (var i = 0; i < dimensions; i++)
            vector[i] = random.NextSingle() * 2 - 1;
        return vector;
    }

    public static float[][] Many(int count, int dimensions = 8, int seed = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Random(random, dimensions))];
    }

    /// <summary>1 at one place, 0 elsewhere.</summary>
    public static float[] Axis(int axis, int dimensions = 8)
    {
        var vector = new float[dimensions];
        vector[axis] = 1;
        return vector;
    }

    public static byte[] Bytes(ReadOnlySpan<float> vector) => System.Runtime.InteropServices.MemoryMarshal.AsBytes(vector).ToArray();

    public static string Format(ReadOnlyMemory<float> vector) => string.Join(' ', vector.ToArray().Select(f => f.ToString("R", CultureInfo.InvariantCulture)));

    public static float[] Parse(string text)
        => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(f => float.Parse(f, CultureInfo.InvariantCulture))];
}
