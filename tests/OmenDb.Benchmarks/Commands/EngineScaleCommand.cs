using System.CommandLine;
using OmenDb.Benchmarks.Engines;
using OmenDb.Benchmarks.Machine;
using OmenDb.Benchmarks.Measuring;
using OmenDb.Benchmarks.Peers;
using OmenDb.Benchmarks.Vectors;
using OmenDb.EFCore;
using Spectre.Console;
using static OmenDb.Benchmarks.Measuring.Figures;

namespace OmenDb.Benchmarks.Commands;

/// <summary>How building, opening and searching grow with the number of vectors, in the engine itself.</summary>
internal static class EngineScaleCommand
{
    private const double OpenBar = 200;
    private const double FirstQueryBar = 50;

    public static Command Create()
    {
        var rows = CommandOptions.Counts("--rows", "Sizes, whose costs are compared with the first's", "10000,100000,1000000", Workload.K);
        var dimensions = CommandOptions.Counts("--dimensions", "Elements per vector", "128,768");
        var seconds = CommandOptions.Seconds(2);
        var peers = CommandOptions.Peers("Also peers whose name contains one of these, as compare knows them; a million take hnswlib minutes.");
        var keep = CommandOptions.Keep();
        var command = new Command("engine-scale", "Builds, saves, opens and searches generated sets of growing size.") { rows, dimensions, seconds, peers, keep };
        command.SetAction(parsed =>
        {
            var catalog = parsed.GetRequiredValue(peers) is { Length: > 0 } wanted ? new PeerCatalog(wanted) : null;
            using var temporary = parsed.GetValue(keep) is null ? new WorkFolder() : null;
            var folder = temporary?.Path ?? parsed.GetValue(keep)!.FullName;
            var sizes = CommandOptions.Numbers(parsed.GetRequiredValue(rows));
            var passed = true;
            foreach (var length in CommandOptions.Numbers(parsed.GetRequiredValue(dimensions)))
            {
                passed &= Run(folder, sizes, length, parsed.GetValue(seconds));
                if (catalog is not null)
                    RunPeers(catalog, sizes, length, TimeSpan.FromSeconds(parsed.GetValue(seconds)));
            }

            return ExitCode.Of(passed, catalog is null or { Missing.Count: 0 });
        });
        return command;
    }

    private static bool Run(string folder, int[] sizes, int dimensions, double seconds)
    {
        var files = new Table().Title($"generated x {dimensions}: building and opening")
            .AddColumns("rows", "build s", "rows/s", "peak MB", "save s", "resident bytes/vector", "on disk", "open ms, cold", "open ms, warm", "first query ms, cold", "pages it read", "");
        var costs = new Table().Title($"generated x {dimensions}: cost of a query, one thread")
            .AddColumns("rows", "list chosen", "recall@10", "p50 us", "growth", $"list at {SavedIndex.EqualRecall}", "recall@10", "hops", "codes scored", "p50 us", "p99 us", "growth", "growth of log n", "");
        GeneratedSearch? first = null;
        var passed = true;
        foreach (var rows in sizes)
        {
            var (path, built) = EngineStepCommands.Build(folder, rows, dimensions);
            var search = EngineStepCommands.Search(path, rows, dimensions, seconds, group: null);
            first ??= search;
            var opened = !(search.ColdOpenMilliseconds > OpenBar || search.FirstQueryMilliseconds > FirstQueryBar);
            files.AddRow(
                Number(rows), Number(built.Footprint.BuildSeconds, 1), Number(rows / built.Footprint.BuildSeconds), Megabytes(built.PeakBytes), Number(built.SaveSeconds, 1),
                Number(built.Footprint.ResidentBytes / (double)rows), Number(built.Footprint.DiskBytes / (double)rows), Number(search.ColdOpenMilliseconds, 1), Number(search.WarmOpenMilliseconds, 1),
                Number(search.FirstQueryMilliseconds, 1), Number(search.FirstQueryFaults), opened ? "" : "missed");

            var logarithm = Math.Log(rows) / Math.Log(sizes[0]);
            var growth = search.AtEqualRecall?.OneThread.MedianMicroseconds / first.AtEqualRecall?.OneThread.MedianMicroseconds;
            costs.AddRow(
                Number(rows), $"{search.Calibrated.SearchList}", Number(search.Calibrated.Recall, 4), Number(search.Calibrated.OneThread.MedianMicroseconds, 1),
                $"{Number(search.Calibrated.OneThread.MedianMicroseconds / first.Calibrated.OneThread.MedianMicroseconds, 2)}x",
                $"{search.AtEqualRecall?.SearchList}", Number(search.AtEqualRecall?.Recall, 4),
                Number(search.AtEqualRecall?.Hops, 1), Number(search.AtEqualRecall?.Scored), Number(search.AtEqualRecall?.OneThread.MedianMicroseconds, 1),
                Number(search.AtEqualRecall?.OneThread.P99Microseconds, 1), $"{Number(growth, 2)}x", $"{Number(logarithm, 2)}x", growth <= logarithm ? "" : "missed");
            passed &= opened && growth <= logarithm;
        }

        AnsiConsole.Write(files);
        AnsiConsole.Write(costs);
        return passed;
    }

    /// <summary>How peers grow on the same vectors and queries.</summary>
    private static void RunPeers(PeerCatalog catalog, int[] sizes, int dimensions, TimeSpan duration)
    {
        var costs = new Table().Title($"generated x {dimensions}: cost of a query of peers, one thread")
            .AddColumns("peer", "rows", "build s", $"list at {SavedIndex.EqualRecall}", "recall@10", "p50 us", "p99 us", "growth");
        var first = new Dictionary<string, double>();
        foreach (var rows in sizes)
        {
            var vectors = new ClusteredVectors(rows, dimensions);
            var workload = new Workload($"generated-{rows}", VectorMetric.Euclidean, vectors, vectors.Queries(EngineStepCommands.Queries));
            foreach (var create in catalog.For(workload))
            {
                using var peer = create();
                var seconds = peer.Build().BuildSeconds;
                double Recall(int list) => workload.Recall(peer.Answer(list));
                if (ShortestList.Find(SavedIndex.SearchLists.Select(list => (list, Recall(list))), SavedIndex.EqualRecall, Recall) is not var (list, recall))
                {
                    costs.AddRow(peer.Name, Number(rows), Number(seconds, 1), "not reached");
                    continue;
                }

                peer.Time(list, 1, duration);
                var timing = peer.Time(list, 1, duration);
                first.TryAdd(peer.Name, timing.MedianMicroseconds);
                costs.AddRow(
                    peer.Name, Number(rows), Number(seconds, 1), $"{list}", Number(recall, 4), Number(timing.MedianMicroseconds, 1), Number(timing.P99Microseconds, 1),
                    $"{Number(timing.MedianMicroseconds / first[peer.Name], 2)}x");
            }
        }

        AnsiConsole.Write(costs);
    }
}
