namespace OmenDb.DiskAnn.Graph;

/// <summary>Working memory of one walk through the graph, used again by the next.</summary>
internal sealed class SearchScratch
{
    private int[] _batch = new int[64];
    private int[] _nextBatch = new int[64];
    private ulong[] _candidates = new ulong[64];

    /// <summary>The search list.</summary>
    public CandidatePool Pool { get; } = new();

    /// <summary>Scored nodes that the search list has no room for.</summary>
    public CandidateHeap Overflow { get; } = new();

    /// <summary>Scored nodes.</summary>
    public VisitedSet Visited { get; } = new();

    /// <summary>Nodes whose neighbours were scored.</summary>
    public int Hops { get; set; }

    /// <summary>Scores computed.</summary>
    public int Scored { get; set; }

    /// <summary>Exact scores computed.</summary>
    public int Ranked { get; set; }

    /// <summary>Room for the neighbours of the node under way.</summary>
    /// <param name="length">How many it has at most.</param>
    public Span<int> Batch(int length) => Room(ref _batch, length);

    /// <summary>Room for the neighbours of the node after that.</summary>
    /// <param name="length">How many it has at most.</param>
    public Span<int> NextBatch(int length) => Room(ref _nextBatch, length);

    /// <summary>Room for the scores of some nodes.</summary>
    /// <param name="length">How many nodes.</param>
    public Span<ulong> Candidates(int length) => Room(ref _candidates, length);

    /// <summary>Forgets the last walk.</summary>
    /// <param name="nodes">Node numbers stay below this.</param>
    /// <param name="listSize">The search list's size.</param>
    public void Reset(int nodes, int listSize)
    {
        Pool.Reset(listSize);
        Overflow.Reset(nodes);
        Visited.Reset(nodes);
        Hops = Scored = Ranked = 0;
    }

    private static Span<T> Room<T>(ref T[] items, int length)
    {
        if (items.Length < length)
            items = new T[length];
        return items.AsSpan(0, length);
    }
}
