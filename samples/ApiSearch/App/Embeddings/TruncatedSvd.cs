using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace ApiSearch.Embeddings;

/// <summary>
/// The leading right singular vectors of a sparse matrix, by randomized subspace iteration
/// (Halko, Martinsson and Tropp 2011, algorithm 5.3 on the side of the columns).
/// </summary>
internal static class TruncatedSvd
{
    private const int Iterations = 4;
    private const int Oversampling = 16;

    /// <summary>
    /// Row-major, one row for each column of <paramref name="matrix"/> and <paramref name="rank"/> columns,
    /// strongest first. A matrix of lower rank leaves the last columns zero.
    /// </summary>
    public static float[] RightVectors(SparseMatrix matrix, int rank)
    {
        var width = Math.Min(rank + Oversampling, matrix.Columns);
        var transposed = matrix.Transpose();
        var random = new Random(0);
        var basis = new float[(long)matrix.Columns * width];
        for (var i = 0; i < basis.Length; i++)
            basis[i] = (float)(random.NextDouble() - random.NextDouble());

        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            basis = transposed.Multiply(matrix.Multiply(basis, width), width);
            basis = Orthonormal(basis, width);
        }

        // Rayleigh-Ritz: inside the basis the problem is a small symmetric one, which MathNet solves.
        var (_, rotation) = Eigen(Gram(matrix.Multiply(basis, width), width));
        var kept = Math.Min(rank, width);
        var vectors = new float[(long)matrix.Columns * rank];
        Rotate(basis, width, rotation, vectors, rank, kept);
        return vectors;
    }

    // Columns made orthonormal through the eigenvectors of their small Gram matrix, twice for accuracy: a QR of the
    // tall matrix itself would take many times as long.
    private static float[] Orthonormal(float[] tall, int width)
    {
        for (var pass = 0; pass < 2; pass++)
        {
            var (values, rotation) = Eigen(Gram(tall, width));
            var smallest = values[0] * 1e-10;
            for (var column = 0; column < width; column++)
                rotation.SetColumn(column, rotation.Column(column) * (values[column] > smallest ? 1 / Math.Sqrt(values[column]) : 0));
            var rotated = new float[tall.Length];
            Rotate(tall, width, rotation, rotated, width, width);
            tall = rotated;
        }

        return tall;
    }

    private static (double[] Values, Matrix<double> Vectors) Eigen(Matrix<double> symmetric)
    {
        var eigen = symmetric.Evd(Symmetricity.Symmetric);
        // MathNet orders them from the smallest.
        var order = Enumerable.Range(0, symmetric.RowCount).Reverse().ToArray();
        return ([.. order.Select(i => eigen.EigenValues[i].Real)],
            DenseMatrix.OfColumnVectors(order.Select(i => eigen.EigenVectors.Column(i))));
    }

    private static DenseMatrix Gram(float[] tall, int width)
    {
        var rows = tall.Length / width;
        var blocks = Environment.ProcessorCount;
        var total = new double[width * width];
        Parallel.For(0, blocks, block =>
        {
            var sum = new float[width * width];
            for (var r = (int)((long)rows * block / blocks); r < (int)((long)rows * (block + 1) / blocks); r++)
            {
                var row = tall.AsSpan(r * width, width);
                for (var i = 0; i < width; i++)
                {
                    // The lower triangle; the other half is its mirror.
                    var target = sum.AsSpan(i * width, i + 1);
                    TensorPrimitives.MultiplyAdd(row[..(i + 1)], row[i], target, target);
                }
            }

            lock (total)
            {
                for (var i = 0; i < sum.Length; i++)
                    total[i] += sum[i];
            }
        });
        return DenseMatrix.Create(width, width, (r, c) => total[(Math.Max(r, c) * width) + Math.Min(r, c)]);
    }

    // target = tall x rotation, of which the first `kept` columns are wanted.
    private static void Rotate(float[] tall, int width, Matrix<double> rotation, float[] target, int targetWidth, int kept)
    {
        var right = new float[width * kept];
        for (var r = 0; r < width; r++)
        {
            for (var c = 0; c < kept; c++)
                right[(r * kept) + c] = (float)rotation[r, c];
        }

        Parallel.For(0, tall.Length / width, r =>
        {
            var row = target.AsSpan(r * targetWidth, kept);
            for (var i = 0; i < width; i++)
                TensorPrimitives.MultiplyAdd(right.AsSpan(i * kept, kept), tall[(r * width) + i], row, row);
        });
    }
}
