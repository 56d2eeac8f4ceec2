namespace ApiSearch.Api;

public sealed record Facet(string Value, int Count);
