namespace OmenDb.Benchmarks.Measuring;

/// <summary>The middle and the tail of what was measured.</summary>
internal static class Samples
{
    public static double Median(IReadOnlyCollection<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <param name="values">The measurements.</param>
    /// <param name="share">0.99 for what one measurement in a hundred exceeds.</param>
    public static double Percentile(IReadOnlyCollection<double> values, double share) => values.Order().ElementAt((int)(share * values.Count));
}
