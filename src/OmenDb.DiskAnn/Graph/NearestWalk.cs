using OmenDb.DiskAnn.Storage;

namespace OmenDb.DiskAnn.Graph;

/// <summary>
/// Produces the nodes of a graph ever further from a query. The search list of <see cref="GreedySearch"/> serves as a window that slides
/// outwards: the i-th node leaves it once everything in a list of <c>L + slope * i</c> candidates is expanded.
/// </summary>
internal abstract class NearestWalk
{
    /// <summary>Search list growth per node produced.</summary>
    internal const double Slope = 1.25;

    private const int MaxWindow = 8192;

    // A walk scores about this many nodes per node it expands; decides between walking and scanning an allowed set.
    private const int ScoredPerHop = 20;

    private const int FinishShare = 4;

    private readonly VectorGraph _graph;
    private LabelSet? _allowed;
    private int _listSize;
    private int _free;
    private int _produced;
    private bool _finishing;

    private protected NearestWalk(VectorGraph graph)
    {
        _graph = graph;
        Query = new QueryBuffer(graph.Encoder.RowLength);
    }

    /// <summary>Working memory and counters.</summary>
    public SearchScratch Scratch { get; } = new();

    private protected QueryBuffer Query { get; }

    private protected int Limit { get; private set; }

    /// <summary>Begins a walk.</summary>
    /// <param name="query">The query, checked.</param>
    /// <param name="listSize">Search list size (L) for the first nodes.</param>
    /// <param name="free">Nodes that may be produced before the window grows.</param>
    /// <param name="allowed">Labels of interest, or null for all: nodes without any may still be produced.</param>
    public void Begin(ReadOnlySpan<float> query, int listSize, int free, LabelSet? allowed)
    {
        Limit = _graph.NodeCount;
        _graph.Encoder.EncodeQuery(query, Query.Span);
        _allowed = allowed;
        _free = free;
        _listSize = Math.Max(listSize, free);
        _produced = 0;
        _finishing = false;
        Scratch.Reset(Limit, _listSize);
        if (Limit == 0)
            return;
        if (allowed is not null && ScanIsCheaper(allowed))
        {
            Finish();
            return;
        }

        Enter(_graph.EntryPoints);
        Walk(_graph.Edges);
    }

    /// <summary>Produces the next node.</summary>
    /// <returns>Whether there was one.</returns>
    public bool TryNext(out ulong candidate)
    {
        if (!_finishing && Limit > 0)
        {
            if (_produced >= _free)
                Advance();
            if (!_finishing && Scratch.Pool.Count > 0)
            {
                candidate = Scratch.Pool.RemoveFirst();
                _produced++;
                return true;
            }

            if (!_finishing)
                Finish();
        }

        return Scratch.Overflow.TryRemoveFirst(out candidate);
    }

    private protected abstract void Enter(ReadOnlySpan<int> entryPoints);

    private protected abstract void Walk(Adjacency edges);

    private protected abstract ulong Score(int node);

    // Grows the window to what the next node asks for, and expands what came into it.
    private void Advance()
    {
        if (Scratch.Scored > (_allowed is null ? Limit / FinishShare : 2L * _allowed.Count))
        {
            Finish();
            return;
        }

        var pool = Scratch.Pool;
        var window = _listSize + Slope * (_produced - _free) - _produced;
        pool.Resize((int)Math.Clamp(window, 1, MaxWindow));
        while (pool.Count < pool.Capacity && Scratch.Overflow.TryRemoveFirst(out var candidate))
            pool.Offer(candidate);
        Walk(_graph.Edges);
    }

    private bool ScanIsCheaper(LabelSet allowed)
    {
        double set = allowed.Count;
        if (set == 0)
            return true;
        var hops = _listSize + Slope * _free * Limit / set;
        return set <= hops * ScoredPerHop;
    }

    // Scores all that is left and needs the graph no more: cheaper than walking on, and it also finds what no edge leads to.
    private void Finish()
    {
        _finishing = true;
        while (Scratch.Pool.Count > 0)
            Scratch.Overflow.Add(Scratch.Pool.RemoveFirst());
        if (_allowed is null)
        {
            for (var node = 0; node < Limit; node++)
                AddUnvisited(node);
            return;
        }

        foreach (var label in _allowed)
        {
            var entry = _graph.Entries.FindLive(label);
            if (entry >= 0)
                AddUnvisited(_graph.Entries.Node(entry));
        }
    }

    private void AddUnvisited(int node)
    {
        if (node >= Limit || !Scratch.Visited.TryMark(node))
            return;
        Scratch.Scored++;
        Scratch.Overflow.Add(Score(node));
    }
}
