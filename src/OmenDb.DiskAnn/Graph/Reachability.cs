using System.Collections;

namespace OmenDb.DiskAnn.Graph;

/// <summary>
/// Finds nodes that no walk can come to, and leads an edge to them. On data with many near duplicates RobustPrune drops every edge to some.
/// </summary>
internal static class Reachability
{
    private const int MaxRounds = 4;
    private const int ListSize = 64;

    /// <summary>Leads edges to all unreachable nodes.</summary>
    public static void Repair(VectorGraph graph)
    {
        var stack = new Stack<int>();
        var scratch = new SearchScratch();
        var prune = new RobustPrune(graph, graph.Options.Alpha, 1);
        for (var round = 0; round < MaxRounds; round++)
        {
            var reached = new BitArray(graph.NodeCount);
            var count = Spread(graph, graph.EntryPoints, reached, stack);
            if (count == graph.NodeCount)
                return;
            for (var node = 0; node < graph.NodeCount && count < graph.NodeCount; node++)
            {
                if (reached[node])
                    continue;
                Adopt(graph, FindNear(graph, node, scratch, prune), node);
                count += Spread(graph, [node], reached, stack);
            }
        }

        GC.KeepAlive(prune);
    }

    /// <summary>Leads an edge to a node from one of its neighbours.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="neighbors">Candidates, nearest first; at least one.</param>
    /// <param name="node">The node.</param>
    public static void Adopt(VectorGraph graph, ReadOnlySpan<int> neighbors, int node)
    {
        foreach (var neighbor in neighbors)
        {
            if (graph.Edges.TryAppend(neighbor, node))
                return;
        }

        graph.Edges.ReplaceLast(neighbors[0], node);
    }

    // What a walk finds, it can come to: the nodes returned are reachable themselves.
    private static int[] FindNear(VectorGraph graph, int node, SearchScratch scratch, RobustPrune prune)
    {
        var score = prune.From(node);
        scratch.Reset(graph.NodeCount, ListSize);
        GreedySearch.Enter(graph.Edges, score, graph.EntryPoints, graph.NodeCount, scratch);
        GreedySearch.Walk(graph.Edges, score, graph.NodeCount, scratch);
        var near = new int[scratch.Pool.Count];
        for (var i = 0; i < near.Length; i++)
            near[i] = Candidate.Node(scratch.Pool.Items[i]);
        return near;
    }

    private static int Spread(VectorGraph graph, ReadOnlySpan<int> from, BitArray reached, Stack<int> stack)
    {
        var count = 0;
        foreach (var node in from)
            Reach(node);
        while (stack.TryPop(out var node))
        {
            foreach (var neighbor in graph.Edges.Neighbors(node))
                Reach(neighbor);
        }

        return count;

        void Reach(int node)
        {
            if (reached[node])
                return;
            reached[node] = true;
            count++;
            stack.Push(node);
        }
    }
}
