using OmenDb.DiskAnn.Storage;

namespace OmenDb.DiskAnn.Graph;

/// <summary>
/// GreedySearch, algorithm 1 of "DiskANN: Fast Accurate Billion-point Nearest Neighbor Search on a Single Node" (NeurIPS 2019): expand the
/// best unexpanded candidate until the whole search list is expanded.
/// </summary>
internal static class GreedySearch
{
    private const int PrefetchAhead = 4;

    /// <summary>Scores the nodes that a walk begins at.</summary>
    /// <typeparam name="TScore">How nodes are scored.</typeparam>
    /// <param name="score">The score.</param>
    /// <param name="entryPoints">The nodes.</param>
    /// <param name="limit">Nodes from here on are not published to this walk.</param>
    /// <param name="scratch">The walk's working memory.</param>
    public static void Enter<TScore>(TScore score, ReadOnlySpan<int> entryPoints, int limit, SearchScratch scratch)
        where TScore : struct, IScore
    {
        foreach (var node in entryPoints)
        {
            if (node >= limit || !scratch.Visited.TryMark(node))
                continue;
            scratch.Scored++;
            Offer(scratch, Candidate.Pack(score.Score(node), node));
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
        var pool = scratch.Pool;
        var visited = scratch.Visited;
        var batch = scratch.Batch(adjacency.MaxDegree);
        while (pool.TryExpand(out var node))
        {
            scratch.Hops++;
            var count = 0;
            foreach (var neighbor in adjacency.Slots(node))
            {
                if (neighbor < 0)
                    break;
                if (neighbor < limit && visited.TryMark(neighbor))
                    batch[count++] = neighbor;
            }

            for (var i = 0; i < Math.Min(PrefetchAhead, count); i++)
                score.Prefetch(batch[i]);
            for (var i = 0; i < count; i++)
            {
                if (i + PrefetchAhead < count)
                    score.Prefetch(batch[i + PrefetchAhead]);
                Offer(scratch, Candidate.Pack(score.Score(batch[i]), batch[i]));
            }

            scratch.Scored += count;
        }
    }

    private static void Offer(SearchScratch scratch, ulong candidate)
    {
        var evicted = scratch.Pool.Offer(candidate);
        if (evicted != ulong.MaxValue)
            scratch.Overflow.Add(evicted);
    }
}
