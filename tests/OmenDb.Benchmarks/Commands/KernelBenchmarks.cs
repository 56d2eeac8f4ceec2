using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;
using OmenDb.Benchmarks.Vectors;
using OmenDb.DiskAnn.Distance;

namespace OmenDb.Benchmarks.Commands;

/// <summary>One query against rows that lie in memory in no particular order, as a walk through the graph meets them.</summary>
public unsafe class KernelBenchmarks
{
    private const int Rows = 16_384;
    private const int Batch = 1_024;

    private float* _rows;
    private float* _query;
    private int[] _order = [];

    /// <summary>Elements per row.</summary>
    [Params(128, 384, 768)]
    public int Dimensions { get; set; }

    [GlobalSetup]
    public void Allocate()
    {
        _rows = (float*)NativeMemory.AlignedAlloc((nuint)(Rows * Dimensions * sizeof(float)), 64);
        _query = (float*)NativeMemory.AlignedAlloc((nuint)(Dimensions * sizeof(float)), 64);
        var noise = new NoiseSource(1);
        noise.Fill(new Span<float>(_rows, Rows * Dimensions));
        noise.Fill(new Span<float>(_query, Dimensions));
        _order = Enumerable.Range(0, Rows).OrderBy(_ => noise.NextBits()).Take(Batch).ToArray();
    }

    [GlobalCleanup]
    public void Free()
    {
        NativeMemory.AlignedFree(_rows);
        NativeMemory.AlignedFree(_query);
    }

    [Benchmark(OperationsPerInvoke = Batch)]
    public float SquaredEuclidean_kernel()
    {
        var sum = 0f;
        foreach (var row in _order)
            sum += Kernel<SquaredEuclidean>.Compute(_query, _rows + ((nint)row * Dimensions), Dimensions);
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Batch)]
    public float SquaredEuclidean_of_four()
    {
        float* Row(int i) => _rows + ((nint)_order[i] * Dimensions);
        var sums = Vector128<float>.Zero;
        for (var i = 0; i < Batch; i += 4)
            sums += Kernel<SquaredEuclidean>.Four(_query, Row(i), Row(i + 1), Row(i + 2), Row(i + 3), Dimensions);
        return Vector128.Sum(sums);
    }

    [Benchmark(OperationsPerInvoke = Batch)]
    public float NegativeDot_kernel()
    {
        var sum = 0f;
        foreach (var row in _order)
            sum += Kernel<NegativeDot>.Compute(_query, _rows + ((nint)row * Dimensions), Dimensions);
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Batch)]
    public float TensorPrimitives_Distance()
    {
        var sum = 0f;
        foreach (var row in _order)
            sum += TensorPrimitives.Distance(new ReadOnlySpan<float>(_query, Dimensions), new ReadOnlySpan<float>(_rows + ((nint)row * Dimensions), Dimensions));
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Batch)]
    public float TensorPrimitives_Dot()
    {
        var sum = 0f;
        foreach (var row in _order)
            sum += TensorPrimitives.Dot(new ReadOnlySpan<float>(_query, Dimensions), new ReadOnlySpan<float>(_rows + ((nint)row * Dimensions), Dimensions));
        return sum;
    }
}
