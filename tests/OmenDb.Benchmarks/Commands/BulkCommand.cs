using System.CommandLine;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using OmenDb.Benchmarks.Measuring;
using OmenDb.Benchmarks.Model;
using OmenDb.Benchmarks.Vectors;
using OmenDb.EFCore;
using Spectre.Console;
using static OmenDb.Benchmarks.Measuring.Figures;

namespace OmenDb.Benchmarks.Commands;

/// <summary>AddBatchAsync against AddRange and SaveChanges, from the first entity to the commit.</summary>
internal static class BulkCommand
{
    private const double Bar = 4;

    public static Command Create()
    {
        var rows = CommandOptions.Rows("Entities per run.", 100_000);
        var dimensions = CommandOptions.Dimensions(128);
        var pairs = CommandOptions.Count("--pairs", "Alternating pairs.", 5);
        var command = new Command("bulk", "Compares AddBatchAsync with AddRange and SaveChanges.") { rows, dimensions, pairs };
        command.SetAction((parsed, _) => RunAsync(new ClusteredVectors(parsed.GetValue(rows), parsed.GetValue(dimensions)), parsed.GetValue(pairs)));
        return command;
    }

    private static async Task<int> RunAsync(ClusteredVectors vectors, int pairs)
    {
        var warmUp = new ClusteredVectors(2_000, vectors.Dimensions);
        await TimeAsync(warmUp, AddBatchAsync);
        await TimeAsync(warmUp, SaveChangesAsync);

        var table = new Table().AddColumns("pair", "AddBatchAsync rows/s", "SaveChanges rows/s", "ratio", "ratio of processor time");
        var ratios = new List<double>();
        for (var pair = 1; pair <= pairs; pair++)
        {
            var (batch, save) = await Alternating.RunAsync(pair, () => TimeAsync(vectors, AddBatchAsync), () => TimeAsync(vectors, SaveChangesAsync));
            ratios.Add(save.Elapsed / batch.Elapsed);
            table.AddRow(
                $"{pair}", Number(vectors.Count / batch.Elapsed.TotalSeconds), Number(vectors.Count / save.Elapsed.TotalSeconds),
                Number(ratios[^1], 2), Number(save.Processor / batch.Processor, 2));
        }

        var median = Samples.Median(ratios);
        AnsiConsole.Write(table);
        AnsiConsole.WriteLine($"{vectors.Count:N0} x {vectors.Dimensions}: median ratio {median:F2}, bar {Bar:F1}{(median >= Bar ? "" : ", missed")}; indexing in the background {Number(await IndexingRateAsync(vectors))} rows/s");
        return ExitCode.Of(median >= Bar);
    }

    private static async Task<(TimeSpan Elapsed, TimeSpan Processor)> TimeAsync(ClusteredVectors vectors, Func<BenchmarkContext, Row[], Task> insert)
    {
        // SaveChanges sets what it likes on entities, so each run has its own; both find them made.
        var entities = BenchmarkDatabase.Entities(vectors).ToArray();
        using var database = new BenchmarkDatabase(vectors.Dimensions, VectorMetric.Euclidean);
        using var db = database.OpenContext();
        using var hold = new BackgroundHold(database.LiveIndex);
        GC.Collect();
        var processor = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        await insert(db, entities);
        var elapsed = clock.Elapsed;
        processor = Environment.CpuUsage.TotalTime - processor;
        database.Delete();
        return (elapsed, processor);
    }

    private static Task AddBatchAsync(BenchmarkContext db, Row[] entities) => db.Rows.AddBatchAsync(entities);

    private static Task SaveChangesAsync(BenchmarkContext db, Row[] entities)
    {
        db.Rows.AddRange(entities);
        return db.SaveChangesAsync();
    }

    private static async Task<double> IndexingRateAsync(ClusteredVectors vectors)
    {
        using var database = new BenchmarkDatabase(vectors.Dimensions, VectorMetric.Euclidean);
        using var db = database.OpenContext();
        await db.Rows.AddBatchAsync(BenchmarkDatabase.Entities(vectors));
        var clock = Stopwatch.StartNew();
        await db.Index.FlushAsync();
        return vectors.Count / clock.Elapsed.TotalSeconds;
    }
}
