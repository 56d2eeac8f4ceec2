using OmenDb.DiskAnn;
using OmenDb.EFCore.Sqlite.Interop;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>Compares a query with the rows that are not in the graph, one by one.</summary>
/// <param name="rows">The rows, as the searching connection sees them.</param>
/// <param name="query">The query, checked.</param>
/// <param name="allowed">The labels that may be returned, or <see langword="null"/> for all.</param>
/// <param name="graph">The graph's answers to the query, which these are merged with: equal vectors have equal distances only if both are measured alike. Null where the graph's are measured by <see cref="ExactDistance"/>, or there are none.</param>
internal ref struct ExactScan(VisibleRows rows, ReadOnlySpan<float> query, LabelSet? allowed, NeighborStream? graph = null)
{
    private readonly ReadOnlySpan<float> _query = query;
    private List<(long, (float, long))>? _found;

    /// <summary>Compares what a view has pending, what lies past it and what lies in its gaps.</summary>
    /// <param name="view">What the transaction may rely on; <see langword="null"/> for nothing, so that all rows are compared.</param>
    /// <param name="seen">What it sees.</param>
    /// <returns>The rows by their distance; <see langword="null"/> when there are none.</returns>
    public PriorityQueue<long, (float Distance, long Label)>? Run(IndexView? view, LedgerState seen)
    {
        if (view is not null)
            ComparePending(view.Pending);
        var buffered = view?.Buffered ?? 0;
        if (seen.LastLabel > buffered)
            CompareAll(rows.ReadAfter(buffered), view);
        if (view is not null && rows.SeesAnyOf(view.Unsaved.Gaps, seen.LastKnown))
        {
            foreach (var gap in view.Unsaved.Gaps)
                CompareAll(rows.ReadAfter(gap.After, upTo: gap.UpTo), view);
        }

        return _found is null ? null : new PriorityQueue<long, (float, long)>(_found);
    }

    private void ComparePending(PendingRows pending)
    {
        var labels = pending.Labels.Span;
        var dimensions = rows.Definition.Dimensions;
        for (var i = 0; i < labels.Length; i++)
            Compare(labels[i], pending.Vectors.Span.Slice(i * dimensions, dimensions));
    }

    private void CompareAll(RowCursor row, IndexView? view)
    {
        using (row)
        {
            while (row.MoveNext())
            {
                // The graph may hold rows of a gap: those of a batch that failed half-way, and that were gone when it was read again.
                if (rows.Definition.Problem(row.Vector) is null && !(row.Label <= view?.Applied && view.Graph.Contains(row.Label)))
                    Compare(row.Label, row.Vector);
            }
        }
    }

    private void Compare(long label, ReadOnlySpan<float> vector)
    {
        if (allowed?.Contains(label) != false)
            (_found ??= []).Add((label, (graph?.Measure(vector) ?? ExactDistance.Compute(rows.Definition.Metric, _query, vector), label)));
    }
}
