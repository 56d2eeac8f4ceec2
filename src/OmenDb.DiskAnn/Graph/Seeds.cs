using OmenDb.DiskAnn.Quantization;

namespace OmenDb.DiskAnn.Graph;

/// <summary>Nodes from all over the graph: a walk that begins at those near its query, too, has less far to go.</summary>
/// <param name="nodes">How many nodes they were chosen from.</param>
internal abstract class Seeds(int nodes)
{
    /// <summary>Seeds that a walk begins at, at most.</summary>
    public const int Most = 20;

    private const int FewestNodes = 1024; // fewer are ranked without a walk

    /// <summary>Chooses seeds.</summary>
    /// <param name="graph">A graph whose nodes may be compared.</param>
    /// <param name="last">Those chosen last: good enough until the graph has grown by half.</param>
    /// <param name="isOver">Whether nobody will need them; asked again and again.</param>
    /// <returns>The seeds; null where walks are short without.</returns>
    public static Seeds? Choose(VectorGraph graph, Seeds? last = null, Func<bool>? isOver = null)
    {
        var count = graph.NodeCount; // before what they are compared by, which holds at least as many
        var codes = graph.Codes;
        if (last?.AreGoodFor(count, codes) == true)
            return last;
        if (count < FewestNodes)
            return null;
        return codes is null ? SeedGroups.Choose(graph, count) : SeedTable.Choose(codes, count, graph.Options.Seed, isOver);
    }

    /// <summary>Looks for seeds near a query.</summary>
    /// <param name="score">The query's score.</param>
    /// <param name="scratch">The walk's working memory.</param>
    /// <param name="near">Receives them; has room for <see cref="Most"/>.</param>
    /// <returns>How many there are.</returns>
    public abstract int Find(NodeScore score, SearchScratch scratch, Span<int> near);

    /// <summary>Whether seeds are found by a query's score by these codes, or by rows where there are none.</summary>
    protected abstract bool AreFoundBy(CodeRows? codes);

    private bool AreGoodFor(int count, CodeRows? codes) => count <= nodes * 3L / 2 && AreFoundBy(codes);
}
