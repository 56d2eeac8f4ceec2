using System.Diagnostics;
using System.Numerics.Tensors;
using OmenDb.Benchmarks.Measuring;
using OmenDb.EFCore;

namespace OmenDb.Benchmarks.Engines;

/// <summary>Compares a query with every row, as a program without an index does.</summary>
/// <param name="workload">The rows and queries.</param>
/// <param name="allowed">Only these rows; all when left out.</param>
internal sealed class BruteForceEngine(Workload workload, int[]? allowed = null) : IEngine
{
    private readonly int[] _allowed = allowed ?? [.. Enumerable.Range(0, workload.Rows)];
    private float[] _rows = [];

    public string Name => "TensorPrimitives scan";

    public bool HasSearchList => false;

    public Footprint Build()
    {
        var clock = Stopwatch.StartNew();
        _rows = workload.UnitBase();
        var bytes = (long)_rows.Length * sizeof(float);
        return new Footprint(clock.Elapsed.TotalSeconds, bytes, bytes);
    }

    public int[][] Answer(int searchList) => Array.ConvertAll(workload.Queries, query => Scan(query).Rows.ToArray());

    public Timing Time(int searchList, int threads, TimeSpan duration)
        => QueryLoop.Run(workload.Queries.Length, threads, duration, () => query => Scan(workload.Queries[query]));

    public void Dispose()
    {
    }

    private NearestList Scan(float[] query)
    {
        var nearest = new NearestList(Workload.K);
        var isProduct = workload.Metric != VectorMetric.Euclidean;
        foreach (var row in _allowed)
        {
            var vector = _rows.AsSpan(row * workload.Dimensions, workload.Dimensions);
            nearest.Offer(row, isProduct ? -TensorPrimitives.Dot(query, vector) : TensorPrimitives.Distance(query, vector));
        }

        return nearest;
    }
}
