namespace OmenDb.DiskAnn.Graph;

/// <summary>Scores nodes against one query, a hop's worth at a time. A struct, so that the walk is compiled anew around each kind of score.</summary>
internal interface IScore
{
    /// <summary>Scores nodes; smaller is nearer.</summary>
    /// <param name="nodes">The nodes.</param>
    /// <param name="candidates">Receives the nodes with their scores, in the same order.</param>
    void Score(ReadOnlySpan<int> nodes, Span<ulong> candidates);

    /// <summary>Asks the processor to load what <see cref="Score"/> will read.</summary>
    void Prefetch(ReadOnlySpan<int> nodes);
}
