using OmenDb.Benchmarks.Vectors;
using OmenDb.EFCore;

namespace OmenDb.Benchmarks.Measuring;

/// <summary>How far the k-th true neighbour of each query is. A row is right when it is no further, so that exact ties count.</summary>
internal sealed class Truth
{
    // Floats may put a row a few places off; the doubles that decide look at this many more.
    private const int Slack = 22;
    private const int BlockRows = 4_096;
    private const double Tolerance = 1e-6;

    private readonly IVectorSource _rows;
    private readonly VectorMetric _metric;
    private readonly double[] _furthest;

    private Truth(IVectorSource rows, VectorMetric metric, double[] furthest, int expected)
    {
        _rows = rows;
        _metric = metric;
        _furthest = furthest;
        Expected = expected;
    }

    /// <summary>Rows that a search must return: k, or all when there are fewer.</summary>
    public int Expected { get; }

    /// <summary>Takes the published neighbours of a set.</summary>
    public static Truth Of(VectorSet set, float[][] queries, int k)
    {
        var furthest = new double[queries.Length];
        Parallel.For(0, queries.Length, q => furthest[q] = Furthest(set.Base, set.Metric, queries[q], set.TrueNeighbors(q), k));
        return new Truth(set.Base, set.Metric, furthest, k);
    }

    /// <summary>Compares every query with every row that passes.</summary>
    public static Truth Of(IVectorSource rows, VectorMetric metric, float[][] queries, int k, Predicate<int>? filter = null)
    {
        var found = Array.ConvertAll(queries, _ => new NearestList(k + Slack));
        var block = new float[BlockRows * rows.Dimensions];
        var numbers = new int[BlockRows];
        var matching = 0;
        for (var row = 0; row < rows.Count;)
        {
            var count = 0;
            for (; row < rows.Count && count < BlockRows; row++)
            {
                if (filter is null || filter(row))
                    numbers[count++] = row;
            }

            matching += count;
            Parallel.For(0, count, i => rows.Copy(numbers[i], block.AsSpan(i * rows.Dimensions, rows.Dimensions)));
            Parallel.For(0, queries.Length, q =>
            {
                for (var i = 0; i < count; i++)
                    found[q].Offer(numbers[i], ExactDistance.Estimate(metric, queries[q], block.AsSpan(i * rows.Dimensions, rows.Dimensions)));
            });
        }

        var expected = Math.Min(k, matching);
        var furthest = new double[queries.Length];
        if (expected > 0)
            Parallel.For(0, queries.Length, q => furthest[q] = Furthest(rows, metric, queries[q], found[q].Rows, expected));
        return new Truth(rows, metric, furthest, expected);
    }

    /// <summary>How many of the rows that a search returned are right. A row that came twice counts once.</summary>
    public int CountRight(int query, float[] vector, IEnumerable<int> rows)
    {
        var row = new float[_rows.Dimensions];
        var right = 0;
        foreach (var number in rows.Distinct())
        {
            _rows.Copy(number, row);
            if (ExactDistance.Compute(_metric, vector, row) <= _furthest[query] + (Math.Abs(_furthest[query]) * Tolerance))
                right++;
        }

        return Math.Min(right, Expected);
    }

    /// <summary>The share of right rows, by distances computed here: no engine is asked how far its answers are.</summary>
    /// <param name="queries">The queries.</param>
    /// <param name="answers">The answers to all of them, or to the first ones.</param>
    public double Recall(float[][] queries, int[][] answers)
    {
        var right = new int[answers.Length];
        Parallel.For(0, answers.Length, query => right[query] = CountRight(query, queries[query], answers[query]));
        return Expected == 0 ? 1 : right.Sum() / ((double)Expected * answers.Length);
    }

    private static double Furthest(IVectorSource rows, VectorMetric metric, float[] query, ReadOnlySpan<int> candidates, int k)
    {
        var row = new float[rows.Dimensions];
        var distances = new double[candidates.Length];
        for (var i = 0; i < candidates.Length; i++)
        {
            rows.Copy(candidates[i], row);
            distances[i] = ExactDistance.Compute(metric, query, row);
        }

        Array.Sort(distances);
        return distances[k - 1];
    }
}
