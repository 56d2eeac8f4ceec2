using OmenDb.DiskAnn.Distance;

namespace OmenDb.DiskAnn.Graph;

/// <summary>
/// Seeds of a graph of inner products: its longest vectors, all of them. They are the answers to most queries ("Understanding and Improving Proximity Graph Based Maximum Inner Product
/// Search", Liu et al., AAAI 2020), and edges lead from each to other long ones of its direction. Edges from elsewhere lead to vectors of like length first.
/// </summary>
internal sealed class LongSeeds : Seeds
{
    /// <summary>How many there are at most.</summary>
    public const int MostSeeds = 2048;

    private const int Share = 20;
    private const int Sample = 1023;
    private const int BlockNodes = 256;

    // Where lengths are nearly alike, the longest are nearest no more often than others are.
    private const float Longer = 1.2f;

    private readonly double _squaredRadius;

    /// <param name="nodes">How many nodes they were chosen from.</param>
    /// <param name="squaredRadius">The common squared norm of rows then: a longer vector than all before is one that they lack.</param>
    /// <param name="longest">The nodes.</param>
    public LongSeeds(int nodes, double squaredRadius, int[] longest)
        : base(nodes) => (_squaredRadius, Nodes) = (squaredRadius, longest);

    /// <summary>The nodes, longest first.</summary>
    public int[] Nodes { get; }

    /// <summary>Looks for the longest nodes, which reads all rows.</summary>
    /// <param name="graph">A graph of inner products.</param>
    /// <param name="nodes">How many nodes it has at least.</param>
    /// <returns>The seeds; null where no nodes are much longer than others.</returns>
    public static LongSeeds? Choose(VectorGraph graph, int nodes)
    {
        var buffer = new float[graph.Encoder.RowLength];
        var longest = new CandidatePool();
        longest.Reset(Math.Min(nodes / Share, MostSeeds));
        for (var node = 0; node < nodes; node++)
        {
            if (node % BlockNodes == 0)
                graph.Rows.Soon(node + BlockNodes, BlockNodes);
            longest.Offer(Candidate.Pack(-SquaredNorm(node), node));
        }

        var random = new Random(graph.Options.Seed);
        var sample = new float[Sample];
        foreach (ref var length in sample.AsSpan())
            length = SquaredNorm(random.Next(nodes));
        sample.AsSpan().Sort();
        return -Candidate.Score(longest.Items[^1]) < Longer * Longer * sample[Sample / 2]
            ? null
            : new LongSeeds(nodes, graph.Encoder.SquaredRadius, Array.ConvertAll(longest.Items.ToArray(), Candidate.Node));

        float SquaredNorm(int node) => (float)RowEncoder.SquaredNorm(graph.Rows.Read(node, buffer)[..graph.Encoder.Dimensions]);
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Find(NodeScore score, SearchScratch scratch, Span<int> near) => Nodes;

    /// <inheritdoc/>
    protected override bool Fit(VectorGraph graph) => graph.Encoder.SquaredRadius == _squaredRadius;
}
