using OmenDb.DiskAnn.Storage;

namespace OmenDb.DiskAnn.Graph;

/// <summary>
/// GreedySearch, algorithm 1 of "DiskANN: Fast Accurate Billion-point Nearest Neighbor Search on a Single Node" (NeurIPS 2019): expand the
/// best unexpanded candidate until the whole search list is expanded. Memory answers late, so nodes go through a pipeline: while the edges
/// of the one just picked are loading, the codes of the one before are asked for, and those of the one before that are scored.
/// </summary>
internal static class GreedySearch
{
    // Nodes whose neighbours' codes are loading at a time. More hide more of memory's delay, but pick on older knowledge.
    private const int Ahead = 1;

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
        var batch = scratch.Batch(entryPoints.Length, 0);
        var count = Gather(entryPoints, score, limit, scratch.Visited, batch);
        Offer(adjacency, score, batch[..count], scratch);
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
        var pool = scratch.Pool;
        Span<int> counts = stackalloc int[Ahead];
        counts.Clear();
        var loading = 0;
        for (var turn = 0; ; turn = (turn + 1) % Ahead)
        {
            // What was asked for longest ago is there by now.
            var batch = scratch.Batch(adjacency.MaxDegree, turn);
            if (counts[turn] > 0)
            {
                Offer(adjacency, score, batch[..counts[turn]], scratch);
                counts[turn] = 0;
                loading--;
            }

            if (pool.TryExpand(out var node))
            {
                scratch.Hops++;
                counts[turn] = Gather(adjacency.Slots(node), score, limit, scratch.Visited, batch);
                loading += counts[turn] > 0 ? 1 : 0;
            }
            else if (loading == 0)
            {
                break;
            }
        }
    }

    private static int Gather<TScore>(ReadOnlySpan<int> neighbors, TScore score, int limit, VisitedSet visited, Span<int> gathered)
        where TScore : struct, IScore
    {
        var count = 0;
        foreach (var neighbor in neighbors)
        {
            if (neighbor < 0)
                break;
            if (neighbor >= limit)
                continue;
            gathered[count] = neighbor;
            count += visited.TryMark(neighbor) ? 1 : 0;
        }

        score.Prefetch(gathered[..count]);
        return count;
    }

    /// <summary>Scores nodes and puts them where they belong.</summary>
    /// <typeparam name="TScore">How nodes are scored.</typeparam>
    /// <param name="adjacency">The graph.</param>
    /// <param name="score">The score.</param>
    /// <param name="nodes">The nodes.</param>
    /// <param name="scratch">The walk's working memory.</param>
    public static void Offer<TScore>(Adjacency adjacency, TScore score, ReadOnlySpan<int> nodes, SearchScratch scratch)
        where TScore : struct, IScore
    {
        var candidates = scratch.Candidates(nodes.Length);
        score.Score(nodes, candidates);
        scratch.Scored += nodes.Length;
        foreach (var candidate in candidates)
        {
            var evicted = scratch.Pool.Offer(candidate);
            if (evicted != candidate)
                adjacency.Prefetch(Candidate.Node(candidate));
            if (evicted != ulong.MaxValue)
                scratch.Overflow.Add(evicted);
        }
    }
}
