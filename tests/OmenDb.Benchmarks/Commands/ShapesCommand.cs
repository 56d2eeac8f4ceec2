using System.CommandLine;
using OmenDb.Benchmarks.Engines;
using OmenDb.Benchmarks.Vectors;
using OmenDb.DiskAnn;
using Spectre.Console;
using static OmenDb.Benchmarks.Measuring.Figures;

namespace OmenDb.Benchmarks.Commands;

/// <summary>Whether the index keeps its promise, by the list that it chooses itself, wherever vectors lie.</summary>
internal static class ShapesCommand
{
    private const double RecallBar = 0.97;
    private const double OthersRecallBar = 0.95; // an index measures its recall with vectors of its own

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(0.5);

    public static Command Create()
    {
        var shapes = new Option<string[]>("--shapes") { Description = "Only shapes whose name contains one of these.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        var command = new Command("shapes", "Measures recall@10 and time on generated vectors that lie as those of published sets do not.") { shapes };
        command.SetAction(parsed => Run(VectorShape.Find(parsed.GetRequiredValue(shapes))));
        return command;
    }

    private static int Run(IEnumerable<VectorShape> shapes)
    {
        var table = new Table().AddColumns("shape", "metric", "rows", "dims", "build s", "list", "recall@10", "p50 us", "of a scan's time", "");
        var passed = true;
        foreach (var shape in shapes)
        {
            var workload = new Workload(shape.Name, shape.Metric, shape, shape.Queries);
            using var engine = new OmenDbEngine(workload);
            using var scan = new BruteForceEngine(workload);
            var footprint = engine.Build();
            scan.Build();
            var recall = workload.Recall(engine.Answer(new SearchOptions()));
            var time = engine.Time(new SearchOptions(), threads: 1, Duration).MedianMicroseconds;
            var met = recall >= (shape.IsAskedForOthers ? OthersRecallBar : RecallBar);
            passed &= met;
            table.AddRow(
                shape.Name, $"{shape.Metric}", Number(shape.Count), $"{shape.Dimensions}", Number(footprint.BuildSeconds, 1), Number(engine.ChosenList), Number(recall, 4), Number(time, 1),
                Number(time / scan.Time(0, threads: 1, Duration).MedianMicroseconds, 4), met ? "" : "missed");
            Console.Error.WriteLine($"{shape.Name} {shape.Metric}: recall {recall:F4}, {time:F1} us");
        }

        AnsiConsole.Write(table);
        return ExitCode.Of(passed);
    }
}
