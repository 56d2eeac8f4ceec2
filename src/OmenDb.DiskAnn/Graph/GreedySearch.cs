using System.Runtime.CompilerServices;
using OmenDb.DiskAnn.Storage;

namespace OmenDb.DiskAnn.Graph;

/// <summary>
/// GreedySearch, algorithm 1 of "DiskANN: Fast Accurate Billion-point Nearest Neighbor Search on a Single Node" (NeurIPS 2019): expand the
/// best unexpanded candidate until the whole search list is expanded. Memory answers late, so the edges of a node are asked for as soon as it is in
/// the list, and the codes of its neighbours while those of the node before are scored.
/// </summary>
internal static class GreedySearch
{
    private const int EnteredAtOnce = 64;

    /// <summary>Scores the nodes that a walk begins at.</summary>
    /// <typeparam name="TScore">How nodes are scored.</typeparam>
    /// <param name="adjacency">The graph.</param>
    /// <param name="score">The score.</param>
    /// <param name="entryPoints">The nodes.</param>
    /// <param name="limit">Nodes from here on are not published to this walk.</param>
    /// <param name="scratch">The walk's working memory.</param>
    public static void Enter<TScore>(Adjacency adjacency, TScore score, ReadOnlySpan<int> entryPoints, int limit, SearchScratch scratch)
        where TScore : struct, IScore
    {
        for (var i = 0; i < entryPoints.Length; i += EnteredAtOnce)
        {
            var next = entryPoints[i..Math.Min(i + EnteredAtOnce, entryPoints.Length)];
            var batch = scratch.Batch(next.Length);
            var count = Gather(next, score, limit, scratch.Visited, batch);
            Offer(adjacency, score, batch[..count], scratch);
        }
    }

    /// <summary>Walks until every candidate in the search list is expanded; goes on from where it stopped when the list has grown.</summary>
    /// <typeparam name="TScore">How nodes are scored.</typeparam>
    /// <param name="adjacency">The graph.</param>
    /// <param name="score">The score.</param>
    /// <param name="limit">Nodes from here on are not published to this walk.</param>
    /// <param name="scratch">The walk's working memory; its pool holds the answer afterwards.</param>
    public static void Walk<TScore>(Adjacency adjacency, TScore score, int limit, SearchScratch scratch)
        where TScore : struct, IScore
    {
        var arrived = scratch.Batch(adjacency.MaxDegree);
        var awaited = scratch.NextBatch(adjacency.MaxDegree);
        var arrivedCount = 0;
        while (true)
        {
            // Chosen by what was known a hop ago: one hop in ten more, and none that waits for memory.
            var awaitedCount = 0;
            if (scratch.Pool.TryExpand(out var node))
            {
                scratch.Hops++;
                awaitedCount = Gather(adjacency.Slots(node), score, limit, scratch.Visited, awaited);
            }
            else if (arrivedCount == 0)
            {
                return;
            }

            Offer(adjacency, score, arrived[..arrivedCount], scratch);
            var scored = arrived;
            arrived = awaited;
            arrivedCount = awaitedCount;
            awaited = scored;
        }
    }

    private static int Gather<TScore>(ReadOnlySpan<int> neighbors, TScore score, int limit, VisitedSet visited, Span<int> gathered)
        where TScore : struct, IScore
    {
        var count = visited.Mark(neighbors, limit, gathered);
        score.Prefetch(gathered[..count]);
        return count;
    }

    /// <summary>Scores nodes and puts them where they belong.</summary>
    /// <typeparam name="TScore">How nodes are scored.</typeparam>
    /// <param name="adjacency">The graph; null where it will not be walked.</param>
    /// <param name="score">The score.</param>
    /// <param name="nodes">The nodes.</param>
    /// <param name="scratch">The walk's working memory.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Offer<TScore>(Adjacency? adjacency, TScore score, ReadOnlySpan<int> nodes, SearchScratch scratch)
        where TScore : struct, IScore
    {
        var candidates = scratch.Candidates(nodes.Length);
        score.Score(nodes, candidates);
        scratch.Scored += nodes.Length;
        var better = scratch.Overflow.AddAbove(scratch.Pool.Worst, candidates);
        foreach (var candidate in candidates[..better])
        {
            var evicted = scratch.Pool.Offer(candidate);
            if (evicted != candidate)
                adjacency?.Prefetch(Candidate.Node(candidate));
            if (evicted != ulong.MaxValue)
                scratch.Overflow.Add(evicted);
        }
    }
}
