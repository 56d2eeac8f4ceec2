namespace OmenDb.DiskAnn.Graph;

/// <summary>Points where a writer and a reader may meet; see <see cref="VectorGraph.Reached"/>.</summary>
internal enum GraphStep
{
    /// <summary>A walk knows how many nodes there are, and not yet by which codes it compares them.</summary>
    WalkBegun,

    /// <summary>New nodes have rows, codes and forward edges; nobody knows of them.</summary>
    Linked,

    /// <summary>New nodes are published; no edge leads to them.</summary>
    Published,

    /// <summary>Edges lead back to the new nodes.</summary>
    Connected,

    /// <summary>All rows were encoded again; walks still use the old codes.</summary>
    Encoded,

    /// <summary>Walks use the new codes.</summary>
    CodesReplaced,

    /// <summary>The common radius of all rows has grown, the element that fills them up has not.</summary>
    RadiusRaised,
}
