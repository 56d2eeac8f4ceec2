namespace ApiSearch.Api;

/// <summary>
/// What to filter by, most frequent first. Each list counts what passes the other filters, so that choosing another value is one step.
/// </summary>
public sealed record FacetsResponse(IReadOnlyList<Facet> Kinds, IReadOnlyList<Facet> Assemblies, IReadOnlyList<Facet> Namespaces);

public sealed record Facet(string Value, int Count);
