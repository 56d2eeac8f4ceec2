using ApiSearch.Corpus;
using ApiSearch.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiSearch.Ingestion;

/// <summary>The difference between what was read and what is stored.</summary>
public sealed class CorpusChanges
{
    /// <summary>Members that are not stored, or not as they are now.</summary>
    public required IReadOnlyList<DocumentedMember> New { get; init; }

    /// <summary>The stored rows of those that changed, by documentation id.</summary>
    public required IReadOnlyDictionary<string, int> Outdated { get; init; }

    /// <summary>Stored rows whose member is no more.</summary>
    public required IReadOnlyList<int> Gone { get; init; }

    /// <summary>How much of the corpus is new.</summary>
    public required double ShareOfNew { get; init; }

    public static CorpusChanges AllOf(IReadOnlyList<DocumentedMember> members)
        => new() { New = members, Outdated = new Dictionary<string, int>(), Gone = [], ShareOfNew = 1 };

    public static async Task<CorpusChanges> FindAsync(ApiSearchContext db, IReadOnlyList<DocumentedMember> members, CancellationToken cancellationToken)
    {
        var stored = await db.Members.Select(m => new { m.DocumentationId, m.Id, m.ContentHash })
            .ToDictionaryAsync(m => m.DocumentationId, StringComparer.Ordinal, cancellationToken);
        var added = members.Where(m => !stored.TryGetValue(m.Id, out var row) || row.ContentHash != m.ContentHash).ToList();
        var outdated = added.Where(m => stored.ContainsKey(m.Id)).ToDictionary(m => m.Id, m => stored[m.Id].Id, StringComparer.Ordinal);
        var read = members.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        return new CorpusChanges
        {
            New = added,
            Outdated = outdated,
            Gone = [.. stored.Values.Where(row => !read.Contains(row.DocumentationId)).Select(row => row.Id)],
            ShareOfNew = (double)added.Count / Math.Max(1, members.Count),
        };
    }
}
