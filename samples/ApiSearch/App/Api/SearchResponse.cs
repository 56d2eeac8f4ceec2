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

/// <summary>What a search took, in milliseconds.</summary>
public sealed record StageTimes
{
    /// <summary>To turn the text into a vector.</summary>
    public required double Embedding { get; init; }

    /// <summary>The SQL statement, the index and the reading of its rows included.</summary>
    public required double Search { get; init; }

    /// <summary>The part of the search that was spent inside the index.</summary>
    public required double Index { get; init; }

    /// <summary>To count what there is to filter by; 0 unless asked for.</summary>
    public required double Facets { get; init; }

    public required double Total { get; init; }
}
