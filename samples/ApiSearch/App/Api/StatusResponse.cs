using ApiSearch.Ingestion;

namespace ApiSearch.Api;

/// <summary>How far the ingestion is, and how the index does.</summary>
public sealed record StatusResponse
{
    /// <summary>Searches are answered, over everything.</summary>
    public required bool Ready { get; init; }

    /// <summary>Searches are answered, over what is stored so far.</summary>
    public required bool Searchable { get; init; }

    public required IngestionPhase Phase { get; init; }

    public required string Message { get; init; }

    /// <summary>Members stored so far.</summary>
    public required long Indexed { get; init; }

    public required int Total { get; init; }

    /// <summary>Members stored in a second, over the last few; 0 while none are.</summary>
    public required double Throughput { get; init; }

    /// <summary>The reference packs that were read, with their versions; or the folder.</summary>
    public required string? Source { get; init; }

    /// <summary>What makes the vectors.</summary>
    public required string? Embedding { get; init; }

    /// <summary>Null while there is nothing to search.</summary>
    public required IndexStatus? Index { get; init; }
}
