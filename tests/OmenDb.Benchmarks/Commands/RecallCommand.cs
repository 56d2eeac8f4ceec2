using System.CommandLine;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using OmenDb.Benchmarks.Engines;
using OmenDb.Benchmarks.Measuring;
using OmenDb.Benchmarks.Model;
using OmenDb.Benchmarks.Vectors;
using OmenDb.EFCore;
using Spectre.Console;
using static OmenDb.Benchmarks.Measuring.Figures;

namespace OmenDb.Benchmarks.Commands;

/// <summary>Recall of searches through EF Core on published sets, unfiltered and filtered.</summary>
internal static class RecallCommand
{
    private const int K = Workload.K;
    private const int FilteredQueries = 200;
    private const double RecallBar = 0.97;
    private const double FilteredRecallBar = 0.95;

    // Shares are thousandths.
    private static readonly int[] Selectivities = [500, 100, 10, 1];

    public static Command Create()
    {
        var data = CommandOptions.Data();
        var sets = CommandOptions.Sets();
        var storage = new Option<VectorIndexStorage>("--storage") { Description = "What the index keeps of each vector." };
        var command = new Command("recall", "Loads published vector sets and measures recall@10, latency, rows returned and the size of the index's file.") { data, sets, storage };
        command.SetAction((parsed, _) => RunAsync(VectorSet.Find(parsed.GetRequiredValue(data), parsed.GetRequiredValue(sets)), parsed.GetValue(storage)));
        return command;
    }

    private static async Task<int> RunAsync(IEnumerable<VectorSet> sets, VectorIndexStorage storage)
    {
        var table = new Table().AddColumns("set", "rows", "dims", "load rows/s", "index s", "bytes a vector", "search", "recall@10", "p50 ms", "p99 ms", "cpu ms", "rows returned", "");
        var passed = true;
        var plain = true;
        foreach (var set in sets)
        {
            passed &= await RunAsync(set, storage, plain, table);
            plain = false;
        }

        AnsiConsole.Write(table);
        return ExitCode.Of(passed);
    }

    private static async Task<bool> RunAsync(VectorSet set, VectorIndexStorage storage, bool withoutColumnIndex, Table table)
    {
        using var database = new BenchmarkDatabase(set.Base.Dimensions, set.Metric, storage);
        using var db = database.OpenContext();
        var clock = Stopwatch.StartNew();
        await db.Rows.AddBatchAsync(BenchmarkDatabase.Entities(set.Base));
        var load = clock.Elapsed;
        clock.Restart();
        await db.Index.FlushAsync();
        var build = clock.Elapsed;
        string[] about =
        [
            set.Name, Number(set.Base.Count), $"{set.Base.Dimensions}", Number(set.Base.Count / load.TotalSeconds), Number(build.TotalSeconds, 1),
            Number((double)(await db.Index.GetStatisticsAsync()).FileBytes / set.Base.Count),
        ];

        var passed = Report("all", RecallBar, SearchRun.Measure(set.Queries, Truth.Of(set, set.Queries, K), query => Rows(db.Rows, query)));
        var filteredQueries = Spread(set.Queries);
        foreach (var share in Selectivities)
        {
            var truth = Truth.Of(set.Base, set.Metric, filteredQueries, K, row => Shares.Of(row) < share);
            passed &= Report($"{share / 10.0:0.#} %", FilteredRecallBar,
                SearchRun.Measure(filteredQueries, truth, query => Rows(db.Rows.Where(r => r.Share < share), query)));
            if (withoutColumnIndex)
            {
                passed &= Report($"{share / 10.0:0.#} %, column not indexed", FilteredRecallBar,
                    SearchRun.Measure(filteredQueries, truth, query => Rows(db.Rows.Where(r => r.PlainShare < share), query)));
            }
        }

        return passed;

        bool Report(string search, double bar, SearchRun run)
        {
            var met = run.Recall >= bar && run.IsComplete;
            table.AddRow(
            [
                .. about, search, Number(run.Recall, 4), Number(run.MedianMilliseconds, 3), Number(run.P99Milliseconds, 3), Number(run.ProcessorMilliseconds, 3),
                $"{run.FewestRows} of {run.Expected}", met ? "" : "missed",
            ]);
            Console.Error.WriteLine($"{set.Name}, {search}: recall {run.Recall:F4}, p50 {run.MedianMilliseconds:F3} ms, cpu {run.ProcessorMilliseconds:F3} ms, at least {run.FewestRows} rows");
            Array.Fill(about, "");
            return met;
        }
    }

    private static List<int> Rows(IQueryable<Row> source, float[] query)
        => source.NearestTo(query, K).Select(r => r.Id - 1).ToList();

    // Sets have queries of more than one kind, one kind after the other.
    private static float[][] Spread(float[][] queries)
    {
        var count = Math.Min(FilteredQueries, queries.Length);
        return [.. Enumerable.Range(0, count).Select(i => queries[i * queries.Length / count])];
    }
}
