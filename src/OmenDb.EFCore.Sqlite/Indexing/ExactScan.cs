using OmenDb.DiskAnn;
using OmenDb.EFCore.Sqlite.Interop;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>The rows that are not in the graph, nearest first: each is compared with the query, and the nearest few are kept. A statement that reads past those has them compared again.</summary>
internal sealed class ExactScan
{
    // Kept at first, some 50 bytes a row; eight times as many each time that they were too few.
    private const int Fewest = 1_024;
    private const int Most = 8_192;
    private const int Growth = 8;

    private readonly VisibleRows _rows;
    private readonly float[] _query;
    private readonly LabelSet? _allowed;
    private readonly IndexView? _view;
    private readonly LedgerState _seen;
    private readonly NeighborStream? _graph;
    private readonly bool _asGraph; // equal vectors have equal distances only if both are measured alike
    private readonly List<(float Distance, long Label)> _kept = [];
    private int _capacity;
    private bool _hasMore;
    private (float Distance, long Label) _given = (float.NaN, long.MinValue); // before all others

    private ExactScan(VisibleRows rows, ReadOnlySpan<float> query, LabelSet? allowed, IndexView? view, LedgerState seen, NeighborStream? graph, int expected)
    {
        (_rows, _query, _allowed, _view, _seen, _graph) = (rows, query.ToArray(), allowed, view, seen, graph);
        _asGraph = graph is not null && view!.Graph.Storage == IndexStorage.Full;
        _capacity = (int)Math.Clamp(2L * expected, Fewest, Most);
    }

    /// <summary>Compares what a view has pending, what lies past it and what lies in its gaps.</summary>
    /// <param name="rows">The rows, as the searching connection sees them.</param>
    /// <param name="query">The query, checked.</param>
    /// <param name="allowed">The labels that may be returned, or <see langword="null"/> for all.</param>
    /// <param name="view">What the transaction may rely on; <see langword="null"/> for nothing, so that all rows are compared.</param>
    /// <param name="seen">What it sees.</param>
    /// <param name="graph">The graph's answers, which these are merged with; it has to stay open as long. <see langword="null"/> where there are none.</param>
    /// <param name="expected">How many answers the statement probably reads.</param>
    /// <returns>The rows; <see langword="null"/> when there are none.</returns>
    public static ExactScan? Run(VisibleRows rows, ReadOnlySpan<float> query, LabelSet? allowed, IndexView? view, LedgerState seen, NeighborStream? graph, int expected)
    {
        if (view is not null && view.Pending.Labels.IsEmpty && seen.LastLabel <= view.Buffered && !rows.SeesAnyOf(view.Unsaved.Gaps, seen.LastKnown))
            return null;
        var scan = new ExactScan(rows, query, allowed, view, seen, graph, expected);
        scan.CompareAll();
        return scan._kept.Count == 0 ? null : scan;
    }

    /// <summary>Adds the rows that follow those given before, unless one of these is still there.</summary>
    public void Fill(PriorityQueue<long, (float Distance, long Label)> nearest)
    {
        if (nearest.TryPeek(out _, out var next) && next.CompareTo(_given) <= 0)
            return;
        if (_hasMore && _kept.Count == 0)
            CompareAll();
        if (_kept.Count == 0)
            return;
        nearest.EnsureCapacity(nearest.Count + _kept.Count);
        foreach (var found in _kept)
            nearest.Enqueue(found.Label, found);
        _given = _kept[^1];
        _kept.Clear();
        _capacity = (int)Math.Min((long)_capacity * Growth, int.MaxValue / 4);
    }

    private void CompareAll()
    {
        _hasMore = false;
        var buffered = _view?.Buffered ?? 0;
        if (_view is not null)
            ComparePending(_view.Pending);
        if (_seen.LastLabel > buffered)
            Compare(_rows.ReadAfter(buffered, upTo: _seen.LastLabel));
        if (_view is not null && _rows.SeesAnyOf(_view.Unsaved.Gaps, _seen.LastKnown))
        {
            foreach (var gap in _view.Unsaved.Gaps)
                Compare(_rows.ReadAfter(gap.After, upTo: gap.UpTo));
        }

        Trim();
    }

    private void ComparePending(PendingRows pending)
    {
        var labels = pending.Labels.Span;
        var dimensions = _rows.Definition.Dimensions;
        for (var i = 0; i < labels.Length; i++)
            Compare(labels[i], pending.Vectors.Span.Slice(i * dimensions, dimensions));
    }

    private void Compare(RowCursor row)
    {
        using (row)
        {
            while (row.MoveNext())
            {
                // The graph may hold rows of a gap: those of a batch that failed half-way, and that were gone when it was read again.
                if (_rows.Definition.Problem(row.Vector) is null && !(row.Label <= _view?.Applied && _graph?.Contains(row.Label) == true))
                    Compare(row.Label, row.Vector);
            }
        }
    }

    private void Compare(long label, ReadOnlySpan<float> vector)
    {
        if (_allowed?.Contains(label) == false)
            return;
        var found = (_asGraph ? _graph!.Measure(vector) : ExactDistance.Compute(_rows.Definition.Metric, _query, vector), label);
        if (found.CompareTo(_given) <= 0 || (_hasMore && found.CompareTo(_kept[_capacity - 1]) > 0))
            return;
        _kept.Add(found);
        if (_kept.Count == 2 * _capacity)
            Trim();
    }

    private void Trim()
    {
        _kept.Sort();
        if (_kept.Count <= _capacity)
            return;
        _kept.RemoveRange(_capacity, _kept.Count - _capacity);
        _hasMore = true;
    }
}
