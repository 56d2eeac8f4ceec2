using System.CommandLine;
using OmenDb.Benchmarks.Machine;
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
        var rows = CommandOptions.Rows("Vectors.", 1_000_000);
        var dimensions = CommandOptions.Dimensions(768);
        var limits = CommandOptions.Counts("--megabytes", "Limits of memory", "1024");
        var seconds = CommandOptions.Seconds(10);
        var keep = CommandOptions.Keep();
        var command = new Command("memory-limit", "Searches a generated index in a memory cgroup that is smaller than it is.") { rows, dimensions, limits, seconds, keep };
        command.SetAction(parsed =>
        {
            using var temporary = parsed.GetValue(keep) is null ? new WorkFolder() : null;
            var folder = temporary?.Path ?? parsed.GetValue(keep)!.FullName;
            return ExitCode.Of(Run(folder, parsed.GetValue(rows), parsed.GetValue(dimensions), CommandOptions.Numbers(parsed.GetRequiredValue(limits)), parsed.GetValue(seconds)));
        });
        return command;
    }

    private static bool Run(string folder, int rows, int dimensions, int[] megabytes, double seconds)
    {
        new MemoryCgroup(megabytes[0] * Megabyte).Dispose(); // whether there can be one is known before the index is built, not after
        var (path, built) = EngineStepCommands.Build(folder, rows, dimensions);
        var table = new Table()
            .Title($"{Number(rows)} x {dimensions}: raw vectors {Number((double)rows * dimensions * sizeof(float) / Megabyte)} MB, file {Megabytes(built.Footprint.DiskBytes)} MB")
            .AddColumns("limit MB", "recall@10", "list", "QPS, 1 thread", $"QPS, {Environment.ProcessorCount} threads", "p50 us", "p99 us", "major faults/query", "own MB", "file MB", "group's peak MB", "open ms", "");
        var passed = true;
        foreach (var limit in megabytes)
        {
            // Pages that others brought in would be charged to them.
            if (!PageCache.Drop(path))
                throw new CannotRunException($"{path} is in memory whatever the limit: --keep takes a folder on a disk.");
            using var group = new MemoryCgroup(limit * Megabyte);
            var search = EngineStepCommands.Search(path, rows, dimensions, seconds, group);
            var point = search.Calibrated;
            var met = point.Recall >= RecallBar;
            passed &= met;
            table.AddRow(
                Number(limit), Number(point.Recall, 4), $"{point.SearchList}", Number(point.OneThread.QueriesPerSecond), Number(point.AllThreads.QueriesPerSecond),
                Number(point.OneThread.MedianMicroseconds, 1), Number(point.OneThread.P99Microseconds, 1), Number(point.MajorFaults, 2),
                Megabytes(search.OwnBytes), Megabytes(search.FileBytes), Megabytes(group.PeakBytes), Number(search.ColdOpenMilliseconds), met ? "" : "missed");
        }

        AnsiConsole.Write(table);
        return passed;
    }
}
