namespace ApiSearch.Api;

/// <summary>What was found, nearest first, and how long it took.</summary>
public sealed record SearchResponse
{
    public required IReadOnlyList<SearchResult> Results { get; init; }

    /// <summary>The time to turn the text into a vector.</summary>
    public required double EmbeddingMilliseconds { get; init; }

    /// <summary>The time of the database query, reading its rows included.</summary>
    public required double SearchMilliseconds { get; init; }

    /// <summary>Set when there is something to say, for example why nothing was found.</summary>
    public string? Message { get; init; }
}
