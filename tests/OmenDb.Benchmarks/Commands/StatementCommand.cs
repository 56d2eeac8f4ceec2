using System.CommandLine;
using System.Data.Common;
using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using OmenDb.Benchmarks.Engines;
using OmenDb.Benchmarks.Measuring;
using OmenDb.Benchmarks.Model;
using OmenDb.Benchmarks.Vectors;
using OmenDb.DiskAnn;
using OmenDb.EFCore;
using Spectre.Console;
using static OmenDb.Benchmarks.Measuring.Figures;

namespace OmenDb.Benchmarks.Commands;

/// <summary>What NearestTo costs beyond the parts it cannot do without: the search itself, and reading ten rows by key.</summary>
internal static class StatementCommand
{
    private const int K = Workload.K;
    private const int QueryCount = 1_000;
    private const double Bar = 1.5;

    public static Command Create()
    {
        var rows = CommandOptions.Rows("Rows in the table.", 50_000);
        var dimensions = CommandOptions.Counts("--dimensions", "Elements per vector", "128,768");
        var rounds = CommandOptions.Count("--rounds", "How often each query shape runs.", 4_000);
        var command = new Command("statement", "Compares a NearestTo statement with a search of the engine plus a read by key.") { rows, dimensions, rounds };
        command.SetAction(async (parsed, _) =>
        {
            var passed = true;
            foreach (var length in CommandOptions.Numbers(parsed.GetRequiredValue(dimensions)))
                passed &= await RunAsync(parsed.GetValue(rows), length, parsed.GetValue(rounds));
            return ExitCode.Of(passed);
        });
        return command;
    }

    private static async Task<bool> RunAsync(int rows, int dimensions, int rounds)
    {
        var vectors = new ClusteredVectors(rows, dimensions);
        using var database = new BenchmarkDatabase(dimensions, VectorMetric.Euclidean);
        using var db = database.OpenContext();
        await db.Rows.AddBatchAsync(BenchmarkDatabase.Entities(vectors));
        await db.Index.FlushAsync();

        var queries = vectors.Queries(QueryCount);
        var answers = Array.ConvertAll(queries, q => db.Rows.NearestTo(q, K).Select(r => r.Id).ToArray());
        var shapes = Shapes(database, db, queries, answers);
        Interleaved.Measure(shapes, QueryCount, rounds);

        var table = new Table().Title($"{rows:N0} x {dimensions}, ten rows").AddColumns("", "median us", "p10 us", "p99 us", "bytes allocated");
        foreach (var shape in shapes)
        {
            table.AddRow(
                shape.Name, Number(shape.Median, 1), Number(Samples.Percentile(shape.Times, 0.1), 1), Number(Samples.Percentile(shape.Times, 0.99), 1), Number(shape.AllocatedBytes));
        }

        AnsiConsole.Write(table);
        double Median(string name) => shapes.Single(s => s.Name == name).Median;
        var passed = true;
        foreach (var tracking in new[] { Untracked, Tracked })
        {
            var ratio = Median(NearestTo + tracking) / (Median(Contains + tracking) + Median(Engine));
            passed &= ratio <= Bar;
            AnsiConsole.WriteLine($"NearestTo / (Contains + engine){tracking}: {ratio:F2}, bar {Bar:F1}{(ratio <= Bar ? "" : ", missed")}");
        }

        return passed;
    }

    private const string NearestTo = "NearestTo, compiled";
    private const string Contains = "Contains, compiled";
    private const string Engine = "engine alone";
    private const string Tracked = ", tracked";
    private const string Untracked = ", no tracking";

    private static QueryShape[] Shapes(BenchmarkDatabase database, BenchmarkContext db, float[][] queries, int[][] answers)
    {
        var nearest = EF.CompileQuery((BenchmarkContext c, float[] query) => c.Rows.AsNoTracking().NearestTo(query, K));
        var nearestTracked = EF.CompileQuery((BenchmarkContext c, float[] query) => c.Rows.NearestTo(query, K));
        var contains = EF.CompileQuery((BenchmarkContext c, int[] ids) => c.Rows.AsNoTracking().Where(r => ids.Contains(r.Id)));
        var containsTracked = EF.CompileQuery((BenchmarkContext c, int[] ids) => c.Rows.Where(r => ids.Contains(r.Id)));
        var nearestIds = EF.CompileQuery((BenchmarkContext c, float[] query) => c.Rows.NearestTo(query, K).Select(r => r.Id));
        var graph = database.LiveIndex.View!.Graph;
        var neighbors = new Neighbor[K];
        var command = Prepare(db.Rows.AsNoTracking().NearestTo(queries[0], K).CreateDbCommand(), out var parameter);
        return
        [
            new(NearestTo + Untracked, i => Count(nearest(db, queries[i]))),
            new(Contains + Untracked, i => Count(contains(db, answers[i]))),
            new(NearestTo + Tracked, i => Count(nearestTracked(db, queries[i])), db.ChangeTracker.Clear),
            new(Contains + Tracked, i => Count(containsTracked(db, answers[i])), db.ChangeTracker.Clear),
            new("NearestTo, compiled, keys only", i => Count(nearestIds(db, queries[i]))),
            new("NearestTo, not compiled" + Untracked, i => db.Rows.AsNoTracking().NearestTo(queries[i], K).ToList().Count),
            new("ADO.NET, prepared", i => Read(command, parameter, queries[i])),
            new(Engine, i => graph.Search(queries[i], neighbors)),
        ];
    }

    private static DbCommand Prepare(DbCommand command, out DbParameter query)
    {
        query = command.Parameters.Cast<DbParameter>().Single(p => p.Value is byte[]);
        command.Prepare();
        return command;
    }

    private static int Read(DbCommand command, DbParameter parameter, float[] query)
    {
        parameter.Value = MemoryMarshal.AsBytes(query.AsSpan()).ToArray();
        using var reader = command.ExecuteReader();
        var count = 0;
        for (; reader.Read(); count++)
        {
            for (var column = 0; column < reader.FieldCount; column++)
                _ = reader.GetValue(column);
        }

        return count;
    }

    private static int Count(IEnumerable<Row> rows) => rows.ToList().Count;

    private static int Count(IEnumerable<int> rows) => rows.ToList().Count;
}
