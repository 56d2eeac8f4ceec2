namespace OmenDb.DiskAnn.Graph;

/// <summary>
/// Orders nodes so that those that walks meet together lie together: next comes the node to which most of the last few placed have an edge (the
/// greedy order of "Speedup Graph Processing by Graph Ordering", Wei et al., SIGMOD 2016, by edges alone).
/// </summary>
internal sealed class LocalityOrder
{
    private const int Window = 32;
    private const ushort Placed = ushort.MaxValue;
    private const int None = -1;

    private readonly VectorGraph _graph;
    private readonly int[] _order;

    // For each node how many edges of the window lead to it: two from a node of a file of before, any number in a forged one.
    // Nodes of equal scores above zero form a list.
    private readonly ushort[] _scores;
    private readonly int[] _next;
    private readonly int[] _previous;
    private readonly int[] _first;
    private int _best;

    private LocalityOrder(VectorGraph graph)
    {
        _graph = graph;
        _order = new int[graph.NodeCount];
        _scores = new ushort[_order.Length];
        _next = new int[_order.Length];
        _previous = new int[_order.Length];
        _first = new int[((Window + 1) * graph.Edges.MaxDegree) + 1];
        Array.Fill(_first, None);
    }

    /// <summary>Finds an order.</summary>
    /// <param name="graph">A graph that nobody changes meanwhile.</param>
    /// <returns>The nodes.</returns>
    public static int[] Of(VectorGraph graph)
    {
        var order = new LocalityOrder(graph);
        order.Run();
        return order._order;
    }

    private void Run()
    {
        var unplaced = 0;
        for (var place = 0; place < _order.Length; place++)
        {
            var node = TakeBest();
            if (node == None)
            {
                while (_scores[unplaced] == Placed)
                    unplaced++;
                node = unplaced;
            }

            _scores[node] = Placed;
            _order[place] = node;
            foreach (var neighbor in _graph.Edges.Neighbors(node))
                Change(neighbor, 1);
            if (place < Window)
                continue;
            foreach (var neighbor in _graph.Edges.Neighbors(_order[place - Window]))
                Change(neighbor, -1);
        }
    }

    private int TakeBest()
    {
        while (_best > 0 && _first[_best] == None)
            _best--;
        if (_best == 0)
            return None;
        var node = _first[_best];
        Unlink(node);
        return node;
    }

    private void Change(int node, int by)
    {
        var score = _scores[node];
        if (score == Placed)
            return;
        if (score > 0)
            Unlink(node);
        _scores[node] = score = (ushort)(score + by);
        if (score == 0)
            return;
        var next = _first[score];
        _next[node] = next;
        _previous[node] = None;
        if (next != None)
            _previous[next] = node;
        _first[score] = node;
        _best = Math.Max(_best, score);
    }

    private void Unlink(int node)
    {
        var (previous, next) = (_previous[node], _next[node]);
        if (previous == None)
            _first[_scores[node]] = next;
        else
            _next[previous] = next;
        if (next != None)
            _previous[next] = previous;
    }
}
