using System.Numerics.Tensors;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>Distances between vectors as they are stored.</summary>
internal static class ExactDistance
{
    public static float Compute(VectorMetric metric, ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        if (a.Length != b.Length)
            throw new ArgumentException($"a vector of {a.Length:N0} elements cannot be compared with one of {b.Length:N0}");
        if (metric == VectorMetric.Cosine)
        {
            var cosine = TensorPrimitives.CosineSimilarity(a, b);
            return MathF.Abs(cosine) is > 0 and < 1.001f ? MathF.Max(0, 1 - cosine) : (float)Precise(metric, a, b);
        }

        var distance = metric == VectorMetric.Euclidean ? TensorPrimitives.Distance(a, b) : -TensorPrimitives.Dot(a, b);
        return float.IsFinite(distance) ? distance : (float)Precise(metric, a, b);
    }

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
