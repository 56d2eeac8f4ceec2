namespace OmenDb.DiskAnn.Graph;

/// <summary>
/// Produces the nodes of a graph ever further from a query. The graph is walked on codes; what leaves the search list is ranked by its
/// exact row. The search list is a window that slides outwards, by half of what was produced at a time, or by as
/// many as are asked for: past the first nodes, the i-th is produced once everything in a list of <c>L + slope * i</c> candidates was expanded.
/// </summary>
internal sealed class NearestWalk
{
    /// <summary>Search list growth per node produced.</summary>
    internal const double Slope = 1.25;

    // A walk with a filter produces at once as many nodes as hold k allowed ones on average, and 1.3 deviations more. Its list is a seventh shorter than that of a search
    // for so many, since most of them are only passed over (measured: -- filtered).
    private const double WidenedShare = 0.85;
    private const double Spread = 1.3;

    private const int MaxWindow = 8192;
    private const int SmallestAdvance = 16;
    private const int PrefetchAhead = 4;
    private const int RankedAhead = 8; // where rows are ranked one after the other

    // In a graph of this many nodes, ranking all rows takes about as long as a walk.
    private const int ScannedNodes = 1000;

    // How much rounding to codes is allowed for, in deviations. With two, a walk passes over one row in forty that it should rank; a scan allows for more.
    private const float WalkDeviations = 2;

    // Codes that are scanned in the time of one hop; decides between scanning and walking (measured: -- filtered; all nodes in a row take two thirds of that time).
    private const int ScannedPerHop = 30;
    private const int RowsScannedPerHop = 20; // of a filter

    private const int ScanBatch = 128;

    // A scan keeps so many of the nearest in order: as many as are ranked as a rule. Most of the time would go into a long list, and the rest of one is never asked for.
    private const int ScanList = 128;

    // Up to this many bytes, ranking all of a filter's rows is faster than projecting the query and scanning their codes first (measured: -- filtered).
    private const int RankedAtOnce = 192 * 1024;

    // When this share of the graph is scored, scoring the rest in a row is faster than walking on.
    private const int FinishShare = 4;

    private readonly VectorGraph _graph;
    private readonly bool _calibrates;
    private readonly EncodedQuery _query;
    private readonly CandidateHeap _ranked = new();
    private LabelSet? _allowed;
    private Calibrated _calibrated = Calibrated.Unknown;
    private int _limit;
    private int _listSize;
    private int _free;
    private int _produced;
    private int _prefetched;
    private int _taken;
    private bool _finishing;

    /// <summary>Makes room for walks.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="calibrates">Whether it is only now found out which lists its nodes need.</param>
    public NearestWalk(VectorGraph graph, bool calibrates = false)
    {
        _graph = graph;
        _calibrates = calibrates;
        _query = new EncodedQuery(graph);
    }

    /// <summary>Working memory and counters.</summary>
    public SearchScratch Scratch { get; } = new();

    /// <summary>The shortest list by which all of so many nodes are scanned.</summary>
    /// <param name="nodes">How many nodes.</param>
    public static int ScanningList(int nodes) => (nodes + ScannedPerHop - 1) / ScannedPerHop;

    /// <summary>Whether nodes come in the order of how near they may be, instead of how near they seem.</summary>
    public bool IsByBound { get; private set; }

