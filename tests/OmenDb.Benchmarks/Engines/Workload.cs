using System.Numerics.Tensors;
using OmenDb.Benchmarks.Measuring;
using OmenDb.Benchmarks.Vectors;
using OmenDb.EFCore;

namespace OmenDb.Benchmarks.Engines;

/// <summary>What every engine is asked: a set as floats in memory, its queries, and the true answers.</summary>
internal sealed class Workload
{
    public const int K = 10;
    public const int BuildThreads = 2;

    private readonly Truth _truth;

    public Workload(VectorSet set)
    {
        Set = set;
        Base = new float[(long)set.Base.Count * set.Base.Dimensions];
        Parallel.For(0, set.Base.Count, row => set.Base.Copy(row, Base.AsSpan(row * Dimensions, Dimensions)));
        Queries = new float[set.QueryCount][];
        for (var query = 0; query < Queries.Length; query++)
            set.Queries.Copy(query, Queries[query] = new float[Dimensions]);
        _truth = Truth.Of(set, Queries, K);
    }

    public VectorSet Set { get; }

    /// <summary>Whether vectors are added one after the other by one thread, as an application inserts them, and not all at once by two.</summary>
    public bool IsOneByOne { get; init; }

    /// <summary>Threads that build.</summary>
    public int Threads => IsOneByOne ? 1 : BuildThreads;

    /// <summary>Row after row.</summary>
    public float[] Base { get; }

    public float[][] Queries { get; }

    public int Rows => Set.Base.Count;

    public int Dimensions => Set.Base.Dimensions;

    public VectorMetric Metric => Set.Metric;

    /// <summary>The base as it is, or for cosine with every row of unit length.</summary>
    public float[] UnitBase() => Metric == VectorMetric.Cosine ? Normalized(Base) : Base;

    /// <summary>The queries one after the other, likewise.</summary>
    public float[] UnitQueries()
    {
        float[] queries = [.. Queries.SelectMany(query => query)];
        return Metric == VectorMetric.Cosine ? Normalized(queries) : queries;
    }

    /// <summary>Recall@10 of answers to all queries, or to the first ones.</summary>
    public double Recall(int[][] answers) => _truth.Recall(Queries, answers);

    private float[] Normalized(float[] vectors)
    {
        var unit = new float[vectors.Length];
        Parallel.For(0, vectors.Length / Dimensions, row =>
        {
            var vector = vectors.AsSpan(row * Dimensions, Dimensions);
            TensorPrimitives.Divide(vector, TensorPrimitives.Norm(vector), unit.AsSpan(row * Dimensions, Dimensions));
        });
        return unit;
    }
}
