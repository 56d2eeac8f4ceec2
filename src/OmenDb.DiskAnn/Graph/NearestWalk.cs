using OmenDb.DiskAnn.Distance;
using OmenDb.DiskAnn.Quantization;
using OmenDb.DiskAnn.Storage;

namespace OmenDb.DiskAnn.Graph;

// Invariant: the query buffers are as long as a row and a code, and nodes stay below the limit that the walk began with.

/// <summary>
/// Produces the nodes of a graph ever further from a query. The graph is walked on codes; what leaves the search list is ranked by its
/// exact row. The search list is a window that slides outwards: the i-th node is produced once everything in a list of
/// <c>L + slope * i</c> candidates was expanded and ranked.
/// </summary>
internal sealed unsafe class NearestWalk
{
    /// <summary>Search list growth per node produced.</summary>
    internal const double Slope = 1.25;

    private const int MaxWindow = 8192;
    private const int PrefetchAhead = 4;

    // Rows that are scanned about as fast as the graph is walked.
    private const int ScannedNodes = 1000;
    private const int ScannedFloats = 256 * 1024;

    // Rounding to codes may lengthen a squared distance by half a percent or so.
    private const float Rounding = 0.98f;

    // A walk scores about this many nodes per node it expands; decides between walking and scanning an allowed set.
    private const int ScoredPerHop = 20;

    private const int FinishShare = 4;

    private readonly VectorGraph _graph;
    private readonly QueryBuffer<float> _query;
    private readonly CandidateHeap _ranked = new();
    private readonly CandidatePool _nearest = new();
    private float _codeUnit;
    private float _constantNorms;
    private QueryBuffer<sbyte> _code = new(0);
    private float[] _projected = [];
    private int _codeLength;
    private CodeScore _score;
    private LabelSet? _allowed;
    private int _limit;
    private int _listSize;
    private int _free;
    private int _produced;
    private int _rankedCount;
    private bool _finishing;

    public NearestWalk(VectorGraph graph)
    {
        _graph = graph;
        _query = new QueryBuffer<float>(graph.Encoder.RowLength);
    }

    /// <summary>Working memory and counters.</summary>
    public SearchScratch Scratch { get; } = new();

    /// <summary>Begins a walk.</summary>
    /// <param name="query">The query, checked.</param>
    /// <param name="listSize">Search list size (L) for the first nodes.</param>
    /// <param name="free">Nodes that may be produced before the window grows.</param>
    /// <param name="allowed">Labels of interest, or null for all: nodes without any may still be produced.</param>
    public void Begin(ReadOnlySpan<float> query, int listSize, int free, LabelSet? allowed)
    {
        _limit = _graph.NodeCount; // before the codes, which hold at least as many nodes
        _graph.Encoder.EncodeQuery(query, _query.Span);
        _allowed = allowed;
        _free = free;
        _listSize = Math.Max(listSize, free);
        _produced = _rankedCount = 0;
        _finishing = false;
        _ranked.Clear();
        _nearest.Reset(Math.Max(1, free));
        Scratch.Reset(_limit, _listSize);
        if (_limit == 0)
            return;
        if ((_limit <= ScannedNodes && _limit * _query.Span.Length <= ScannedFloats) || (allowed is not null && ScanIsCheaper(allowed)))
        {
            Finish();
            return;
        }

        Bind(_graph.Codes!);
        GreedySearch.Enter(_graph.Edges, _score, _graph.EntryPoints, _limit, Scratch);
        GreedySearch.Walk(_graph.Edges, _score, _limit, Scratch);
        Rank(_listSize);
    }

    /// <summary>Produces the next node.</summary>
    /// <param name="candidate">The node and its exact score.</param>
    /// <returns>Whether there was one.</returns>
    public bool TryNext(out ulong candidate)
    {
        if (!_finishing && _limit > 0)
        {
            if (_produced >= _free)
                Advance();
            Rank(_produced + 1 + _listSize - _free - _rankedCount);
            if (!_finishing && _ranked.Count == 0)
                Finish();
        }

        _produced++;
        return _ranked.TryRemoveFirst(out candidate);
    }

