namespace OmenDb.EFCore.Sqlite.Tests.Infrastructure;

/// <summary>The answers that searches are held against: every vector compared, in double precision.</summary>
internal static class Exact
{
    public static TKey[] Nearest<TKey>(
        IEnumerable<(TKey Key, float[] Vector)> rows, ReadOnlyMemory<float> query, int k, VectorMetric metric = VectorMetric.Cosine)
    {
        var q = query.ToArray();
        return [.. rows.OrderBy(r => Distance(metric, r.Vector, q)).Take(k).Select(r => r.Key)];
    }

    public static double Distance(VectorMetric metric, float[] a, float[] b)
    {
        var dot = a.Zip(b, (x, y) => (double)x * y).Sum();
        return metric switch
        {
            VectorMetric.Euclidean => Math.Sqrt(a.Zip(b, (x, y) => ((double)x - y) * ((double)x - y)).Sum()),
            VectorMetric.Cosine => 1 - dot / Math.Sqrt(a.Sum(x => (double)x * x) * b.Sum(x => (double)x * x)),
            _ => -dot,
        };
    }

    public static double Recall<TKey>(IReadOnlyCollection<TKey> expected, IEnumerable<TKey> actual)
        => (double)expected.Intersect(actual).Count() / expected.Count;
}
