namespace OmenDb.DiskAnn.Graph;

// Invariant: the pointer addresses a padded row and outlives the score.

/// <summary>Scores nodes by their rows.</summary>
/// <param name="graph">The graph.</param>
/// <param name="from">The row that distances are taken from.</param>
/// <param name="isQuery">Whether it is an encoded query, which has its own score where rows are augmented.</param>
internal readonly unsafe struct RowScore(VectorGraph graph, float* from, bool isQuery) : IScore
{
    private readonly float* _from = from;

    public float Score(int node) => isQuery ? graph.ExactScore(_from, node) : graph.Rows.Score<Distance.SquaredEuclidean>(_from, node);

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<int> nodes, Span<ulong> candidates)
    {
        for (var i = 0; i < nodes.Length; i++)
            candidates[i] = Candidate.Pack(Score(nodes[i]), nodes[i]);
    }

    /// <inheritdoc/>
    public void Prefetch(ReadOnlySpan<int> nodes)
    {
        foreach (var node in nodes)
            graph.Rows.Prefetch(node);
    }
}
