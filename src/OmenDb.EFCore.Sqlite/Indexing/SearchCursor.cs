using OmenDb.DiskAnn;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>
/// The answers of one search, nearest first: the graph's stream merged with the rows that are not in the graph. What a compact graph finds is measured exactly first, and
/// then waits among those rows until nothing that the graph finds next can be nearer.
/// </summary>
/// <param name="graph">The graph's answers.</param>
/// <param name="applied">The last label that is taken from the graph.</param>
/// <param name="scan">The rows that are not in the graph; <see langword="null"/> where there are none.</param>
/// <param name="ranking">Measures the graph's answers, where their distances are not exact.</param>
/// <param name="damaged">Told when the graph's file turns out to be damaged while it is read.</param>
internal sealed class SearchCursor(NeighborStream? graph, long applied, ExactScan? scan, Ranking? ranking = null, Action<SnapshotFormatException>? damaged = null) : IDisposable
{
    private readonly PriorityQueue<long, (float Distance, long Label)>? _exact = ranking is null && scan is null ? null : new();
    private Neighbor[] _page = [];
    private int _position;
    private int _count;

    public int Read(Span<Neighbor> destination)
    {
        if (_exact is null)
            return ReadGraph(destination);

        if (_page.Length == 0)
            _page = new Neighbor[ranking is null ? Math.Max(destination.Length, 16) : Ranking.WithSpare(destination.Length)];
        var written = 0;
        while (written < destination.Length)
        {
            if (_position >= _count)
            {
                _position = 0;
                _count = ReadGraph(_page);
            }

            var hasGraph = _position < _count;
            scan?.Fill(_exact);
            if (_exact.TryPeek(out var label, out var nearest)
                && (!hasGraph || nearest.CompareTo((ranking is null ? _page[_position].Distance : Ranking.Smallest(_page[_position]), _page[_position].Label)) < 0))
            {
                _exact.Dequeue();
                destination[written++] = new Neighbor(label, nearest.Distance);
            }
            else if (hasGraph)
            {
                var found = _page[_position++];
                if (ranking is null)
                    destination[written++] = found;
                else if (ranking.TryMeasure(found.Label, out var distance))
                    _exact.Enqueue(found.Label, (distance, found.Label));
            }
            else
            {
                break;
            }
        }

        return written;
    }

    public void Dispose() => graph?.Dispose();

    // The graph grows while it is searched. Labels past the watermark are among the other rows already.
    private int ReadGraph(Span<Neighbor> destination)
    {
        while (graph is not null)
        {
            var read = ReadStream(graph, destination);
            if (read == 0)
                return 0;
            var kept = 0;
            for (var i = 0; i < read; i++)
            {
                if (destination[i].Label <= applied)
                    destination[kept++] = destination[i];
            }

            if (kept > 0)
                return kept;
        }

        return 0;
    }

    private int ReadStream(NeighborStream stream, Span<Neighbor> destination)
    {
        try
        {
            return stream.Read(destination);
        }
        catch (SnapshotFormatException e)
        {
            damaged?.Invoke(e);
            throw;
        }
    }
}