    /// <summary>Begins a walk.</summary>
    /// <param name="query">The query, checked.</param>
    /// <param name="listSize">Search list size (L) for the first nodes; 0 for what calibration found, and for the longest where a query is unlike those it was found with.</param>
    /// <param name="free">Nodes that may be produced before the window grows.</param>
    /// <param name="allowed">Labels of interest, or null for all: nodes without any may still be produced.</param>
    /// <param name="hidden">A node that the walk does not see, as if it were not in the graph; -1 for none.</param>
    /// <param name="toRank">
    /// Whether nodes come in the order of how near they may be, for somebody who ranks them. It is another than that of how near they seem where long rows have small products
    /// and large errors; by other metrics, what may be further off is further.
    /// </param>
    public void Begin(ReadOnlySpan<float> query, int listSize, int free, LabelSet? allowed, int hidden = -1, bool toRank = false)
    {
        var seeds = _graph.Seeds; // which are nodes already
        _limit = _graph.NodeCount; // before rows and codes, which hold at least as many nodes
        _graph.Reached?.Invoke(GraphStep.WalkBegun);
        _calibrated = _graph.Calibrated; // once: lists and for how many nodes they were chosen belong together
        _query.Encode(query);
        IsByBound = toRank && _graph.Encoder.IsAugmented && _query.Exact.IsRounded;
        _allowed = allowed;
        _free = Math.Min(free, MaxWindow);
        _listSize = Math.Clamp(listSize > 0 ? listSize : _calibrated.ListSize(free), Math.Max(1, _free), VamanaOptions.LargestListSize);
        var (widerFree, widerList) = allowed is null ? (_free, _listSize) : Widened(allowed.Count);
        var scans = ScanIsCheaper(widerList);
        if (!scans)
            (_free, _listSize) = (widerFree, widerList);
        _produced = _prefetched = _taken = 0;
        _finishing = _limit == 0;
        _ranked.Reset(_limit);
        Scratch.Reset(_limit, _listSize);
        if (hidden >= 0)
            Scratch.Visited.TryMark(hidden);
        if (_limit == 0)
            return;
        if (NodesOfCalibration <= ScannedNodes || (long?)allowed?.Count * _graph.Rows.Memory.RowBytes <= RankedAtOnce)
        {
            Finish(ranks: true);
            return;
        }

        _query.Project();
        if (scans)
        {
            Finish();
        }
        else
        {
            Span<int> near = stackalloc int[Seeds.Most];
            var found = seeds is null ? [] : seeds.Find(_query.Score, Scratch, near);
            GreedySearch.Enter(_graph.Edges, _query.Score, _graph.EntryPoints, _limit, Scratch);
            GreedySearch.Enter(_graph.Edges, _query.Score, found, _limit, Scratch);
            GreedySearch.Walk(_graph.Edges, _query.Score, _limit, Scratch);
            // Entry points may all be nodes that came since: then all that were there are scanned.
            if (listSize == 0 && Scratch.Pool.Count > 0 && _query.Reach(Scratch.Pool.Items[0]) > _calibrated.Reach)
                WalkFar();
        }

        Rank();
    }

    /// <summary>Forgets what it walked on: rows and codes that a writer replaces meanwhile must not wait for the next walk.</summary>
    public void End()
    {
        _allowed = null;
        _query.Clear();
    }

    /// <inheritdoc cref="EncodedQuery.ScoreOf"/>
    public float Score(ReadOnlySpan<float> vector) => _query.ScoreOf(vector);

    /// <summary>By how much the score of a candidate that was produced may be too large.</summary>
    public float Error(ulong candidate) => _query.Exact.Error(Candidate.Node(candidate));

    /// <summary>Produces the next node.</summary>
    /// <param name="wanted">How many are asked for in a row, this one among them: the window grows for all of them at once.</param>
    /// <param name="candidate">The node and its exact score, as far as rows are exact.</param>
    /// <returns>Whether there was one.</returns>
    public bool TryNext(int wanted, out ulong candidate)
    {
        Rank();
        while (!_finishing && (_ranked.Count == 0 || _produced >= _free))
        {
            Advance(wanted);
            Rank();
        }

        _produced++;
        if (!_ranked.TryRemoveFirst(out candidate))
            return false;
        if (IsByBound)
            candidate = Candidate.Pack(_query.Exact.Score(Candidate.Node(candidate)), Candidate.Node(candidate));
        return true;
    }

