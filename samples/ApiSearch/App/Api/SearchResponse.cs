namespace ApiSearch.Api;

/// <summary>What was found, nearest first, and how long it took.</summary>
public sealed record SearchResponse
{
    public required IReadOnlyList<SearchResult> Results { get; init; }

    public required StageTimes Milliseconds { get; init; }

    /// <summary>What to filter by, counted among the 200 nearest that pass the other filters; null unless asked for.</summary>
    public FacetsResponse? Facets { get; init; }

    /// <summary>Set when there is something to say, for example why nothing was found.</summary>
    public string? Message { get; init; }
}
