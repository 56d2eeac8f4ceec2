namespace OmenDb.DiskAnn.Graph;

/// <summary>
/// The edges that lead back to the nodes of a batch, grouped by the node they leave: each group is one piece of work and no row has two
/// writers ("ParlayANN: Scalable and Deterministic Parallel Graph-Based Approximate Nearest Neighbor Search", PPoPP 2024, section 3).
/// </summary>
internal sealed class BackEdges(VectorGraph graph, Workers workers)
{
    private readonly List<long> _edges = [];
    private readonly List<int> _groups = [];
    private readonly ulong[][] _candidates = new ulong[workers.Count][];
    private readonly int[][] _nodes = new int[workers.Count][];

    /// <summary>Adds the reverse of every edge of new nodes.</summary>
    /// <param name="first">The first new node.</param>
    /// <param name="end">The node after the last.</param>
    /// <param name="prunes">Each worker's pruning.</param>
    public void Connect(int first, int end, RobustPrune[] prunes)
    {
        Collect(first, end);
        workers.Run(_groups.Count, (worker, group) =>
        {
            var start = _groups[group];
            var stop = group + 1 < _groups.Count ? _groups[group + 1] : _edges.Count;
            Apply(worker, start, stop, prunes[worker]);
        });
    }

    private static int From(long edge) => (int)(edge >> 32);

    private static int To(long edge) => (int)edge;

    private void Collect(int first, int end)
    {
        _edges.Clear();
        _groups.Clear();
        for (var node = first; node < end; node++)
        {
            foreach (var neighbor in graph.Edges.Neighbors(node))
            {
                // Two of one batch may have chosen each other; nodes of before have no edge to these.
                if (neighbor < first || !graph.Edges.Neighbors(neighbor).Contains(node))
                    _edges.Add((long)neighbor << 32 | (uint)node);
            }
        }

        _edges.Sort();
        for (var i = 0; i < _edges.Count; i++)
        {
            if (i == 0 || From(_edges[i]) != From(_edges[i - 1]))
                _groups.Add(i);
        }
    }

    private void Apply(int worker, int start, int stop, RobustPrune prune)
    {
        var node = From(_edges[start]);
        var neighbors = graph.Edges.Neighbors(node);
        var total = neighbors.Length + stop - start;
        if (total <= graph.Edges.MaxDegree)
        {
            for (var i = start; i < stop; i++)
                graph.Edges.TryAppend(node, To(_edges[i]));
            return;
        }

        var candidates = _candidates[worker];
        if (candidates is null || candidates.Length < total)
        {
            _candidates[worker] = candidates = new ulong[total * 2];
            _nodes[worker] = new int[total * 2];
        }

        var nodes = _nodes[worker].AsSpan(0, total);
        neighbors.CopyTo(nodes);
        for (var i = start; i < stop; i++)
            nodes[neighbors.Length + i - start] = To(_edges[i]);
        prune.From(node).Score(nodes, candidates);
        candidates.AsSpan(0, total).Sort();
        graph.Edges.Write(node, prune.Choose(node, candidates.AsSpan(0, total)));
    }
}
