using OmenDb.DiskAnn.Storage;

namespace OmenDb.DiskAnn.Graph;

/// <summary>A walk with one kind of score.</summary>
/// <typeparam name="TScore">The score.</typeparam>
internal sealed class ScoredWalk<TScore> : NearestWalk
    where TScore : struct, IScore
{
    private readonly TScore _score;

    /// <summary>Makes a walk.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="bind">Makes the score that reads the walk's query buffer, once for all queries.</param>
    public ScoredWalk(VectorGraph graph, Func<VectorRows, QueryBuffer, TScore> bind)
        : base(graph) => _score = bind(graph.Rows, Query);

    private protected override void Enter(ReadOnlySpan<int> entryPoints) => GreedySearch.Enter(_score, entryPoints, Limit, Scratch);

    private protected override void Walk(Adjacency edges) => GreedySearch.Walk(edges, _score, Limit, Scratch);

    private protected override ulong Score(int node) => Candidate.Pack(_score.Score(node), node);
}
