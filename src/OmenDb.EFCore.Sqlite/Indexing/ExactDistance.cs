using System.Numerics.Tensors;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>Distances between vectors as they are stored.</summary>
internal static class ExactDistance
{
    public static float Compute(VectorMetric metric, ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        if (a.Length != b.Length)
            throw new ArgumentException($"a vector of {a.Length:N0} elements cannot be compared with one of {b.Length:N0}");
        return metric switch
        {
            VectorMetric.Cosine => MathF.Max(0, 1 - TensorPrimitives.CosineSimilarity(a, b)),
            VectorMetric.Euclidean => TensorPrimitives.Distance(a, b),
            _ => -TensorPrimitives.Dot(a, b),
        };
    }
}
