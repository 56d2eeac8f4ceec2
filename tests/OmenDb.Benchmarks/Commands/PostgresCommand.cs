using System.CommandLine;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using OmenDb.Benchmarks.Engines;
using OmenDb.Benchmarks.Measuring;
using OmenDb.Benchmarks.Model;
using OmenDb.Benchmarks.Vectors;
using OmenDb.EFCore;
using OmenDb.EFCore.PostgreSQL.Metadata.Internal;
using OmenDb.EFCore.PostgreSQL.Query.Internal;
using OmenDb.EFCore.PostgreSQL.Storage.Internal;
using Spectre.Console;
using static OmenDb.Benchmarks.Measuring.Figures;

namespace OmenDb.Benchmarks.Commands;

/// <summary>The store on PostgreSQL: COPY against SaveChanges, NearestTo against SQL written by hand, and its answers against those of SQLite.</summary>
internal static class PostgresCommand
{
    private const int K = Workload.K;
    private const int QueryCount = 1_000;
    private const double StatementBar = 1.3;
    private const double RecallBar = 0.97;
    private const double DistanceBar = 1e-5;

    public static Command Create()
    {
        var server = new Option<string>("--server") { Description = "The connection string of a server with pgvector; databases are created there and dropped.", Required = true };
        var rows = CommandOptions.Rows("Entities to insert, and to search with SQL.", 20_000);
        var dimensions = CommandOptions.Dimensions(128);
        var data = CommandOptions.Data();
        data.Required = false;
        data.Description += " Without it, the stores' answers are not compared.";
        var sets = CommandOptions.Sets("docs-dan-384 cos");
        var command = new Command("postgres", "Measures the store on PostgreSQL, and compares it with that on SQLite.") { server, rows, dimensions, data, sets };
        command.SetAction(async (parsed, _) =>
        {
            var (where, vectors) = (parsed.GetRequiredValue(server), new ClusteredVectors(parsed.GetValue(rows), parsed.GetValue(dimensions)));
            var chosen = parsed.GetValue(data) is { } folder ? VectorSet.Find(folder, parsed.GetRequiredValue(sets)) : [];
            await PostgresDatabase.CheckAsync(where);
            await BulkAsync(where, vectors);
            var passed = await StatementAsync(where, vectors);
            foreach (var set in chosen)
                passed &= await AnswersAsync(where, set);
            return ExitCode.Of(passed);
        });
        return command;
    }

