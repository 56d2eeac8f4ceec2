using Microsoft.EntityFrameworkCore;
using OmenDb.Benchmarks.Model;

namespace OmenDb.Benchmarks.Measuring;

/// <summary>A compiled query of EF Core that returns rows of (Id, Title).</summary>
internal sealed class CompiledSearch(BenchmarkContext db) : ISqlSearch
{
    private const int K = 10;

    // Of one context's model: sets differ in the length of their vectors.
    private readonly Func<BenchmarkContext, float[], IEnumerable<KeyValuePair<int, string>>> _nearest =
        EF.CompileQuery((BenchmarkContext c, float[] query) => c.Rows.NearestTo(query, K).Select(r => new KeyValuePair<int, string>(r.Id, r.Title)));

    public string Name => "OmenDb, EF Core compiled query";

    public List<int> Search(float[] query)
    {
        var keys = new List<int>(K);
        foreach (var row in _nearest(db, query))
            keys.Add(row.Key);
        return keys;
    }
}