    private void Bind(CodeRows codes)
    {
        if (_codeLength != codes.Memory.RowBytes)
        {
            _codeLength = codes.Memory.RowBytes;
            _code = new QueryBuffer<sbyte>(_codeLength);
        }

        if (_projected.Length != codes.Projection.Dimensions)
            _projected = new float[codes.Projection.Dimensions];
        codes.Projection.Project(_query.Span, _projected);
        _score = codes.OfQuery(_projected, _code);
        _codeUnit = codes.Projection.Step * codes.Projection.Step * Rounding;
        if (_graph.Encoder.IsAugmented)
            _constantNorms = (float)(_graph.Encoder.SquaredRadius + RowEncoder.SquaredNorm(_query.Span));
    }

    // All augmented rows have the same norm, which turns a product into a distance.
    private float SquaredDistance(ulong ranked) =>
        _graph.Encoder.IsAugmented ? _constantNorms + (2 * Candidate.Score(ranked)) : Candidate.Score(ranked);

    private ulong Exact(int node) => Candidate.Pack(_graph.ExactScore(_query.Pointer, node), node);

    // Grows the window to what the next nodes ask for, and expands what came into it.
    private void Advance()
    {
        if (_finishing)
            return;
        if (Scratch.Scored > (_allowed is null ? _limit / FinishShare : 2L * _allowed.Count))
        {
            Finish();
            return;
        }

        var pool = Scratch.Pool;
        var window = _listSize + Slope * (_produced - _free) - _rankedCount;
        pool.Resize((int)Math.Clamp(window, 1, MaxWindow));
        while (pool.Count < pool.Capacity && Scratch.Overflow.TryRemoveFirst(out var candidate))
            pool.Offer(candidate);
        GreedySearch.Walk(_graph.Edges, _score, _limit, Scratch);
    }

    // A projection shortens distances and never lengthens them, so a code's is a lower bound: candidates are ranked in the order of their
    // codes, until those say that none is left among the nearest.
    private void Rank(int count)
    {
        var pool = Scratch.Pool;
        count = Math.Min(count, pool.Count);
        if (count <= 0)
            return;
        for (var i = 0; i < Math.Min(PrefetchAhead, count); i++)
            Prefetch(pool.Items[i]);
        for (var i = 0; i < count; i++)
        {
            if (_nearest.Count == _free && Candidate.Score(pool.Items[0]) * _codeUnit > SquaredDistance(_nearest.Items[^1]))
                break;
            if (i + PrefetchAhead < count)
                Prefetch(pool.Items[PrefetchAhead]);
            var ranked = Exact(Candidate.Node(pool.RemoveFirst()));
            _ranked.Add(ranked);
            _nearest.Offer(ranked);
            _rankedCount++;
            Scratch.Ranked++;
        }
    }

    private void Prefetch(ulong candidate)
    {
        _graph.Rows.Prefetch(Candidate.Node(candidate));
        _graph.Entries.Prefetch(Candidate.Node(candidate));
    }

    private bool ScanIsCheaper(LabelSet allowed)
    {
        double set = allowed.Count;
        if (set == 0)
            return true;
        var hops = _listSize + Slope * _free * _limit / set;
        return set <= hops * ScoredPerHop;
    }

    // Ranks all that is left and needs the graph no more: cheaper than walking on, and it also finds what no edge leads to.
    private void Finish()
    {
        _finishing = true;
        while (Scratch.Pool.Count > 0)
            _ranked.Add(Exact(Candidate.Node(Scratch.Pool.RemoveFirst())));
        foreach (var candidate in Scratch.Overflow.Items)
            _ranked.Add(Exact(Candidate.Node(candidate)));
        Scratch.Overflow.Clear();
        if (_allowed is null)
        {
            for (var node = 0; node < _limit; node++)
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
        if (node >= _limit || !Scratch.Visited.TryMark(node))
            return;
        Scratch.Scored++;
        _ranked.Add(Exact(node));
    }
}
