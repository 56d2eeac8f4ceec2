using OmenDb.EFCore;

namespace ApiSearch.Api;

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
