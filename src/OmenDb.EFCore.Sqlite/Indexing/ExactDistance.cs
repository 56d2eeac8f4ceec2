using System.Runtime.Intrinsics;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>Distances between vectors as they are stored.</summary>
/// <remarks>
/// Summed up as doubles, which hold the squares of the hugest floats, and of the tiniest. A cosine of floats has no digits left for vectors that are nearly parallel: those would be at the wrong distance, and in the wrong order.
/// </remarks>
internal static class ExactDistance
{
    public static float Compute(VectorMetric metric, ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        if (a.Length != b.Length)
            throw new ArgumentException($"a vector of {a.Length:N0} elements cannot be compared with one of {b.Length:N0}");
        return (float)(metric switch
        {
            // The root of the product, so that a vector is at distance zero from itself.
            VectorMetric.Cosine => Math.Max(0, 1 - (Dot(a, b) / Math.Sqrt(Dot(a, a) * Dot(b, b)))),
            VectorMetric.Euclidean => Math.Sqrt(SquaredEuclidean(a, b)),
            _ => -Dot(a, b),
        });
    }

    private static double Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        Vector512<double> lows = default, highs = default;
        var i = 0;
        for (; i <= a.Length - Vector512<float>.Count; i += Vector512<float>.Count)
        {
            var (lowA, highA) = Vector512.Widen(Vector512.Create(a[i..]));
            var (lowB, highB) = Vector512.Widen(Vector512.Create(b[i..]));
            lows = Vector512.FusedMultiplyAdd(lowA, lowB, lows);
            highs = Vector512.FusedMultiplyAdd(highA, highB, highs);
        }

        var sum = Vector512.Sum(lows + highs);
        for (; i < a.Length; i++)
            sum += (double)a[i] * b[i];
        return sum;
    }

    private static double SquaredEuclidean(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        Vector512<double> lows = default, highs = default;
        var i = 0;
        for (; i <= a.Length - Vector512<float>.Count; i += Vector512<float>.Count)
        {
            var (lowA, highA) = Vector512.Widen(Vector512.Create(a[i..]));
            var (lowB, highB) = Vector512.Widen(Vector512.Create(b[i..]));
            lows = Vector512.FusedMultiplyAdd(lowA - lowB, lowA - lowB, lows);
            highs = Vector512.FusedMultiplyAdd(highA - highB, highA - highB, highs);
        }

        var sum = Vector512.Sum(lows + highs);
        for (; i < a.Length; i++)
            sum += ((double)a[i] - b[i]) * ((double)a[i] - b[i]);
        return sum;
    }
}
