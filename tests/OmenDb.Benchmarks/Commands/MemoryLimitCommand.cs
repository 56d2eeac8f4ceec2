using System.CommandLine;
using System.Globalization;
using OmenDb.Benchmarks.Measuring;
using Spectre.Console;
using static OmenDb.Benchmarks.Measuring.Figures;

namespace OmenDb.Benchmarks.Commands;

/// <summary>Searches an index that is larger than the memory its process may have.</summary>
internal static class MemoryLimitCommand
{
    private const double RecallBar = 0.95;
    private const long Megabyte = 1024 * 1024;

    public static Command Create()
    {
        var rows = new Option<int>("--rows") { Description = "Vectors.", DefaultValueFactory = _ => 1_000_000 };
        var dimensions = new Option<int>("--dimensions") { Description = "Elements per vector.", DefaultValueFactory = _ => 768 };
        var limits = new Option<string>("--megabytes") { Description = "Limits of memory, separated by commas.", DefaultValueFactory = _ => "1024" };
        var seconds = new Option<double>("--seconds") { Description = "How long each measurement lasts.", DefaultValueFactory = _ => 10 };
        var keep = new Option<DirectoryInfo?>("--keep") { Description = "A folder for the index, to use it again; otherwise it is deleted." };
        var command = new Command("memory-limit", "Searches a generated index in a memory cgroup that is smaller than it is.") { rows, dimensions, limits, seconds, keep };
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = parsed.GetValue(keep) ?? Directory.CreateTempSubdirectory("omendb-");
            try
            {
                int[] megabytes = [.. parsed.GetRequiredValue(limits).Split(',').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
                return await RunAsync(folder, parsed.GetValue(rows), parsed.GetValue(dimensions), megabytes, parsed.GetValue(seconds), cancellation) ? 0 : 1;
            }
            finally
            {
                if (parsed.GetValue(keep) is null)
                    folder.Delete(recursive: true);
            }
        });
        return command;
    }

    private static async Task<bool> RunAsync(DirectoryInfo folder, int rows, int dimensions, int[] megabytes, double seconds, CancellationToken cancellation)
    {
        var (path, built) = await EngineStepCommands.BuildAsync(folder, rows, dimensions, cancellation);
        var table = new Table()
            .Title($"{Number(rows)} x {dimensions}: raw vectors {Number((double)rows * dimensions * sizeof(float) / Megabyte)} MB, file {Number(built.Footprint.DiskBytes / Megabyte)} MB")
            .AddColumns("limit MB", "recall@10", "list", "QPS, 1 thread", $"QPS, {Environment.ProcessorCount} threads", "p50 us", "p99 us", "major faults/query", "own MB", "file MB", "group's peak MB", "open ms", "");
        var passed = true;
        foreach (var limit in megabytes)
        {
            // Pages that others brought in would be charged to them.
            PageCache.Drop(path);
            using var group = new MemoryCgroup(limit * Megabyte);
            var search = await EngineStepCommands.SearchAsync(path, rows, dimensions, seconds, group, cancellation);
            var point = search.Calibrated;
            var met = point.Recall >= RecallBar;
            passed &= met;
            table.AddRow(
                Number(limit), Number(point.Recall, 4), $"{point.SearchList}", Number(point.OneThread.QueriesPerSecond), Number(point.AllThreads.QueriesPerSecond),
                Number(point.OneThread.MedianMicroseconds, 1), Number(point.OneThread.P99Microseconds, 1), Number(point.MajorFaults, 2),
                Number(search.OwnBytes / Megabyte), Number(search.FileBytes / Megabyte), Number(group.PeakBytes / Megabyte), Number(search.ColdOpenMilliseconds), met ? "" : "missed");
        }

        AnsiConsole.Write(table);
        return passed;
    }
}