    // Where all is far, edges lead nowhere: what is nearest is found by looking at much of the graph.
    private void WalkFar()
    {
        _listSize = Math.Max(_listSize, Calibration.LongestList);
        if (ScanIsCheaper(_listSize))
        {
            Finish();
            return;
        }

        Scratch.Pool.Resize(_listSize);
        Refill();
        GreedySearch.Walk(_graph.Edges, _query.Score, _limit, Scratch);
    }

    // Grows the window to what the next nodes ask for, and expands what came into it.
    private void Advance(int wanted)
    {
        var pool = Scratch.Pool;
        if (Scratch.Scored <= (_allowed is null ? _limit / FinishShare : _allowed.Count / 2))
        {
            var more = Math.Min(Math.Max(Math.Max(SmallestAdvance, _free / 2), wanted), MaxWindow);
            _free += more;
            _listSize += (int)(Slope * more);
            pool.Resize(Math.Clamp(_listSize - _taken, 1, MaxWindow));
            Refill();
            GreedySearch.Walk(_graph.Edges, _query.Score, _limit, Scratch);
            if (pool.Count > 0)
                return;
        }

        Finish();
    }

    private void Refill()
    {
        var pool = Scratch.Pool;
        while (pool.Count < pool.Capacity && Scratch.Overflow.TryRemoveFirst(out var candidate))
            pool.Offer(candidate);
        _prefetched = 0; // those ahead may be others now
    }

    // Ranks candidates in the order of their codes, until the codes say that none left is nearer than the nearest one ranked.
    private void Rank()
    {
        var pool = Scratch.Pool;
        var deviations = _finishing ? 0 : WalkDeviations; // what is scanned has its bound for a score
        while (true)
        {
            if (pool.Count == 0 && _finishing)
                Refill();
            // One that seems further may be nearer: all are ranked, which costs no more than their error, since they are walked by their rows.
            if (pool.Count == 0 || (!IsByBound && _ranked.Count > 0 && _query.IsFurther(pool.Items[0], _ranked.First, deviations)))
                return;
            for (var ahead = pool.Items; _prefetched < Math.Min(3 * PrefetchAhead, ahead.Length + (2 * PrefetchAhead)); _prefetched++)
                Prefetch(ahead, _prefetched);
            var node = Candidate.Node(pool.RemoveFirst());
            _prefetched--;
            _taken++;
            if (_allowed is not null && !_graph.Entries.HasAny(node, _allowed))
            {
                _produced++; // and passed over
                continue;
            }

            _ranked.Add(Ranked(Candidate.Pack(_query.Exact.Score(node), node)));
            Scratch.Ranked++;
        }
    }

    private ulong Ranked(ulong candidate)
        => IsByBound ? Candidate.Pack(Candidate.Score(candidate) - Error(candidate), Candidate.Node(candidate)) : candidate;

    // Each of the three needs the one before: where a node's label is, whether the label is allowed, and the row, which is left where it is if the node will be passed over.
    private void Prefetch(ReadOnlySpan<ulong> candidates, int at)
    {
        if (at < candidates.Length)
            _graph.Entries.Prefetch(Candidate.Node(candidates[at]));
        at -= PrefetchAhead;
        if ((uint)at < (uint)candidates.Length)
            _graph.Entries.PrefetchLabel(Candidate.Node(candidates[at]));
        at -= PrefetchAhead;
        if ((uint)at < (uint)candidates.Length && (_allowed is null || _graph.Entries.HasAny(Candidate.Node(candidates[at]), _allowed)))
            _query.Exact.Prefetch(Candidate.Node(candidates[at]));
    }

    // A list that is long enough for k allowed nodes from the start: where one node in ten is allowed, the first ten of those are nearly always among the first 140.
    private (int Free, int ListSize) Widened(long allowed)
    {
        var free = (int)Math.Clamp((_free + (Spread * Math.Sqrt(_free))) * _limit / allowed, _free, MaxWindow);
        var wider = _listSize + (WidenedShare * _calibrated.ListSize(free)) - _calibrated.ListSize(_free);
        var listSize = (int)Math.Clamp(wider, Math.Max(free, _listSize), VamanaOptions.LargestListSize);
        return (Math.Min(listSize, MaxWindow), listSize);
    }

