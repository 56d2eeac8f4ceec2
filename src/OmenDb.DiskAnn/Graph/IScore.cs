namespace OmenDb.DiskAnn.Graph;

/// <summary>Scores nodes against one query. A struct, so that the walk is compiled anew around each kind of score.</summary>
internal interface IScore
{
    /// <summary>The node's score; smaller is nearer.</summary>
    float Score(int node);

    /// <summary>Asks the processor to load what <see cref="Score"/> will read.</summary>
    void Prefetch(int node);
}
