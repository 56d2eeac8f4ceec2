namespace OmenDb.DiskAnn.Graph;

/// <summary>
/// Finds the nearest nodes to one query by going through all: each is scored by its code first, and only those that may be among the nearest are scored exactly. The nodes come in blocks, so that
/// many queries can be asked while a block is in the cache.
/// </summary>
internal sealed class NearestScan
{
    private readonly EncodedQuery _query;
    private readonly CandidatePool _nearest = new();

    /// <summary>Begins a scan.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="query">The query, checked.</param>
    /// <param name="k">How many nodes to find at most.</param>
    public NearestScan(VectorGraph graph, ReadOnlySpan<float> query, int k)
    {
        _nearest.Reset(k);
        _query = new EncodedQuery(graph);
        _query.Encode(query);
        _query.Project();
    }

    /// <summary>Goes through a block.</summary>
    /// <param name="nodes">The nodes.</param>
    /// <param name="largestNorm">The squared norm that none of their projected rows exceeds.</param>
    /// <param name="candidates">Working memory for as many.</param>
    public void Take(ReadOnlySpan<int> nodes, float largestNorm, Span<ulong> candidates)
    {
        _query.Score.Score(nodes, candidates);
        var bound = IsFull ? _query.Bound(_nearest.Worst, largestNorm, EncodedQuery.ScanDeviations) : ulong.MaxValue;
        foreach (var candidate in candidates[..nodes.Length])
        {
            if (candidate > bound || (IsFull && _query.IsFurther(candidate, _nearest.Worst, EncodedQuery.ScanDeviations)))
                continue;
            _nearest.Offer(Candidate.Pack(_query.Exact.Score(Candidate.Node(candidate)), Candidate.Node(candidate)));
        }
    }

    /// <summary>The exact scores of the nodes found, nearest first, but for one node's.</summary>
    public float[] ScoresWithout(int hidden) => [.. _nearest.Items.ToArray().Where(found => Candidate.Node(found) != hidden).Select(Candidate.Score)];

    /// <summary>The exact score of the nearest node found.</summary>
    public float NearestScore => Candidate.Score(_nearest.Items[0]);

    private bool IsFull => _nearest.Count == _nearest.Capacity;
}
