using System.Numerics.Tensors;
using OmenDb.EFCore;

namespace OmenDb.Benchmarks.Measuring;

internal static class ExactDistance
{
    /// <summary>Fast, in floats: good enough to choose candidates.</summary>
    public static float Estimate(VectorMetric metric, ReadOnlySpan<float> a, ReadOnlySpan<float> b)
        => metric switch
        {
            VectorMetric.Cosine => 1 - TensorPrimitives.CosineSimilarity(a, b),
            VectorMetric.InnerProduct => -TensorPrimitives.Dot(a, b),
            _ => TensorPrimitives.Distance(a, b),
        };

    /// <summary>In doubles, so that rounding decides no tie.</summary>
    public static double Compute(VectorMetric metric, ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        double squares = 0, dot = 0, normA = 0, normB = 0;
        for (var i = 0; i < a.Length; i++)
        {
            double x = a[i], y = b[i];
            squares += (x - y) * (x - y);
            dot += x * y;
            normA += x * x;
            normB += y * y;
        }

        return metric switch
        {
            VectorMetric.Cosine => 1 - (dot / Math.Sqrt(normA * normB)),
            VectorMetric.InnerProduct => -dot,
            _ => Math.Sqrt(squares),
        };
    }
}
