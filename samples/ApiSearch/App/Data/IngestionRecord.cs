namespace ApiSearch.Data;

/// <summary>What the database holds: one row, written before the first member and marked when the last one is there.</summary>
public sealed class IngestionRecord
{
    public int Id { get; set; }

    /// <summary>Which files were read; another SDK has another fingerprint.</summary>
    public required string Fingerprint { get; set; }

    /// <summary>For people: the reference packs and their versions.</summary>
    public required string Source { get; set; }

    /// <summary>What made the vectors. Vectors of two models do not compare.</summary>
    public required string Embedding { get; set; }

    /// <summary>The learned model, where the embedding is one that is learned.</summary>
    public byte[]? Model { get; set; }

    public int Members { get; set; }

    /// <summary>Null while it goes on, and after an interruption.</summary>
    public DateTime? CompletedAt { get; set; }
}
