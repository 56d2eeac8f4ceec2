using ApiSearch.Corpus;

namespace ApiSearch.Api;

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
