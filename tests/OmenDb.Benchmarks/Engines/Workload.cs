using System.Numerics.Tensors;
using OmenDb.Benchmarks.Measuring;
using OmenDb.Benchmarks.Vectors;
using OmenDb.EFCore;

namespace OmenDb.Benchmarks.Engines;

/// <summary>What every engine is asked: rows as floats in memory, queries, and the true answers.</summary>
internal sealed class Workload
{
    public const int K = 10;

    /// <summary>Threads that build at once, of every engine.</summary>
    public static readonly int BuildThreads = Environment.ProcessorCount;

    private readonly Truth _truth;

    /// <summary>A published set.</summary>
    public Workload(VectorSet set)
        : this(set.Name, set.Metric, set.Base, set.Queries, Truth.Of(set, set.Queries, K))
    {
    }

    /// <summary>Rows whose true neighbours nobody has published: they are looked for here.</summary>
    public Workload(string name, VectorMetric metric, IVectorSource rows, float[][] queries)
        : this(name, metric, rows, queries, Truth.Of(rows, metric, queries, K))
    {
    }

    private Workload(string name, VectorMetric metric, IVectorSource rows, float[][] queries, Truth truth)
    {
        Name = name;
        Metric = metric;
        Source = rows;
        Queries = queries;
        _truth = truth;
        Base = new float[(long)rows.Count * rows.Dimensions];
        Parallel.For(0, rows.Count, row => rows.Copy(row, Base.AsSpan(row * Dimensions, Dimensions)));
    }

    public string Name { get; }

    public VectorMetric Metric { get; }

    public IVectorSource Source { get; }

    /// <summary>Whether vectors are added one after the other by one thread, as an application inserts them, and not all at once by <see cref="BuildThreads"/>.</summary>
    public bool IsOneByOne { get; init; }

    /// <summary>Threads that build.</summary>
    public int Threads => IsOneByOne ? 1 : BuildThreads;

    /// <summary>Row after row.</summary>
    public float[] Base { get; }

    public float[][] Queries { get; }

    public int Rows => Source.Count;

    public int Dimensions => Source.Dimensions;

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
