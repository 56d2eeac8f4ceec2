using OmenDb.DiskAnn.Graph;

namespace OmenDb.DiskAnn.Storage;

/// <summary>The order in which nodes are written to a snapshot, where they get the numbers of their places.</summary>
internal sealed class NodeOrder
{
    // Searches touch few pages as long as most nodes lie near their neighbours.
    private const int Patience = 8;

    private readonly int[]? _nodes;
    private readonly int[]? _places;

    private NodeOrder(VectorGraph graph, int[]? nodes)
    {
        Count = graph.NodeCount;
        OrderedNodes = nodes is null ? graph.OrderedNodes : Count;
        _nodes = nodes;
        if (nodes is null)
            return;
        _places = new int[nodes.Length];
        foreach (var (place, node) in nodes.Index())
            _places[node] = place;
    }

    /// <summary>Nodes.</summary>
    public int Count { get; }

    /// <summary>How many of the first places follow the graph.</summary>
    public int OrderedNodes { get; }

    /// <summary>Chooses an order: that in which nodes came, unless the graph is large and most of it never was in order.</summary>
    /// <param name="graph">A graph that nobody changes meanwhile.</param>
    /// <param name="small">Bytes of codes and edges that are read at once.</param>
    public static NodeOrder Of(VectorGraph graph, long small)
    {
        var isInOrder = graph.WalkedBytes(graph.NodeCount) <= small || graph.NodeCount - graph.OrderedNodes <= graph.OrderedNodes / Patience;
        return new NodeOrder(graph, isInOrder ? null : LocalityOrder.Of(graph));
    }

    /// <summary>The node at a place.</summary>
    public int Node(int place) => _nodes is null ? place : _nodes[place];

    /// <summary>The place of a node.</summary>
    public int Place(int node) => _places is null ? node : _places[node];

    /// <summary>Puts places for nodes.</summary>
    public void Renumber(Span<int> nodes)
    {
        if (_places is null)
            return;
        foreach (ref var node in nodes)
        {
            if (node >= 0)
                node = _places[node];
        }
    }
}
