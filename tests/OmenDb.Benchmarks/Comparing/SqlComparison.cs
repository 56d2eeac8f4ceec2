using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using OmenDb.Benchmarks.Engines;
using OmenDb.Benchmarks.Measuring;
using OmenDb.Benchmarks.Model;
using OmenDb.Benchmarks.Peers;
using OmenDb.DiskAnn;

namespace OmenDb.Benchmarks.Comparing;

/// <summary>Ten (Id, Title) rows through SQL, one thread: ours by EF Core and by ADO.NET, beside vector extensions of SQLite in the same process.</summary>
internal sealed class SqlComparison(Workload workload, ComparisonPlan plan)
{
    public const string SqliteVec = "sqlite-vec, flat scan";
    public const string VectorliteAtTarget = "vectorlite, at the recall of the bar";
    public const string VectorliteAtOurs = "vectorlite, at our recall";
    public const string Compiled = "OmenDb, EF Core compiled query";
    public const string Prepared = "OmenDb, prepared ADO.NET";
    public const string PreparedAtTarget = "OmenDb, prepared ADO.NET, at the recall of the bar";
    public const string Engine = "OmenDb, the engine alone";

    private const double Target = 0.95;
    private const int K = Workload.K;

    // A scan finds what there is: enough to see that it is asked rightly.
    private const int ExactQueries = 50;

    // Of an index that measures itself by hidden vectors and keeps a little in hand: on the queries it is somewhat better.
    private static readonly double[] AskedRecalls = [0.89, 0.9, 0.91, 0.915, 0.92, 0.925, 0.93, 0.935, 0.94, 0.945];

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    /// <summary>Measures.</summary>
    /// <param name="sqliteVec">The library of sqlite-vec, or null to leave it out.</param>
    /// <param name="vectorlite">The library of vectorlite, or null to leave it out.</param>
    public IReadOnlyList<SqlResult> Run(string? sqliteVec, string? vectorlite)
    {
        using var database = new BenchmarkDatabase(workload.Dimensions, workload.Metric);
        using (var filled = database.CreateContext())
        {
            filled.Rows.AddBatchAsync(BenchmarkDatabase.Entities(workload.Source)).GetAwaiter().GetResult();
            filled.Index.FlushAsync().GetAwaiter().GetResult();
        }

        using var turnedDown = database.Copy();
        using var db = Open(database, targetRecall: null);
        using var quick = OpenAtTarget(turnedDown);
        var graph = database.LiveIndex.View!.Graph;
        var neighbors = new Neighbor[K];
        List<(string Name, double Recall, Action<int> Ask)> searches =
        [
            Search(Compiled, CompiledQuery(db)),
            Search(Prepared, PreparedQuery(db)),
            Search(PreparedAtTarget, PreparedQuery(quick)),
            (Engine, double.NaN, query => graph.Search(workload.Queries[query], neighbors)),
        ];

        using var flat = sqliteVec is null ? null : new ExtensionDatabase(sqliteVec, SqliteVecTable, workload);
        if (flat is not null)
            searches.Add(Search(SqliteVec, flat.Prepare($"SELECT r.Id, r.Title FROM Vectors AS v JOIN Rows AS r ON r.Id = v.rowid WHERE v.Vector MATCH @query AND v.k = {K} ORDER BY v.distance").Search, ExactQueries));
        using var hnsw = vectorlite is null ? null : new ExtensionDatabase(vectorlite, VectorliteTable, workload);
        if (hnsw is not null)
        {
            searches.Add(Search(VectorliteAtTarget, Vectorlite(hnsw, Target)));
            searches.Add(Search(VectorliteAtOurs, Vectorlite(hnsw, searches[0].Recall)));
        }

        var timings = searches.ToDictionary(search => search.Name, _ => new List<Timing>());
        foreach (var search in searches)
            Time(search.Ask, WarmUp);
        for (var round = 0; round < plan.Pairs; round++)
        {
            foreach (var search in searches)
                timings[search.Name].Add(Time(search.Ask, plan.Duration));
        }

        return [.. searches.Select(search => new SqlResult(search.Name, search.Recall, timings[search.Name]))];
    }

