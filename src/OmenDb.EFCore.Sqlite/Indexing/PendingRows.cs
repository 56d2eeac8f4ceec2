using OmenDb.DiskAnn;
using OmenDb.EFCore.Sqlite.Interop;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>Rows read from the ledger and not in the graph yet: one flat block of vectors, searched exactly.</summary>
internal sealed class PendingRows
{
    public static readonly PendingRows None = new([], [], 0);

    private PendingRows(long[] labels, float[] vectors, int count)
    {
        Labels = new ReadOnlyMemory<long>(labels, 0, count);
        Vectors = vectors.AsMemory(0, count == 0 ? 0 : vectors.Length / labels.Length * count);
    }

    public ReadOnlyMemory<long> Labels { get; }

    /// <summary>Row-major: as many rows as there are labels.</summary>
    public ReadOnlyMemory<float> Vectors { get; }

    /// <summary>Reads the next rows that can be searched and are not in the graph already: a batch that failed half-way is read again.</summary>
    /// <param name="rows">The rows, committed ones only.</param>
    /// <param name="graph">The graph.</param>
    /// <param name="after">The watermark.</param>
    /// <param name="capacity">How many rows to read at most.</param>
    /// <param name="last">The label of the last row read.</param>
    /// <param name="skipped">Receives the rows whose vector cannot be searched.</param>
    public static PendingRows Read(
        VisibleRows rows, VamanaIndex graph, long after, int capacity, out long last, List<(long Label, string Problem)> skipped)
    {
        var dimensions = graph.Dimensions;
        var labels = new long[capacity];
        var vectors = GC.AllocateUninitializedArray<float>(checked(capacity * dimensions));
        var count = 0;
        last = after;
        using var row = rows.ReadAfter(after, capacity);
        while (row.MoveNext())
        {
            last = row.Label;
            if (rows.Definition.Problem(row.Vector) is { } problem)
            {
                skipped.Add((last, problem));
            }
            else if (!graph.Contains(last))
            {
                labels[count] = last;
                row.Vector.CopyTo(vectors.AsSpan(count * dimensions));
                count++;
            }
        }

        return new PendingRows(labels, vectors, count);
    }
}
