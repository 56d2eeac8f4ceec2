using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using OmenDb.DiskAnn.Distance;
using OmenDb.DiskAnn.Graph;

namespace OmenDb.DiskAnn.Quantization;

// Invariant: rows and directions that a kernel compares are pinned meanwhile and as long as a padded row.

/// <summary>
/// Finds the directions along which a sample differs most, block by block until they hold enough of its variance: subspace iteration
/// ("Finding structure with randomness", Halko, Martinsson and Tropp, SIAM Review 2011, algorithm 4.4).
/// </summary>
internal sealed unsafe class PrincipalSubspace
{
    // What the directions must hold: with it, 98 % and more of the ten nearest are among the first fifteen by code on all measured sets.
    private const double Enough = 0.92;

    private const int Rounds = 4;
    private const int Attempts = 3;

    private readonly float[] _sample;
    private readonly int _rows;
    private readonly int _rowLength;
    private readonly int _dimensions;
    private readonly Workers _workers;
    private readonly Random _random;
    private readonly List<float[]> _basis = [];

    private PrincipalSubspace(float[] sample, int rows, int rowLength, int dimensions, int seed, Workers workers)
    {
        _sample = sample;
        _rows = rows;
        _rowLength = rowLength;
        _dimensions = dimensions;
        _workers = workers;
        _random = new Random(seed);
    }

    /// <summary>Learns a projection.</summary>
    /// <param name="sample">Padded rows, one after the other.</param>
    /// <param name="rows">How many; at least one.</param>
    /// <param name="rowLength">Floats in a row.</param>
    /// <param name="dimensions">Floats in a row before the padding.</param>
    /// <param name="seed">Seed of the directions that the iteration begins with, and of the rotation.</param>
    /// <param name="workers">The threads to use; the result does not depend on their number.</param>
    public static Projection Learn(float[] sample, int rows, int rowLength, int dimensions, int seed, Workers workers) =>
        new PrincipalSubspace([.. sample], rows, rowLength, dimensions, seed, workers).Learn();

    private Projection Learn()
    {
        var mean = Center();
        var total = Energy(_sample);
        // An even number; where the vectors have an odd one, the last direction holds nothing.
        var most = Math.Min((_dimensions + 1) / 2 * 2, CodeRows.MostDimensions(_rowLength));
        double captured = 0;
        do
        {
            // The first block leaves room for the terms in the code's last line.
            var block = _basis.Count == 0 ? CodeRows.FirstDimensions : CodeRows.LineDimensions;
            captured += AddBlock(Math.Min(block, most - _basis.Count));
        }
        while (captured < Enough * total && _basis.Count < most);

        return Projection.Round(mean, Rotate());
    }

    private Span<float> Row(int row) => _sample.AsSpan(row * _rowLength, _rowLength);

    private float[] Center()
    {
        var sum = new double[_rowLength];
        for (var row = 0; row < _rows; row++)
        {
            var values = Row(row);
            for (var i = 0; i < sum.Length; i++)
                sum[i] += values[i];
        }

        var mean = Array.ConvertAll(sum, s => (float)(s / _rows));
        for (var row = 0; row < _rows; row++)
            TensorPrimitives.Subtract(Row(row), mean, Row(row));
        Scale();
        return mean;
    }

    // By a power of two, which rounds nothing: squares of huge or tiny elements are no numbers to go by.
    private void Scale()
    {
        var largest = Math.Abs(TensorPrimitives.MaxMagnitude<float>(_sample));
        if (largest > 0)
            TensorPrimitives.ScaleB(_sample, -MathF.ILogB(largest), _sample);
    }

    private static double Energy(ReadOnlySpan<float> values)
    {
        const int Piece = 4096;
        double sum = 0;
        for (; !values.IsEmpty; values = values[Math.Min(Piece, values.Length)..])
            sum += TensorPrimitives.SumOfSquares(values[..Math.Min(Piece, values.Length)]);
        return sum;
    }

