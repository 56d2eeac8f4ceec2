using System.Numerics.Tensors;

namespace OmenDb.DiskAnn.Graph;

/// <summary>Seeds of a graph that is walked by its rows: in groups around leaders, since scoring them all would cost more than it saves.</summary>
internal sealed class SeedGroups : Seeds
{
    private const int Share = 32;

    // More seeds cost as much to score as they save.
    private const int MostSeeds = 2048;

    // Where lengths are of all orders, most seeds are nearest to the shortest leader, and its group would be nearly all.
    private const int LargestGroup = 256;

    private readonly int[] _leaders;
    private readonly int[][] _groups;

    private SeedGroups(int nodes, int[] leaders, int[][] groups)
        : base(nodes) => (_leaders, _groups) = (leaders, groups);

    /// <summary>Chooses seeds at random, as many as the graph is worth.</summary>
    /// <param name="graph">A graph whose nodes may be compared.</param>
    /// <param name="nodes">How many nodes it has at least.</param>
    public static SeedGroups Choose(VectorGraph graph, int nodes)
    {
        var count = Math.Min(MostSeeds, nodes / Share);
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

        return new SeedGroups(nodes, leaders, Array.ConvertAll(groups, group => group.ToArray()));
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Find(NodeScore score, SearchScratch scratch, Span<int> near)
    {
        var group = _groups[IndexOfNearest(_leaders, score, scratch)];
        near[0] = group[IndexOfNearest(group, score, scratch)];
        return near[..1];
    }

    /// <inheritdoc/>
    protected override bool Fit(VectorGraph graph) => graph.Codes is null;

    private static int IndexOfNearest(int[] nodes, NodeScore score, SearchScratch scratch)
    {
        var candidates = scratch.Candidates(nodes.Length);
        score.Prefetch(nodes);
        score.Score(nodes, candidates);
        scratch.Scored += nodes.Length;
        return TensorPrimitives.IndexOfMin<ulong>(candidates);
    }
}
