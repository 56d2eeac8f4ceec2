using System.CommandLine;
using System.Globalization;
using OmenDb.Benchmarks.Engines;
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
        var rows = new Option<string>("--rows") { Description = "Sizes, separated by commas; costs are compared with the first.", DefaultValueFactory = _ => "10000,100000,1000000" };
        var dimensions = new Option<string>("--dimensions") { Description = "Elements per vector, separated by commas.", DefaultValueFactory = _ => "128,768" };
        var seconds = new Option<double>("--seconds") { Description = "How long each measurement lasts.", DefaultValueFactory = _ => 2 };
        var peers = new Option<string[]>("--peers") { Description = "Peers whose name contains one of these, as compare knows them; a million take hnswlib minutes.", AllowMultipleArgumentsPerToken = true };
        var keep = new Option<DirectoryInfo?>("--keep") { Description = "A folder for the indexes, to use them again; otherwise they are deleted." };
        var command = new Command("engine-scale", "Builds, saves, opens and searches generated sets of growing size.") { rows, dimensions, seconds, peers, keep };
        command.SetAction(async (parsed, cancellation) =>
        {
            var catalog = parsed.GetValue(peers) is { Length: > 0 } wanted ? new PeerCatalog(wanted) : null;
            var folder = parsed.GetValue(keep) ?? Directory.CreateTempSubdirectory("omendb-");
            try
            {
                var passed = true;
                foreach (var length in Numbers(parsed.GetRequiredValue(dimensions)))
                {
                    var sizes = Numbers(parsed.GetRequiredValue(rows));
                    passed &= await RunAsync(folder, sizes, length, parsed.GetValue(seconds), cancellation);
                    if (catalog is not null)
                        RunPeers(catalog, sizes, length, TimeSpan.FromSeconds(parsed.GetValue(seconds)));
                }

                return passed ? 0 : 1;
            }
            finally
            {
                if (parsed.GetValue(keep) is null)
                    folder.Delete(recursive: true);
            }
        });
        return command;
    }

    private static async Task<bool> RunAsync(DirectoryInfo folder, int[] sizes, int dimensions, double seconds, CancellationToken cancellation)
    {
        var files = new Table().Title($"generated x {dimensions}: building and opening")
            .AddColumns("rows", "build s", "rows/s", "peak MB", "save s", "resident bytes/vector", "on disk", "open ms, cold", "open ms, warm", "first query ms, cold", "pages it read", "");
        var costs = new Table().Title($"generated x {dimensions}: cost of a query, one thread")
            .AddColumns("rows", "list chosen", "recall@10", "p50 us", "growth", $"list at {SavedIndex.EqualRecall}", "recall@10", "hops", "codes scored", "p50 us", "p99 us", "growth", "growth of log n", "");
        GeneratedSearch? first = null;
        var passed = true;
        foreach (var rows in sizes)
        {
            var (path, built) = await EngineStepCommands.BuildAsync(folder, rows, dimensions, cancellation);
            var search = await EngineStepCommands.SearchAsync(path, rows, dimensions, seconds, group: null, cancellation);
            first ??= search;
            var opened = search.ColdOpenMilliseconds <= OpenBar && search.FirstQueryMilliseconds <= FirstQueryBar;
            files.AddRow(
                Number(rows), Number(built.Footprint.BuildSeconds, 1), Number(rows / built.Footprint.BuildSeconds), Number(built.PeakBytes / (1024.0 * 1024)), Number(built.SaveSeconds, 1),
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
                    continue;
                peer.Time(list, 1, duration);
                var timing = peer.Time(list, 1, duration);
                first.TryAdd(peer.Name, timing.MedianMicroseconds);
                costs.AddRow(
                    peer.Name, Number(rows), Number(seconds, 1), $"{list}", Number(recall, 4), Number(timing.MedianMicroseconds, 1), Number(timing.P99Microseconds, 1),
                    $"{Number(timing.MedianMicroseconds / first[peer.Name], 2)}x");
            }
        }

        AnsiConsole.Write(costs);
        foreach (var (peer, reason) in catalog.Missing)
            AnsiConsole.WriteLine($"{peer} was not run: {reason}");
    }

    private static int[] Numbers(string text) => [.. text.Split(',').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
}