    private static async Task BulkAsync(string server, ClusteredVectors vectors)
    {
        var ratios = new List<double>();
        var table = new Table().AddColumns("pair", "AddBatchAsync (COPY) rows/s", "SaveChanges rows/s", "ratio");
        await TimeAsync(server, new ClusteredVectors(2_000, vectors.Dimensions), copy: true);
        await TimeAsync(server, new ClusteredVectors(2_000, vectors.Dimensions), copy: false);
        for (var pair = 1; pair <= 5; pair++)
        {
            var (copy, save) = await Alternating.RunAsync(pair, () => TimeAsync(server, vectors, copy: true), () => TimeAsync(server, vectors, copy: false));
            ratios.Add(save / copy);
            table.AddRow($"{pair}", Number(vectors.Count / copy.TotalSeconds), Number(vectors.Count / save.TotalSeconds), Number(ratios[^1], 2));
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine($"COPY against SaveChanges, {vectors.Count:N0} x {vectors.Dimensions}, without an hnsw index: median {Number(Samples.Median(ratios), 2)} times as fast");
    }

    private static async Task<TimeSpan> TimeAsync(string server, ClusteredVectors vectors, bool copy)
    {
        var entities = BenchmarkDatabase.Entities(vectors).ToArray();
        var (database, db) = await PostgresDatabase.CreateAsync(server, vectors.Dimensions, VectorMetric.Cosine, indexed: false);
        using (database)
        await using (db)
        {
            var clock = Stopwatch.StartNew();
            if (copy)
            {
                await db.Rows.AddBatchAsync(entities);
            }
            else
            {
                db.Rows.AddRange(entities);
                await db.SaveChangesAsync();
            }

            return clock.Elapsed;
        }
    }

    private static async Task<bool> StatementAsync(string server, ClusteredVectors vectors)
    {
        var (database, db) = await PostgresDatabase.CreateAsync(server, vectors.Dimensions, VectorMetric.Euclidean, indexed: true);
        using (database)
        await using (db)
        {
            await db.Rows.AddBatchAsync(BenchmarkDatabase.Entities(vectors));
            await db.Database.ExecuteSqlRawAsync("ANALYZE \"Rows\"");
            return await StatementAsync(db, VectorMetric.Euclidean, vectors.Queries(QueryCount), $"{vectors.Count:N0} x {vectors.Dimensions}");
        }
    }

    private static async Task<bool> StatementAsync(PostgresContext db, VectorMetric metric, float[][] queries, string title)
    {
        var compiled = EF.CompileQuery((PostgresContext c, float[] query) => c.Rows.AsNoTracking().NearestTo(query, K));
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();

        // The session keeps for the written SQL what NearestTo sends each time: both walk the index alike.
        await using (var settings = new NpgsqlCommand(SearchSettings.StatementBy(SearchSettings.SearchListSize).Replace("true", "false", StringComparison.Ordinal), connection))
            await settings.ExecuteNonQueryAsync();
        await using var plain = Written(connection, metric);
        await using var prepared = Written(connection, metric);
        await prepared.PrepareAsync();
        QueryShape[] shapes =
        [
            new("NearestTo, compiled query", i => compiled(db, queries[i]).ToList().Count),
            new("NearestTo", i => db.Rows.AsNoTracking().NearestTo(queries[i], K).ToList().Count),
            new("SQL through Npgsql, prepared", i => Read(prepared, queries[i])),
            new("SQL through Npgsql", i => Read(plain, queries[i])),
        ];
        Interleaved.Measure(shapes, queries.Length, 1_000);

        var table = new Table().Title($"{title}, ten rows").AddColumns("", "median us", "p99 us", "to prepared", "to the same, not prepared");
        foreach (var shape in shapes)
            table.AddRow(shape.Name, Number(shape.Median, 1), Number(Samples.Percentile(shape.Times, 0.99), 1), Number(shape.Median / shapes[2].Median, 2), Number(shape.Median / shapes[3].Median, 2));
        AnsiConsole.Write(table);
        var ratio = shapes[0].Median / shapes[2].Median;
        AnsiConsole.WriteLine($"NearestTo, compiled / SQL written by hand, prepared: {Number(ratio, 2)}, bar {StatementBar:F1}{(ratio <= StatementBar ? "" : ", missed")}");
        return ratio <= StatementBar;
    }

    private static NpgsqlCommand Written(NpgsqlConnection connection, VectorMetric metric)
        => new($"SELECT \"Id\", \"Title\", \"Share\", \"PlainShare\", \"Vector\" FROM \"Rows\" ORDER BY \"Vector\" {OperatorClass.Operator(metric)} $1 LIMIT {K}", connection)
        {
            Parameters = { new NpgsqlParameter { DataTypeName = "vector" } },
        };

    private static int Read(NpgsqlCommand command, float[] query)
    {
        command.Parameters[0].Value = VectorWire.ToBytes<float>(query);
        using var reader = command.ExecuteReader();
        var rows = new List<Row>();
        while (reader.Read())
        {
            rows.Add(new Row
            {
                Id = reader.GetInt32(0),
                Title = reader.GetString(1),
                Share = reader.GetInt32(2),
                PlainShare = reader.GetInt32(3),
                Vector = VectorWire.ToElements<float>(reader.GetFieldValue<byte[]>(4)),
            });
        }

        return rows.Count;
    }

    private static async Task<bool> AnswersAsync(string server, VectorSet set)
    {
        float[][] queries = [.. set.Queries.Take(QueryCount)];
        var truth = Truth.Of(set, queries, K);

        using var file = new BenchmarkDatabase(set.Base.Dimensions, set.Metric);
        using var sqlite = file.OpenContext();
        await sqlite.Rows.AddBatchAsync(BenchmarkDatabase.Entities(set.Base));
        await sqlite.Index.FlushAsync();

        // The index after the rows: built at once, by all the server's workers.
        var (database, postgres) = await PostgresDatabase.CreateAsync(server, set.Base.Dimensions, set.Metric, indexed: true);
        using (database)
        await using (postgres)
        {
            await postgres.Database.ExecuteSqlRawAsync("DROP INDEX \"IX_Rows_Vector\"");
            await postgres.Rows.AddBatchAsync(BenchmarkDatabase.Entities(set.Base));
            var createIndex = $"CREATE INDEX \"IX_Rows_Vector\" ON \"Rows\" USING hnsw (\"Vector\" {OperatorClass.Name(set.Metric, isHalf: false)})";
            await postgres.Database.ExecuteSqlRawAsync(createIndex);
            await postgres.Database.ExecuteSqlRawAsync("ANALYZE \"Rows\"");

            var here = Array.ConvertAll(queries, q => Hits(sqlite.Rows, q));
            var there = Array.ConvertAll(queries, q => Hits(postgres.Rows, q));
            var (recallHere, recallThere) = (truth.Recall(queries, Array.ConvertAll(here, Numbers)), truth.Recall(queries, Array.ConvertAll(there, Numbers)));
            var common = here.Zip(there).SelectMany(pair => pair.First.Join(pair.Second, h => h.Row, h => h.Row, (a, b) => Math.Abs(a.Distance - b.Distance) / Math.Max(1, Math.Abs(a.Distance)))).ToList();
            var equal = here.Zip(there).Count(pair => pair.First.Select(h => h.Row).SequenceEqual(pair.Second.Select(h => h.Row)));
            AnsiConsole.WriteLine(
                $"{set.Name}, {queries.Length:N0} queries: recall@10 {recallHere:F4} on SQLite, {recallThere:F4} on PostgreSQL (bar {RecallBar}); {common.Count:N0} of {queries.Length * K:N0} rows in common, "
                + $"{equal:N0} queries with the same ten in the same order; distances differ by {common.Max():E1} at most, of themselves where they are more than 1 (bar {DistanceBar:E0})");
            var fast = await StatementAsync(postgres, set.Metric, queries, set.Name);
            return fast && recallHere >= RecallBar && recallThere >= RecallBar && common.Max() <= DistanceBar;
        }
    }

    private static (int Row, double Distance)[] Hits(IQueryable<Row> rows, float[] query)
        => [.. rows.NearestTo(r => r.Vector, query, K, (r, distance) => new { r.Id, distance }).AsEnumerable().Select(h => (h.Id - 1, h.distance))];

    private static int[] Numbers((int Row, double Distance)[] hits) => Array.ConvertAll(hits, h => h.Row);
}
