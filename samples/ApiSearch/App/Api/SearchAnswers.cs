using ApiSearch.Corpus;

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

/// <summary>A documented member near the query.</summary>
public sealed record SearchResult
{
    /// <summary>The documentation id, for example <c>M:System.IO.File.ReadAllLines(System.String)</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The row, as the map numbers its points.</summary>
    public required int Row { get; init; }

    public required string Name { get; init; }

    public required MemberKind Kind { get; init; }

    public required string Namespace { get; init; }

    public required string Assembly { get; init; }

    public required string Summary { get; init; }

    /// <summary>The cosine distance to the query: 0 says the same, 1 has nothing in common with it.</summary>
    public required double Distance { get; init; }

    /// <summary>Where the name has words of the query.</summary>
    public IReadOnlyList<TextMark> NameMarks { get; init; } = [];

    /// <summary>Where the summary has words of the query.</summary>
    public IReadOnlyList<TextMark> SummaryMarks { get; init; } = [];
}

/// <summary>A stretch of text, in UTF-16 code units.</summary>
public sealed record TextMark(int Start, int Length);

/// <summary>
/// What to filter by, most frequent first. Each list counts what passes the other filters, so that choosing another value is one step.
/// </summary>
public sealed record FacetsResponse(IReadOnlyList<Facet> Kinds, IReadOnlyList<Facet> Assemblies, IReadOnlyList<Facet> Namespaces);

public sealed record Facet(string Value, int Count);

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
