using System.CommandLine;
using OmenDb.Benchmarks.Engines;
using OmenDb.Benchmarks.Machine;
using Spectre.Console;
using static OmenDb.Benchmarks.Measuring.Figures;

namespace OmenDb.Benchmarks.Commands;

/// <summary>Throughput, memory and recall as the number of rows grows.</summary>
internal static class ScaleCommand
{
    private const double RecallBar = 0.95;

    public static Command Create()
    {
        var rows = CommandOptions.Counts("--rows", "Sizes", "20000,100000,1000000", Workload.K);
        var dimensions = CommandOptions.Dimensions(128);
        var megabytes = CommandOptions.Count("--megabytes", "A limit of memory for each of these processes; 0 for none.", usual: 0, least: 0);
        var command = new Command("scale", "Inserts and indexes generated vectors, each size in a process of its own.") { rows, dimensions, megabytes };
        command.SetAction(parsed => Run(CommandOptions.Numbers(parsed.GetRequiredValue(rows)), parsed.GetValue(dimensions), parsed.GetValue(megabytes)));
        return command;
    }

    private static int Run(int[] sizes, int dimensions, int megabytes)
    {
        var table = new Table().AddColumns(
            "rows", "dims", "insert rows/s", "index rows/s", "per cpu s", "peak growth MB", "insert only MB", "bytes/vector", "x raw", "GC heap MB", "index MB",
            "recall@10", "p50 ms", "cpu ms", "");
        var passed = true;
        foreach (var size in sizes)
        {
            using var group = megabytes == 0 ? null : new MemoryCgroup(megabytes * 1024L * 1024);
            var result = ChildProcess.Run<ScaleResult>([ScaleStepCommand.Name, $"{size}", $"{dimensions}"], group);
            var met = result.Recall >= RecallBar && result.IsComplete;
            passed &= met;
            table.AddRow(
                Number(result.Rows), $"{result.Dimensions}", Number(result.Rows / result.InsertSeconds), Number(result.Rows / result.IndexSeconds),
                Number(result.Rows / result.IndexProcessorSeconds), Megabytes(result.PeakGrowthBytes), Megabytes(result.InsertGrowthBytes), Number(result.BytesPerVector),
                Number(result.RatioToVector, 2), Megabytes(result.PeakHeapBytes), Megabytes(result.IndexBytes), Number(result.Recall, 4),
                Number(result.MedianMilliseconds, 3), Number(result.ProcessorMilliseconds, 3), met ? "" : "missed");
        }

        AnsiConsole.Write(table);
        return ExitCode.Of(passed);
    }
}
