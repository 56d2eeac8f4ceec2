using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OmenDb.Benchmarks.Machine;
using OmenDb.Benchmarks.Measuring;
using OmenDb.Benchmarks.Model;
using OmenDb.Benchmarks.Vectors;
using OmenDb.EFCore;
using Spectre.Console;

namespace OmenDb.Benchmarks.Commands;

/// <summary>SaveChanges of entities with vectors, with the extension and without.</summary>
internal static class SaveCommand
{
    private const double Bar = 1.25;

    public static Command Create()
    {
        var rows = CommandOptions.Rows("Entities per SaveChanges.", 1_000, least: 1);
        var dimensions = CommandOptions.Dimensions(384);
        var pairs = CommandOptions.Count("--pairs", "Alternating pairs.", 41);
        var command = new Command("save", "Compares SaveChanges with the extension and without.") { rows, dimensions, pairs };
        command.SetAction((parsed, _) => RunAsync(new ClusteredVectors(parsed.GetValue(rows), parsed.GetValue(dimensions)), parsed.GetValue(pairs)));
        return command;
    }

    private static async Task<int> RunAsync(ClusteredVectors vectors, int pairs)
    {
        var ratios = new List<double>();
        var (with, without) = (new List<double>(), new List<double>());
        for (var pair = -3; pair < pairs; pair++)
        {
            var (a, b) = await Alternating.RunAsync(pair, () => WithAsync(vectors), () => WithoutAsync(vectors));
            if (pair < 0)
                continue;
            with.Add(a);
            without.Add(b);
            ratios.Add(a / b);
        }

        var median = Samples.Median(ratios);
        AnsiConsole.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"SaveChanges of {vectors.Count:N0} x {vectors.Dimensions}: {Samples.Median(with):F1} ms with the extension, {Samples.Median(without):F1} ms without; median ratio {median:F3}, bar {Bar:F2}{(median <= Bar ? "" : ", missed")}"));
        return ExitCode.Of(median <= Bar);
    }

    private static async Task<double> WithAsync(ClusteredVectors vectors)
    {
        using var database = new BenchmarkDatabase(vectors.Dimensions, VectorMetric.Cosine);
        await using var db = database.OpenContext();
        double time;
        using (new BackgroundHold(database.LiveIndex))
            time = await TimeAsync(db, vectors);
        await db.Index.FlushAsync(); // so that nothing runs in the background while the other is measured
        database.Delete();
        return time;
    }

    private static async Task<double> WithoutAsync(ClusteredVectors vectors)
    {
        using var folder = new WorkFolder();
        await using var db = new PlainContext(folder.File("plain.db"));
        await db.Database.EnsureCreatedAsync();
        await db.Database.OpenConnectionAsync();
        return await TimeAsync(db, vectors);
    }

    private static async Task<double> TimeAsync(DbContext db, ClusteredVectors vectors)
    {
        db.AddRange(BenchmarkDatabase.Entities(vectors));
        GC.Collect();
        var clock = Stopwatch.StartNew();
        await db.SaveChangesAsync();
        return clock.Elapsed.TotalMilliseconds;
    }
}
