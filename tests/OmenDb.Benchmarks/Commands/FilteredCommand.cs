using System.CommandLine;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using OmenDb.Benchmarks.Engines;
using OmenDb.Benchmarks.Measuring;
using OmenDb.Benchmarks.Model;
using OmenDb.Benchmarks.Peers;
using OmenDb.Benchmarks.Vectors;
using OmenDb.DiskAnn;
using Spectre.Console;
using static OmenDb.Benchmarks.Measuring.Figures;

namespace OmenDb.Benchmarks.Commands;

/// <summary>Searches among a part of the rows: in the engine beside the two ways without one, and through EF Core.</summary>
internal static class FilteredCommand
{
    private const double RecallBar = 0.95;
    private const double SpeedBar = 0.8;

    private const int Step = 41; // has no divisor in common with any number of ranges, so that none comes again before all others came

    private const int PlainSearches = 200; // the first half of them until it is known what they take

    private const int Compiling = 4; // rounds of all queries after which the runtime has compiled for good what they run

    // Shares are thousandths.
    private static readonly int[] Selectivities = [500, 100, 10, 1];

    // Milliseconds through EF Core, where one is promised.
    private static readonly Dictionary<int, double> MillisecondBars = new() { [100] = 0.3, [10] = 0.5 };

    public static Command Create()
    {
        var data = CommandOptions.Data();
        var sets = CommandOptions.Sets("docs-dan-384 cos", "sift-photos-328k l2");
        var seconds = CommandOptions.Seconds(0.5);
        var rounds = CommandOptions.Count("--rounds", "Alternating measurements.", 5);
        var linq = new Option<string>("--linq") { Description = "Of the sets, those whose name and metric contain this are also searched through EF Core.", DefaultValueFactory = _ => "docs-dan-384 cos" };
        var map = new Option<bool>("--map") { Description = "Lets SQLite map the database, as PRAGMA mmap_size does." };
        var command = new Command("filtered", "Measures searches among 50, 10, 1 and 0.1 % of the rows.") { data, sets, seconds, rounds, linq, map };
        command.SetAction(async (parsed, _) =>
        {
            var passed = true;
            foreach (var set in VectorSet.Find(parsed.GetRequiredValue(data), parsed.GetRequiredValue(sets)))
            {
                var workload = new Workload(set);
                passed &= RunEngine(workload, parsed.GetValue(rounds), TimeSpan.FromSeconds(parsed.GetValue(seconds)));
                if (workload.Name.Contains(parsed.GetRequiredValue(linq), StringComparison.OrdinalIgnoreCase))
                    passed &= await RunLinqAsync(workload, parsed.GetValue(map));
            }

            return ExitCode.Of(passed);
        });
        return command;
    }

    private static bool RunEngine(Workload workload, int rounds, TimeSpan duration)
    {
        using var engine = new OmenDbEngine(workload);
        engine.Build();
        engine.Time(default(SearchOptions), 1, TimeSpan.FromSeconds(2)); // until the runtime has compiled the loop for good
        var table = new Table()
            .Title($"{workload.Name}, in the engine, one thread, default search list")
            .AddColumns("rows allowed", "recall@10", "QPS", "p50 us", "p99 us", "exact scan QPS", "unfiltered QPS x share", "ratio to the better", "");
        var passed = true;
        foreach (var share in Selectivities)
        {
            var allowed = Enumerable.Range(0, workload.Rows).Where(row => Shares.Of(row) < share).ToArray();
            var options = new SearchOptions { Allowed = LabelSet.FromLabels([.. allowed.Select(row => (long)row)]) };
            using var scan = new BruteForceEngine(workload, allowed);
            scan.Build();
            var filtered = new List<Timing>();
            var scanned = new List<Timing>();
            var unfiltered = new List<Timing>();
            for (var round = -1; round < rounds; round++)
            {
                filtered.Add(engine.Time(options, 1, duration));
                scanned.Add(scan.Time(0, 1, duration));
                unfiltered.Add(engine.Time(default(SearchOptions), 1, duration));
            }

            var speed = Median(filtered, timing => timing.QueriesPerSecond);
            var scanSpeed = Median(scanned, timing => timing.QueriesPerSecond);
            var scaledSpeed = Median(unfiltered, timing => timing.QueriesPerSecond) * share / Shares.Whole;
            var ratio = speed / Math.Max(scanSpeed, scaledSpeed);
            var recall = Truth.Of(workload.Source, workload.Metric, workload.Queries, Workload.K, row => Shares.Of(row) < share).Recall(workload.Queries, engine.Answer(options));
            var met = recall >= RecallBar && ratio >= SpeedBar;
            passed &= met;
            table.AddRow(
                $"{share / 10.0:0.#} %", Number(recall, 4), Number(speed), Number(Median(filtered, timing => timing.MedianMicroseconds), 1), Number(Median(filtered, timing => timing.P99Microseconds), 1),
                Number(scanSpeed), Number(scaledSpeed), $"{Number(ratio, 2)}x", met ? "" : "missed");
        }

        AnsiConsole.Write(table);
        return passed;
    }