    // Asks ever more until the queries' recall is reached, as a list is chosen for the peer.
    private BenchmarkContext OpenAtTarget(BenchmarkDatabase database)
    {
        foreach (var asked in AskedRecalls)
        {
            var db = Open(database, asked);
            var recall = Recall(PreparedQuery(db));
            if (recall >= Target)
            {
                Console.Error.WriteLine($"{workload.Name}: HasTargetRecall({asked}) reaches {recall:F4}");
                return db;
            }

            db.Dispose();
        }

        return Open(database, Target);
    }

    // Calibrated for the recall that is asked for.
    private static BenchmarkContext Open(BenchmarkDatabase database, double? targetRecall)
    {
        var db = database.OpenContext(targetRecall);
        db.Index.FlushAsync().GetAwaiter().GetResult();
        db.Database.ExecuteSqlRaw(ExtensionDatabase.MapFile); // as the others have it
        return db;
    }

    private static Func<float[], List<int>> CompiledQuery(BenchmarkContext db)
    {
        // Compiled for one context's model: sets differ in the length of their vectors.
        var nearest = EF.CompileQuery((BenchmarkContext c, float[] query) => c.Rows.NearestTo(query, K).Select(r => new KeyValuePair<int, string>(r.Id, r.Title)));
        return query => [.. nearest(db, query).Select(row => row.Key)];
    }

    private Func<float[], List<int>> PreparedQuery(BenchmarkContext db)
    {
        var command = db.Rows.NearestTo(workload.Queries[0], K).Select(row => new { row.Id, row.Title }).CreateDbCommand();
        return new PreparedSearch(command, command.Parameters.Cast<DbParameter>().Single(parameter => parameter.Value is byte[])).Search;
    }

    private string SqliteVecTable => $"CREATE VIRTUAL TABLE Vectors USING vec0(Vector float[{workload.Dimensions}] distance_metric={Metric("cosine", "l2")})";

    private string VectorliteTable
        => $"CREATE VIRTUAL TABLE Vectors USING vectorlite(Vector float32[{workload.Dimensions}] {Metric("cosine", "l2")}, hnsw(max_elements={workload.Rows}, M=16, ef_construction=200))";

    private string Metric(string cosine, string euclidean) => workload.Metric == EFCore.VectorMetric.Cosine ? cosine : euclidean;

    private (string Name, double Recall, Action<int> Ask) Search(string name, Func<float[], List<int>> search, int judged = int.MaxValue)
    {
        var recall = Recall(search, judged);
        Console.Error.WriteLine($"{workload.Name}, {name}: recall {recall:F4}");
        return (name, recall, query => search(workload.Queries[query]));
    }

    private double Recall(Func<float[], List<int>> search, int judged = int.MaxValue)
        => workload.Recall(Array.ConvertAll(workload.Queries[..Math.Min(judged, workload.Queries.Length)], query => search(query).Select(key => key - 1).ToArray()));

    private Timing Time(Action<int> ask, TimeSpan duration) => QueryLoop.Run(workload.Queries.Length, threads: 1, duration, () => ask);

    /// <summary>With the shortest list that reaches the recall.</summary>
    private Func<float[], List<int>> Vectorlite(ExtensionDatabase database, double recall)
    {
        Func<float[], List<int>> Prepare(int list)
            => database.Prepare($"SELECT r.Id, r.Title FROM Vectors AS v JOIN Rows AS r ON r.Id = v.rowid WHERE knn_search(v.Vector, knn_param(@query, {K}, {list})) ORDER BY v.distance").Search;
        var shortest = ShortestList.Find(plan.SearchLists.Select(list => (list, Recall(Prepare(list)))), recall, list => Recall(Prepare(list)));
        return Prepare(shortest?.List ?? plan.SearchLists[^1]);
    }
}
