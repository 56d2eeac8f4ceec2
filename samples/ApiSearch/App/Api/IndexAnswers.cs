using ApiSearch.Ingestion;
using OmenDb.EFCore;

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

/// <summary>How the vector index does, in its own words.</summary>
public sealed record IndexStatus
{
    public required string Name { get; init; }

    public required int Dimensions { get; init; }

    /// <summary>Members that have a vector.</summary>
    public required long Rows { get; init; }

    /// <summary>Members that the index has still to take up; they are searched exactly meanwhile.</summary>
    public required long Pending { get; init; }

    public required double TargetRecall { get; init; }

    /// <summary>The share of true nearest neighbours that the index finds, as it measured itself. Null until then.</summary>
    public required double? MeasuredRecall { get; init; }

    public required int SearchListSize { get; init; }

    public required long MemoryBytes { get; init; }

    public required long FileBytes { get; init; }

    /// <summary>When the index's file was written.</summary>
    public required DateTimeOffset? FileWrittenAt { get; init; }

    public required bool IsRebuilding { get; init; }

    /// <summary>Null while it was not built anew since the start.</summary>
    public required DateTimeOffset? LastRebuild { get; init; }

    public static IndexStatus Of(VectorIndexStatistics statistics, DateTimeOffset? lastRebuild) => new()
    {
        Name = statistics.Name,
        Dimensions = statistics.Dimensions,
        Rows = statistics.Rows,
        Pending = statistics.Pending,
        TargetRecall = statistics.TargetRecall,
        MeasuredRecall = statistics.MeasuredRecall,
        SearchListSize = statistics.SearchListSize,
        MemoryBytes = statistics.MemoryBytes,
        FileBytes = statistics.FileBytes,
        FileWrittenAt = statistics.FileWrittenAt,
        IsRebuilding = statistics.IsRebuilding,
        LastRebuild = lastRebuild,
    };
}

/// <summary>What a verification found: healthy when there are no problems.</summary>
public sealed record VerificationResponse(bool Healthy, long Rows, long Checked, IReadOnlyList<string> Problems, double Milliseconds);