    private static async Task<bool> RunLinqAsync(Workload workload, bool map)
    {
        using var database = new BenchmarkDatabase(workload.Dimensions, workload.Metric);
        using var db = database.OpenContext();
        await db.Rows.AddBatchAsync(BenchmarkDatabase.Entities(workload.Source));
        await db.Index.FlushAsync();
        if (map)
            await db.Database.ExecuteSqlRawAsync(ExtensionDatabase.MapFile);
        var search = EF.CompileQuery((BenchmarkContext c, float[] query, int first, int end) => c.Rows.AsNoTracking().Where(r => r.Share >= first && r.Share < end).NearestTo(query, Workload.K));
        var plainSearch = EF.CompileQuery((BenchmarkContext c, float[] query, int first, int end) => c.Rows.AsNoTracking().Where(r => r.PlainShare >= first && r.PlainShare < end).NearestTo(query, Workload.K));

        var table = new Table()
            .Title($"{workload.Name}, through EF Core: compiled Where on an indexed column, NearestTo, ten entities")
            .AddColumns("rows allowed", "recall@10", "p50 ms", "p99 ms", "other values each time: p50 ms", "mean ms", "the same without an index: p50 ms", "mean ms", "p50 ms after a write", "fewest rows", "bar, p50 ms", "");
        var passed = true;
        foreach (var share in Selectivities)
        {
            var truth = Truth.Of(workload.Source, workload.Metric, workload.Queries, Workload.K, row => Shares.Of(row) < share);
            List<int> SearchFrom(float[] query, int first) => [.. search(db, query, first, first + share).Select(row => row.Id - 1)];
            List<int> SearchPlainFrom(float[] query, int first) => [.. plainSearch(db, query, first, first + share).Select(row => row.Id - 1)];
            List<int> Search(float[] query) => SearchFrom(query, 0);
            var run = SearchRun.Measure(workload.Queries, truth, Search);
            for (var i = 0; i < Compiling; i++)
                OtherValues(workload, Shares.Whole - share, (query, first) => SearchFrom(query, first));
            var others = OtherValues(workload, Shares.Whole - share, (query, first) => SearchFrom(query, first));
            var plain = OtherValues(workload, Shares.Whole - share, (query, first) => SearchPlainFrom(query, first), PlainSearches)[(Math.Min(PlainSearches, workload.Queries.Length) / 2)..];
            var changed = Samples.Median(AfterWrites(db, workload, query => Search(query)));
            var bar = MillisecondBars.GetValueOrDefault(share, double.PositiveInfinity);
            var met = run.Recall >= RecallBar && run.IsComplete && run.MedianMilliseconds <= bar;
            passed &= met;
            table.AddRow(
                $"{share / 10.0:0.#} %", Number(run.Recall, 4), Number(run.MedianMilliseconds, 3), Number(run.P99Milliseconds, 3), Number(Samples.Median(others), 3), Number(others.Average(), 3), Number(Samples.Median(plain), 3), Number(plain.Average(), 3), Number(changed, 3), $"{run.FewestRows} of {run.Expected}",
                double.IsFinite(bar) ? Number(bar, 1) : "", met ? "" : "missed");
        }

        AnsiConsole.Write(table);
        return passed;
    }

    // Each search among other rows, as where each belongs to somebody else.
    private static List<double> OtherValues(Workload workload, int last, Action<float[], int> search, int searches = int.MaxValue)
    {
        var times = new List<double>();
        foreach (var query in workload.Queries.Take(searches))
        {
            var start = Stopwatch.GetTimestamp();
            search(query, times.Count * Step % last);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return times;
    }

    // Each search after somebody wrote to the database, so that nothing is known of its filter.
    private static List<double> AfterWrites(BenchmarkContext db, Workload workload, Action<float[]> search)
    {
        var times = new List<double>();
        foreach (var query in workload.Queries)
        {
            db.Database.ExecuteSql($"UPDATE Rows SET Title = Title WHERE Id = 1");
            var start = Stopwatch.GetTimestamp();
            search(query);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return times;
    }

    // The first round warms up.
    private static double Median(List<Timing> timings, Func<Timing, double> value) => Samples.Median([.. timings.Skip(1).Select(value)]);
}
