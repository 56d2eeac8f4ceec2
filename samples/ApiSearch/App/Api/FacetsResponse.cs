namespace ApiSearch.Api;

public sealed record FacetsResponse(IReadOnlyList<Facet> Kinds, IReadOnlyList<Facet> Assemblies);
