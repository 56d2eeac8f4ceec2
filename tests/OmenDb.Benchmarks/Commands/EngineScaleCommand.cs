using System.CommandLine;
using System.Globalization;
using OmenDb.Benchmarks.Engines;
using Spectre.Console;

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
        var keep = new Option<DirectoryInfo?>("--keep") { Description = "A folder for the indexes, to use them again; otherwise they are deleted." };
        var command = new Command("engine-scale", "Builds, saves, opens and searches generated sets of growing size.") { rows, dimensions, seconds, keep };
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = parsed.GetValue(keep) ?? Directory.CreateTempSubdirectory("omendb-");
            try
            {
                var passed = true;
                foreach (var length in Numbers(parsed.GetRequiredValue(dimensions)))
                    passed &= await RunAsync(folder, Numbers(parsed.GetRequiredValue(rows)), length, parsed.GetValue(seconds), cancellation);
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
            .AddColumns("rows", "build s", "rows/s", "peak MB", "save s", "bytes/vector", "on disk", "open ms, cold", "open ms, warm", "first query ms, cold", "pages it read", "");
        var costs = new Table().Title($"generated x {dimensions}: cost of a query, one thread")
            .AddColumns("rows", "list chosen", "recall@10", "p50 us", "growth", $"list at {SavedIndex.EqualRecall}", "recall@10", "p50 us", "p99 us", "growth", "growth of log n", "");
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
                $"{search.AtEqualRecall?.SearchList}", Number(search.AtEqualRecall?.Recall, 4), Number(search.AtEqualRecall?.OneThread.MedianMicroseconds, 1),
                Number(search.AtEqualRecall?.OneThread.P99Microseconds, 1), $"{Number(growth, 2)}x", $"{Number(logarithm, 2)}x", growth <= logarithm ? "" : "missed");
            passed &= opened && growth <= logarithm;
        }

        AnsiConsole.Write(files);
        AnsiConsole.Write(costs);
        return passed;
    }

    private static int[] Numbers(string text) => [.. text.Split(',').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];

    private static string Number(double? value, int digits = 0) => value?.ToString("N" + digits, CultureInfo.InvariantCulture) ?? "-";
}
