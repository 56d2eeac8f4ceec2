using System.Numerics.Tensors;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>Distances between vectors as they are stored.</summary>
internal static class ExactDistance
{
    // Squares of elements below it lose digits as floats.
    private const float Tiny = 1e-15f;

    // Sums over more elements may be a millionth off as floats.
    private const int Long = 4_096;

    public static float Compute(VectorMetric metric, ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        if (a.Length != b.Length)
            throw new ArgumentException($"a vector of {a.Length:N0} elements cannot be compared with one of {b.Length:N0}");
        var distance = a.Length > Long || IsTiny(a) || IsTiny(b) ? float.NaN : metric switch
        {
            VectorMetric.Cosine => Cosine(a, b),
            VectorMetric.Euclidean => Euclidean(a, b),
            _ => -TensorPrimitives.Dot(a, b),
        };
        return float.IsFinite(distance) ? distance : (float)Precise(metric, a, b);
    }

    private static float Cosine(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var cosine = TensorPrimitives.CosineSimilarity(a, b);
        return MathF.Abs(cosine) is > 0 and < 1.001f ? MathF.Max(0, 1 - cosine) : float.NaN;
    }

    private static float Euclidean(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var distance = TensorPrimitives.Distance(a, b);
        return distance >= Tiny || a.SequenceEqual(b) ? distance : float.NaN;
    }

    // Most vectors show at one of two places that they are not of this kind.
    private static bool IsTiny(ReadOnlySpan<float> vector)
        => !vector.IsEmpty && MathF.Max(MathF.Abs(vector[0]), MathF.Abs(vector[vector.Length / 2])) < Tiny && MathF.Abs(TensorPrimitives.MaxMagnitude(vector)) < Tiny;

    // Squares of huge elements are no floats any more, those of tiny ones are zero; and a distance that is no number would be the nearest.
    private static double Precise(VectorMetric metric, ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        double dot = 0, squaresA = 0, squaresB = 0, differences = 0;
        for (var i = 0; i < a.Length; i++)
        {
            dot += (double)a[i] * b[i];
            squaresA += (double)a[i] * a[i];
            squaresB += (double)b[i] * b[i];
            differences += ((double)a[i] - b[i]) * ((double)a[i] - b[i]);
        }

        return metric switch
        {
            VectorMetric.Cosine => Math.Max(0, 1 - (dot / Math.Sqrt(squaresA) / Math.Sqrt(squaresB))),
            VectorMetric.Euclidean => Math.Sqrt(differences),
            _ => -dot,
        };
    }
}
