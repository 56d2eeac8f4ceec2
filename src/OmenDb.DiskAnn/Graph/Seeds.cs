namespace OmenDb.DiskAnn.Graph;

/// <summary>Nodes that walks begin at, too: from those near a query, or from the longest, a walk has less far to go.</summary>
/// <param name="nodes">How many nodes they were chosen from.</param>
internal abstract class Seeds(int nodes)
{
    /// <summary>Seeds that are looked for near a query, at most.</summary>
    public const int Most = 20;

    private const int FewestNodes = 1024; // fewer are ranked without a walk

    /// <summary>How many nodes they were chosen from.</summary>
    public int ChosenFrom { get; } = nodes;

    /// <summary>Chooses seeds.</summary>
    /// <param name="graph">A graph whose nodes may be compared.</param>
    /// <param name="last">Those chosen last: good enough until the graph has grown by half.</param>
    /// <param name="readsRows">Whether all rows may be read for it: not those of a file that has just been opened.</param>
    /// <param name="isOver">Whether nobody will need them; asked again and again.</param>
    /// <returns>The seeds; null where walks are short without.</returns>
    public static Seeds? Choose(VectorGraph graph, Seeds? last = null, bool readsRows = false, Func<bool>? isOver = null)
    {
        var count = graph.NodeCount; // before what they are compared by, which holds at least as many
        var codes = graph.Codes;
        if (last is not null && count <= last.ChosenFrom * 3L / 2 && last.Fit(graph))
            return last;
        if (count < FewestNodes)
            return null;
        if (readsRows && graph.Encoder.IsAugmented && LongSeeds.Choose(graph, count) is { } longest)
            return longest;
        return codes is null ? SeedGroups.Choose(graph, count) : SeedTable.Choose(codes, count, graph.Options.Seed, isOver);
    }

    /// <summary>Finds the seeds for a query.</summary>
    /// <param name="score">The query's score.</param>
    /// <param name="scratch">The walk's working memory.</param>
    /// <param name="near">Room for <see cref="Most"/>.</param>
    /// <returns>The seeds, which may be in that room.</returns>
    public abstract ReadOnlySpan<int> Find(NodeScore score, SearchScratch scratch, Span<int> near);

    /// <summary>Whether seeds still serve, in a graph that has not grown much.</summary>
    /// <param name="graph">The graph.</param>
    protected abstract bool Fit(VectorGraph graph);
}
