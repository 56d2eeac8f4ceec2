using OmenDb.DiskAnn;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>The answers of one search, nearest first: the graph's stream, and the rows that are not in the graph, merged.</summary>
/// <param name="graph">The graph's answers.</param>
/// <param name="applied">The last label that the graph is asked for.</param>
/// <param name="exact">The other rows.</param>
/// <param name="damaged">Told when the graph's file turns out to be damaged while it is read.</param>
internal sealed class SearchCursor(
    NeighborStream? graph, long applied, PriorityQueue<long, (float Distance, long Label)>? exact, Action<SnapshotFormatException>? damaged = null) : IDisposable
{
    private Neighbor[] _page = [];
    private int _position;
    private int _count;

    public int Read(Span<Neighbor> destination)
    {
        if (exact is not { Count: > 0 } && _position >= _count)
            return ReadGraph(destination);

        if (_page.Length == 0)
            _page = new Neighbor[Math.Max(destination.Length, 16)];
        var written = 0;
        while (written < destination.Length)
        {
            if (_position >= _count)
            {
                _position = 0;
                _count = ReadGraph(_page);
            }

            var hasGraph = _position < _count;
            if (exact is { Count: > 0 } && exact.TryPeek(out var label, out var nearest)
                && (!hasGraph || nearest.CompareTo((_page[_position].Distance, _page[_position].Label)) < 0))
            {
                exact.Dequeue();
                destination[written++] = new Neighbor(label, nearest.Distance);
            }
            else if (hasGraph)
            {
                destination[written++] = _page[_position++];
            }
            else
            {
                break;
            }
        }

        return written;
    }

    public void Dispose() => graph?.Dispose();

    // The graph grows while it is searched: what is past the watermark comes from elsewhere.
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
