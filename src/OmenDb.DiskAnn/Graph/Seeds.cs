using System.Numerics.Tensors;

namespace OmenDb.DiskAnn.Graph;

/// <summary>
/// Nodes from all over the graph, in groups around leaders: a walk that also begins at the seed nearest to its query has less far to go. Entry points are
/// too few for that, and scoring as many in a row would cost more than it saves.
/// </summary>
internal sealed class Seeds
{
    private const int Share = 32;
    private const int Fewest = 32; // a graph that is worth fewer is ranked without a walk

    // More seeds cost as much to score as they save.
    private const int Most = 2048;

    // Where lengths are of all orders, most seeds are nearest to the shortest leader, and its group would be nearly all.
    private const int LargestGroup = 256;

    private readonly int[] _leaders;
    private readonly int[][] _groups;

    private Seeds(int[] leaders, int[][] groups) => (_leaders, _groups) = (leaders, groups);

    /// <summary>Chooses seeds at random, as many as the graph is worth.</summary>
    /// <param name="graph">A graph whose nodes may be compared.</param>
    /// <returns>The seeds; null where walks are short without.</returns>
    public static Seeds? Choose(VectorGraph graph)
    {
        var nodes = graph.NodeCount; // before what they are compared by, which holds at least as many
        var count = Math.Min(Most, nodes / Share);
        if (count < Fewest)
            return null;
        var random = new Random(graph.Options.Seed + 1); // other nodes than entry points are chosen from
        var chosen = new HashSet<int>(count);
        while (chosen.Count < count)
            chosen.Add(random.Next(nodes));

        int[] seeds = [.. chosen];
        var leaders = seeds[..(int)Math.Sqrt(count)];
        var groups = Array.ConvertAll(leaders, leader => new List<int> { leader });
        var scores = new ulong[leaders.Length];
        var compared = new RobustPrune(graph, graph.Options.Alpha, 1);
        foreach (var seed in seeds.AsSpan(leaders.Length))
        {
            compared.From(seed).Score(leaders, scores);
            var group = groups[TensorPrimitives.IndexOfMin<ulong>(scores)];
            if (group.Count < LargestGroup)
                group.Add(seed);
        }

        GC.KeepAlive(compared);

        return new Seeds(leaders, Array.ConvertAll(groups, group => group.ToArray()));
    }

    /// <summary>Looks for the seed nearest to a query: only among those around the nearest leader.</summary>
    /// <typeparam name="TScore">How nodes are scored.</typeparam>
    /// <param name="score">The score.</param>
    /// <param name="scratch">The walk's working memory.</param>
    public int Nearest<TScore>(TScore score, SearchScratch scratch)
        where TScore : struct, IScore
    {
        var group = _groups[IndexOfNearest(_leaders, score, scratch)];
        return group[IndexOfNearest(group, score, scratch)];
    }

    private static int IndexOfNearest<TScore>(int[] nodes, TScore score, SearchScratch scratch)
        where TScore : struct, IScore
    {
        var candidates = scratch.Candidates(nodes.Length);
        score.Prefetch(nodes);
        score.Score(nodes, candidates);
        scratch.Scored += nodes.Length;
        return TensorPrimitives.IndexOfMin<ulong>(candidates);
    }
}
