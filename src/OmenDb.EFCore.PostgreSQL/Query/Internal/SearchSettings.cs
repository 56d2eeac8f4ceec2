using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage;
using OmenDb.EFCore.PostgreSQL.Metadata.Internal;

namespace OmenDb.EFCore.PostgreSQL.Query.Internal;

/// <summary>How an hnsw index is walked.</summary>
internal static class SearchSettings
{
    /// <summary>Candidates kept while searching, more than pgvector's own 40, for a recall like that of the index in process.</summary>
    public const int SearchListSize = 100;

    /// <summary>The most that pgvector keeps.</summary>
    public const int LongestList = 1_000;

    /// <summary>
    /// How many rows more than k are taken from the index where a filter passes over some: they come nearly in order, and where those that pass lie elsewhere than the query, the first k are not the nearest.
    /// Of 100,000 in 300 clusters, a filter by another cluster found 0.74 of the nearest ten without them, 0.94 with them, 0.98 with 100.
    /// </summary>
    public const int FilteredSpare = 50;

    /// <summary>The settings as a condition of the statement that searches: it depends on no row, so it is evaluated once, before the first is fetched.</summary>
    public static readonly string Condition = $"({StatementBy(SearchListSize)}) IS NOT NULL";

    /// <summary>SQL for how many more are taken of a whole table: a policy may pass over rows, for some roles and not for others, which only the server knows.</summary>
    public static string VisibleSpare(ISqlGenerationHelper sql, string table, string? schema) => $"CASE WHEN {RowSecurity.IsActive(sql, table, schema)} THEN {FilteredSpare} ELSE 0 END";

    /// <summary>
    /// The settings with as many candidates. A search goes on until k rows passed the filter or the graph is exhausted: fewer than k would be a wrong answer. In relaxed order, since the strict one drops
    /// rows that are found late; the statement sorts them itself.
    /// </summary>
    public static string StatementBy(int candidates)
        => "SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) "
            + $"|| set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '{candidates.ToString(CultureInfo.InvariantCulture)}', true)";
}