    // Returns how much of the sample's variance lies along the new directions.
    private double AddBlock(int count)
    {
        var first = _basis.Count;
        for (var i = 0; i < count; i++)
            _basis.Add(RandomDirection());
        Orthonormalize(first);
        var products = new float[_rows * count];
        for (var round = 0; round < Rounds; round++)
        {
            Multiply(first, count, products);
            MultiplyBack(first, count, products);
            Orthonormalize(first);
        }

        Multiply(first, count, products);
        return Energy(products);
    }

    private void Multiply(int first, int count, float[] products) => _workers.Run(_rows, (_, row) =>
    {
        fixed (float* x = Row(row))
        {
            for (var j = 0; j < count; j++)
            {
                fixed (float* direction = _basis[first + j])
                    products[row * count + j] = -Kernel<NegativeDot>.Compute(direction, x, _rowLength);
            }
        }
    });

    private void MultiplyBack(int first, int count, float[] products) => _workers.RunAll(worker =>
    {
        var (from, to) = (worker * count / _workers.Count, (worker + 1) * count / _workers.Count);
        for (var j = from; j < to; j++)
            _basis[first + j].AsSpan().Clear();
        for (var row = 0; row < _rows; row++)
        {
            for (var j = from; j < to; j++)
            {
                var direction = _basis[first + j];
                AddMultiple(Row(row), products[row * count + j], direction);
            }
        }
    });

    // Gram-Schmidt, each direction twice; one that depends on those before it gives way to a random one, and that to none.
    private void Orthonormalize(int first)
    {
        for (var i = first; i < _basis.Count; i++)
        {
            for (var attempt = 0; ; attempt++)
            {
                var direction = _basis[i];
                if (attempt == Attempts)
                {
                    direction.AsSpan().Clear();
                    break;
                }

                var before = TensorPrimitives.Norm<float>(direction);
                for (var pass = 0; pass < 2; pass++)
                {
                    for (var j = 0; j < i; j++)
                        AddMultiple(_basis[j], -TensorPrimitives.Dot<float>(_basis[j], direction), direction);
                }

                var norm = TensorPrimitives.Norm<float>(direction);
                if (norm > 1e-4f * before && float.IsNormal(norm))
                {
                    TensorPrimitives.Divide(direction, norm, direction);
                    break;
                }

                _basis[i] = RandomDirection();
            }
        }
    }

    private float[] RandomDirection()
    {
        var direction = new float[_rowLength];
        for (var i = 0; i < _dimensions; i++)
            direction[i] = (float)(_random.NextDouble() + _random.NextDouble() + _random.NextDouble() - 1.5);
        return direction;
    }

    private float[][] Rotate()
    {
        var count = _basis.Count;
        var rotation = new PrincipalSubspace([], 0, count, count, _random.Next(), _workers);
        for (var i = 0; i < count; i++)
            rotation._basis.Add(rotation.RandomDirection());
        rotation.Orthonormalize(0);
        var rotated = new float[count][];
        _workers.Run(count, (_, i) =>
        {
            var direction = rotated[i] = new float[_rowLength];
            for (var j = 0; j < count; j++)
                AddMultiple(_basis[j], rotation._basis[i][j], direction);
        });
        return rotated;
    }

    // What TensorPrimitives.MultiplyAdd does; that one is compiled without optimisation until it has been called often, which a new process waits for.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddMultiple(ReadOnlySpan<float> values, float factor, Span<float> sums)
    {
        var factors = new Vector<float>(factor);
        var i = 0;
        for (; i <= values.Length - Vector<float>.Count; i += Vector<float>.Count)
            Vector.FusedMultiplyAdd(new Vector<float>(values[i..]), factors, new Vector<float>(sums[i..])).CopyTo(sums[i..]);
        for (; i < values.Length; i++)
            sums[i] = MathF.FusedMultiplyAdd(values[i], factor, sums[i]);
    }
}
