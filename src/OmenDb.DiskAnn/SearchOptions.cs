namespace OmenDb.DiskAnn;

/// <summary>Choices of one search; <see langword="default"/> is the index's own calibrated choice.</summary>
public readonly record struct SearchOptions
{
    /// <summary>Candidates kept while walking the graph (L in the paper); 0 for the calibrated size.</summary>
    public int SearchListSize { get; init; }

    /// <summary>Only these labels may be returned; <see langword="null"/> allows every label.</summary>
    public LabelSet? Allowed { get; init; }
}
