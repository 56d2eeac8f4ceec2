using System.Numerics.Tensors;

namespace ApiSearch.Embeddings;

/// <summary>A sparse matrix by rows: row r holds the cells from <c>RowStarts[r]</c> to <c>RowStarts[r + 1]</c>.</summary>
internal sealed class SparseMatrix(int columns, int[] rowStarts, int[] columnIndexes, float[] values)
{
    public int Rows => rowStarts.Length - 1;

    public int Columns => columns;

    /// <summary>This matrix times a dense one (row-major, <paramref name="width"/> columns).</summary>
    public float[] Multiply(float[] dense, int width)
    {
        var result = new float[(long)Rows * width];
        Parallel.For(0, Rows, r =>
        {
            var target = result.AsSpan(r * width, width);
            for (var cell = rowStarts[r]; cell < rowStarts[r + 1]; cell++)
            {
                var source = dense.AsSpan(columnIndexes[cell] * width, width);
                TensorPrimitives.MultiplyAdd(source, values[cell], target, target);
            }
        });
        return result;
    }

    public SparseMatrix Transpose()
    {
        var starts = new int[columns + 1];
        foreach (var column in columnIndexes)
            starts[column + 1]++;
        for (var column = 0; column < columns; column++)
            starts[column + 1] += starts[column];

        var next = starts[..^1];
        var rows = new int[columnIndexes.Length];
        var transposed = new float[values.Length];
        for (var r = 0; r < Rows; r++)
        {
            for (var cell = rowStarts[r]; cell < rowStarts[r + 1]; cell++)
            {
                var to = next[columnIndexes[cell]]++;
                rows[to] = r;
                transposed[to] = values[cell];
            }
        }

        return new SparseMatrix(Rows, starts, rows, transposed);
    }
}
