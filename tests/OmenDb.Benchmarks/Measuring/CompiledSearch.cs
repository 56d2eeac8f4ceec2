using Microsoft.EntityFrameworkCore;
using OmenDb.Benchmarks.Model;

namespace OmenDb.Benchmarks.Measuring;

/// <summary>A compiled query of EF Core that returns rows of (Id, Title).</summary>
internal sealed class CompiledSearch(BenchmarkContext db) : ISqlSearch
{
    private const int K = 10;

    private static readonly Func<BenchmarkContext, float[], IEnumerable<KeyValuePair<int, string>>> Nearest =
        EF.CompileQuery((BenchmarkContext c, float[] query) => c.Rows.NearestTo(query, K).Select(r => new KeyValuePair<int, string>(r.Id, r.Title)));

    public string Name => "OmenDb, EF Core compiled query";

    public List<int> Search(float[] query)
    {
        var keys = new List<int>(K);
        foreach (var row in Nearest(db, query))
            keys.Add(row.Key);
        return keys;
    }
}
