namespace OmenDb.DiskAnn;

/// <summary>Choices of one search; <see langword="default"/> is the index's own calibrated choice.</summary>
public readonly record struct SearchOptions
{
    /// <summary>Candidates kept while walking the graph (L in the paper); 0 for the calibrated size.</summary>
    public int SearchListSize { get; init; }

    /// <summary>
    /// Neighbours that a stream will probably be read to; 0 for ten. The first list is calibrated for as many; reading on grows it.
    /// <see cref="VamanaIndex.Search"/> knows what it is asked for.
    /// </summary>
    public int Expected { get; init; }

    /// <summary>Only these labels may be returned; <see langword="null"/> allows every label.</summary>
    public LabelSet? Allowed { get; init; }
}
