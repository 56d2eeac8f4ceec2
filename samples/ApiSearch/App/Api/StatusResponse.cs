using ApiSearch.Ingestion;

namespace ApiSearch.Api;

/// <summary>How far the ingestion is.</summary>
public sealed record StatusResponse
{
    /// <summary>Searches are answered, over everything.</summary>
    public required bool Ready { get; init; }

    public required IngestionPhase Phase { get; init; }

    public required string Message { get; init; }

    /// <summary>Members stored so far.</summary>
    public required long Indexed { get; init; }

    public required int Total { get; init; }

    /// <summary>Members that the vector index has still to take up; they are searched exactly meanwhile. Null while not ready.</summary>
    public required long? Pending { get; init; }

    /// <summary>The share of true nearest neighbours that the index finds, as it measured itself. Null while not ready.</summary>
    public required double? MeasuredRecall { get; init; }

    /// <summary>The reference packs that were read, with their versions.</summary>
    public required string? Source { get; init; }

    /// <summary>What makes the vectors.</summary>
    public required string? Embedding { get; init; }
}
