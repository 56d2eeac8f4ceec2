using System.CommandLine;
using System.Globalization;
using OmenDb.Benchmarks.Measuring;
using Spectre.Console;
using static OmenDb.Benchmarks.Measuring.Figures;

namespace OmenDb.Benchmarks.Commands;

/// <summary>Throughput, memory and recall as the number of rows grows.</summary>
internal static class ScaleCommand
{
    private const double RecallBar = 0.95;

    public static Command Create()
    {
        var rows = new Option<string>("--rows") { Description = "Sizes, separated by commas.", DefaultValueFactory = _ => "20000,100000,1000000" };
        var dimensions = new Option<int>("--dimensions") { Description = "Elements per vector.", DefaultValueFactory = _ => 128 };
        var command = new Command("scale", "Inserts and indexes generated vectors, each size in a process of its own.") { rows, dimensions };
        command.SetAction((parsed, cancellation) => RunAsync(
            [.. parsed.GetRequiredValue(rows).Split(',').Select(r => int.Parse(r, CultureInfo.InvariantCulture))], parsed.GetValue(dimensions), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(int[] sizes, int dimensions, CancellationToken cancellation)
    {
        var table = new Table().AddColumns(
            "rows", "dims", "insert rows/s", "index rows/s", "per cpu s", "peak growth MB", "insert only MB", "bytes/vector", "x raw", "GC heap MB", "index MB",
            "recall@10", "p50 ms", "cpu ms", "");
        var passed = true;
        foreach (var size in sizes)
        {
            var result = await ChildProcess.RunAsync<ScaleResult>([ScaleStepCommand.Name, $"{size}", $"{dimensions}"], cancellation: cancellation);
            var met = result.Recall >= RecallBar && result.IsComplete;
            passed &= met;
            table.AddRow(
                Number(result.Rows), $"{result.Dimensions}", Number(result.Rows / result.InsertSeconds), Number(result.Rows / result.IndexSeconds),
                Number(result.Rows / result.IndexProcessorSeconds), Megabytes(result.PeakGrowthBytes), Megabytes(result.InsertGrowthBytes), Number(result.BytesPerVector),
                Fraction(result.RatioToVector, 2), Megabytes(result.PeakHeapBytes), Megabytes(result.IndexBytes), Fraction(result.Recall, 4),
                Fraction(result.MedianMilliseconds, 3), Fraction(result.ProcessorMilliseconds, 3), met ? "" : "missed");
        }

        AnsiConsole.Write(table);
        return passed ? 0 : 1;
    }
}
