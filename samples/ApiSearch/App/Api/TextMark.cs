namespace ApiSearch.Api;

/// <summary>A stretch of text, in UTF-16 code units.</summary>
public sealed record TextMark(int Start, int Length);