    // Until lists are chosen anew, when the graph has grown by a tenth, what was scanned when they were chosen is scanned: a list that all nodes were found by may be far too short for a walk.
    private int NodesOfCalibration => _calibrates || _limit > _calibrated.Nodes * 11L / 10 ? _limit : Math.Min(_limit, _calibrated.Nodes);

    // Which also finds all of the nearest: where distances are nearly alike, no list is long enough for a walk.
    private bool ScanIsCheaper(int listSize) => _allowed is null
        ? ScanningList(NodesOfCalibration) <= listSize
        : _allowed.Count <= (long)listSize * (_graph.Codes is null ? RowsScannedPerHop : ScannedPerHop);

    // Scores all that is left, or ranks it at once: cheaper than walking on, and it also finds what no edge leads to. Goes through the filter's labels, or through all
    // nodes where there are fewer of these; nodes without an allowed label are then passed over later.
    private void Finish(bool ranks = false)
    {
        _finishing = true;
        ranks |= IsByBound;
        var bounds = _query.Score.Bounds(EncodedQuery.ScanDeviations);
        Rebound();
        Span<int> nodes = stackalloc int[ScanBatch];
        if (_allowed is null || _allowed.Count > _limit)
        {
            for (var first = 0; first < _limit; first += nodes.Length)
            {
                var count = Math.Min(nodes.Length, _limit - first);
                for (var i = 0; i < count; i++)
                    nodes[i] = first + i;
                Take(nodes[..count], bounds, ranks);
            }

            return;
        }

        Span<long> labels = stackalloc long[ScanBatch];
        var rest = _allowed.GetEnumerator();
        var hint = 0;
        while (rest.Read(labels) is > 0 and var count)
            Take(nodes[.._graph.Entries.FindLiveNodes(labels[..count], ref hint, nodes)], bounds, ranks);
    }

    // Begins a short list with the nearest of what was walked, by the scores that scanned nodes have: where errors differ, one that may be nearer would come too late by its own.
    private void Rebound()
    {
        var (pool, overflow) = (Scratch.Pool, Scratch.Overflow);
        overflow.Add(pool.Items);
        pool.Reset(Math.Min(pool.Capacity, ScanList));
        if (_query.Score.IsCode)
        {
            foreach (ref var candidate in overflow.Reopen())
                candidate = Candidate.Pack(_query.Score.LowerBound(candidate, EncodedQuery.ScanDeviations), Candidate.Node(candidate));
        }

        Refill();
    }

    private void Take(ReadOnlySpan<int> nodes, NodeScore bounds, bool ranks)
    {
        var batch = Scratch.Batch(nodes.Length);
        batch = batch[..Scratch.Visited.Mark(nodes, _limit, batch)];
        if (!ranks)
        {
            bounds.Prefetch(batch);
            GreedySearch.Offer(null, bounds, batch, Scratch);
            return;
        }

        var candidates = Scratch.Candidates(batch.Length);
        PrefetchStart(batch[..Math.Min(RankedAhead, batch.Length)]);
        for (var i = 0; i < batch.Length; i += RankedAhead)
        {
            var next = Math.Min(i + RankedAhead, batch.Length);
            PrefetchStart(batch[next..Math.Min(next + RankedAhead, batch.Length)]);
            _query.Exact.Score(batch[i..next], candidates[i..next]);
        }

        if (IsByBound)
        {
            foreach (ref var candidate in candidates)
                candidate = Ranked(candidate);
        }

        _ranked.Add(candidates);
        Scratch.Ranked += batch.Length;
    }

    private void PrefetchStart(ReadOnlySpan<int> nodes)
    {
        foreach (var node in nodes)
            _query.Exact.PrefetchStart(node);
    }
}
