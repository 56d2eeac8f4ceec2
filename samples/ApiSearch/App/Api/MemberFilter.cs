using System.ComponentModel;
using System.Text.Json;
using ApiSearch.Corpus;
using ApiSearch.Data;
using Microsoft.AspNetCore.Mvc;

namespace ApiSearch.Api;

/// <summary>Which members may be found, as the address says it.</summary>
public sealed record MemberFilter
{
    private static readonly Dictionary<string, MemberKind> Kinds =
        Enum.GetValues<MemberKind>().ToDictionary(kind => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()), StringComparer.OrdinalIgnoreCase);

    [FromQuery(Name = "kind"), Description("Only members of this kind: type, constructor, method, operator, property, field, event or section.")]
    public string? Kind { get; init; }

    [FromQuery(Name = "assembly"), Description("Only members of this assembly; of a folder of texts, only sections of this file.")]
    public string? Assembly { get; init; }

    [FromQuery(Name = "namespace"), Description("Only members of this namespace; of a folder of texts, only sections in this folder.")]
    public string? Namespace { get; init; }

    /// <summary>Null, or what is wrong.</summary>
    public (string Name, string Problem)? Problem => string.IsNullOrEmpty(Kind) || Kinds.ContainsKey(Kind)
        ? null
        : ("kind", $"kind is one of {string.Join(", ", Kinds.Keys)}.");

    /// <summary>In front of a search, this decides what the nearest are chosen from.</summary>
    public IQueryable<ApiMember> Apply(IQueryable<ApiMember> members)
    {
        if (!string.IsNullOrEmpty(Kind))
        {
            var kind = Kinds[Kind];
            members = members.Where(m => m.Kind == kind);
        }

        if (!string.IsNullOrEmpty(Assembly))
            members = members.Where(m => m.Assembly == Assembly);
        if (!string.IsNullOrEmpty(Namespace))
            members = members.Where(m => m.Namespace == Namespace);
        return members;
    }
}
