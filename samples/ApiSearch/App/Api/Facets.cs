using System.Linq.Expressions;
using System.Text.Json;
using ApiSearch.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiSearch.Api;

/// <summary>Counts what there is to filter by: among the nearest to a query, or in the whole corpus.</summary>
public static class Facets
{
    private const int Most = 12;

    /// <param name="filter">What is filtered by now.</param>
    /// <param name="members">Restricts a source to what is counted.</param>
    /// <param name="source">All members.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<FacetsResponse> CountAsync(
        MemberFilter filter, IQueryable<ApiMember> source, Func<IQueryable<ApiMember>, IQueryable<ApiMember>> members, CancellationToken cancellationToken)
    {
        var kinds = await ByAsync(members((filter with { Kind = null }).Apply(source)), m => m.Kind, cancellationToken);
        var assemblies = await ByAsync(members((filter with { Assembly = null }).Apply(source)), m => m.Assembly, cancellationToken);
        var namespaces = await ByAsync(members((filter with { Namespace = null }).Apply(source)), m => m.Namespace, cancellationToken);
        return new FacetsResponse([.. kinds.Select(kind => kind with { Value = JsonNamingPolicy.CamelCase.ConvertName(kind.Value) })], assemblies, namespaces);
    }

    private static async Task<List<Facet>> ByAsync<T>(IQueryable<ApiMember> members, Expression<Func<ApiMember, T>> key, CancellationToken cancellationToken)
    {
        var groups = await members.GroupBy(key).Select(g => new { g.Key, Count = g.Count() })
            .OrderByDescending(g => g.Count).ThenBy(g => g.Key).Take(Most).ToListAsync(cancellationToken);
        return [.. groups.Select(g => new Facet(g.Key!.ToString()!, g.Count))];
    }
}
