using System.Text.Json;
using ApiSearch.Corpus;
using ApiSearch.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiSearch.Api;

/// <summary>Counts what there is to filter by: among the nearest to a query, or in the whole corpus.</summary>
public static class Facets
{
    private const int Most = 8;

    /// <param name="filter">What is filtered by now.</param>
    /// <param name="counted">The members to count, given a filter.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<FacetsResponse> CountAsync(
        MemberFilter filter, Func<MemberFilter, IQueryable<ApiMember>> counted, CancellationToken cancellationToken)
    {
        // Filters are equal when their values are: without any, all three lists are counted from one query.
        var queried = new Dictionary<MemberFilter, List<Group>>();
        return new FacetsResponse(
            await ByAsync(filter with { Kind = null }, g => JsonNamingPolicy.CamelCase.ConvertName(g.Kind.ToString())),
            await ByAsync(filter with { Assembly = null }, g => g.Assembly),
            await ByAsync(filter with { Namespace = null }, g => g.Namespace));

        async Task<IReadOnlyList<Facet>> ByAsync(MemberFilter others, Func<Group, string> value)
        {
            if (!queried.TryGetValue(others, out var groups))
            {
                queried[others] = groups = await counted(others).GroupBy(m => new { m.Kind, m.Assembly, m.Namespace })
                    .Select(g => new Group(g.Key.Kind, g.Key.Assembly, g.Key.Namespace, g.Count())).ToListAsync(cancellationToken);
            }

            return [.. groups.GroupBy(value, StringComparer.Ordinal).Select(g => new Facet(g.Key, g.Sum(group => group.Count)))
                .OrderByDescending(facet => facet.Count).ThenBy(facet => facet.Value, StringComparer.Ordinal).Take(Most)];
        }
    }

    private sealed record Group(MemberKind Kind, string Assembly, string Namespace, int Count);
}
