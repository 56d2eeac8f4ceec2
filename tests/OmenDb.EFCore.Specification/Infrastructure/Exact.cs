namespace OmenDb.EFCore.Specification.Infrastructure;

/// <summary>The answers that searches are held against: every vector compared, in double precision.</summary>
public static class Exact
{
    public static TKey[] Nearest<TKey>(
        IEnumerable<(TKey Key, float[] Vector)> rows, ReadOnlyMemory<float> query, int k, VectorMetric metric = VectorMetric.Cosine)
    {
        var q = query.ToArray();
        return [.. rows.OrderBy(r => Distance(metric, r.Vector, q)).Take(k).Select(r => r.Key)];
    }

    public static double Distance(VectorMetric metric, float[] a, float[] b)
    {
        double dot = 0, aa = 0, bb = 0, difference = 0;
        for (var i = 0; i < a.Length; i++)
        {
            dot += (double)a[i] * b[i];
            aa += (double)a[i] * a[i];
            bb += (double)b[i] * b[i];
            difference += ((double)a[i] - b[i]) * ((double)a[i] - b[i]);
        }

        return metric switch
        {
            VectorMetric.Euclidean => Math.Sqrt(difference),
            VectorMetric.Cosine => 1 - dot / Math.Sqrt(aa * bb),
            _ => -dot,
        };
    }

    public static double Recall<TKey>(IReadOnlyCollection<TKey> expected, IEnumerable<TKey> actual)
        => (double)expected.Intersect(actual).Count() / expected.Count;
}
