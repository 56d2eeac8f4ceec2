namespace OmenDb.Benchmarks.Measuring;

/// <summary>Finds the shortest search list that reaches a recall.</summary>
internal static class ShortestList
{
    /// <param name="curve">Lists, ever longer, with their recall; enumerated until one reaches the target.</param>
    /// <param name="target">The recall.</param>
    /// <param name="recall">Measures another list, for the bisection between two points.</param>
    /// <returns>The list and its recall, or null when the curve does not reach the target.</returns>
    public static (int List, double Recall)? Find(IEnumerable<(int List, double Recall)> curve, double target, Func<int, double> recall)
    {
        var low = 0;
        foreach (var (high, reached) in curve)
        {
            if (reached >= target)
                return low == 0 ? (high, reached) : Bisect(low, (high, reached), target, recall);
            low = high;
        }

        return null;
    }

    private static (int List, double Recall) Bisect(int low, (int List, double Recall) best, double target, Func<int, double> recall)
    {
        while (best.List - low > 1)
        {
            var middle = (low + best.List) / 2;
            var found = recall(middle);
            if (found < target)
                low = middle;
            else
                best = (middle, found);
        }

        return best;
    }
}
