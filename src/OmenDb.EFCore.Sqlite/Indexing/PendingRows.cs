using OmenDb.DiskAnn;
using OmenDb.EFCore.Sqlite.Interop;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>Rows read from the ledger and not in the graph yet: one flat block of vectors, searched exactly.</summary>
internal sealed class PendingRows
{
    public static readonly PendingRows None = new([], [], 0, 0, []);

    // How many of the first rows are in the graph: a batch that failed half-way left them there. Searches find them here until the watermark moves.
    private readonly int _inGraph;

    private PendingRows(long[] labels, float[] vectors, int count, int inGraph, RowStamp[] read)
    {
        _inGraph = inGraph;
        Read = read;
        Labels = new ReadOnlyMemory<long>(labels, 0, count);
        Vectors = vectors.AsMemory(0, count == 0 ? 0 : vectors.Length / labels.Length * count);
    }

    public ReadOnlyMemory<long> Labels { get; }

    /// <summary>Row-major: as many rows as there are labels.</summary>
    public ReadOnlyMemory<float> Vectors { get; }

    /// <summary>All rows that were read, those that cannot be searched included.</summary>
    public RowStamp[] Read { get; }

    /// <summary>Reads the next rows, and keeps those that can be searched.</summary>
    /// <param name="rows">The rows, committed ones only.</param>
    /// <param name="graph">The graph.</param>
    /// <param name="after">The watermark.</param>
    /// <param name="most">How many rows to read at most.</param>
    /// <param name="skipped">Receives the rows whose vector cannot be searched.</param>
    /// <param name="upTo">The last label to read.</param>
    /// <returns>The rows; <see langword="null"/> when there are no more.</returns>
    public static PendingRows? Next(VisibleRows rows, VamanaIndex graph, long after, int most, List<(long Label, string Problem)> skipped, long upTo = long.MaxValue)
    {
        var count = Count(rows, after, most, upTo);
        if (count == 0)
            return null;
        var dimensions = graph.Dimensions;
        var read = new RowStamp[count];
        var labels = new long[count];
        var vectors = GC.AllocateUninitializedArray<float>(checked(count * dimensions));
        var (kept, inGraph) = (0, 0);
        using var row = rows.ReadAfter(after, count);
        for (var i = 0; row.MoveNext(); i++)
        {
            read[i] = row.Stamp;
            if (rows.Definition.Problem(row.Vector) is { } problem)
            {
                skipped.Add((row.Label, problem));
            }
            else
            {
                if (inGraph == kept && graph.Contains(row.Label))
                    inGraph++;
                labels[kept] = row.Label;
                row.Vector.CopyTo(vectors.AsSpan(kept * dimensions));
                kept++;
            }
        }

        return new PendingRows(labels, vectors, kept, inGraph, read);
    }

    /// <summary>How many rows there are past a label, as far as it matters.</summary>
    public static int Count(VisibleRows rows, long after, int most, long upTo = long.MaxValue)
    {
        var count = 0;
        using var row = rows.ReadAfter(after, most, upTo);
        while (row.MoveNext())
            count++;
        return count;
    }

    /// <summary>Puts the rows into the graph.</summary>
    public void AddTo(VamanaIndex graph, IProgress<long>? progress, CancellationToken cancellationToken)
        => graph.AddBatch(Labels.Span[_inGraph..], Vectors.Span[(_inGraph * graph.Dimensions)..], progress, cancellationToken);
}
