using System.CommandLine;
using System.Text.Json;
using OmenDb.Benchmarks.Comparing;
using OmenDb.Benchmarks.Engines;
using OmenDb.Benchmarks.Peers;
using OmenDb.Benchmarks.Vectors;
using Spectre.Console;

namespace OmenDb.Benchmarks.Commands;

/// <summary>The engine beside other engines, in the same run.</summary>
internal static class CompareCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static Command Create()
    {
        var data = CommandOptions.Data();
        var sets = CommandOptions.Sets("mnist-784 l2", "sift-photos-328k l2", "docs-dan-384 cos");
        var peers = CommandOptions.Peers("Only peers whose name contains one of these.");
        var pairs = CommandOptions.Count("--pairs", "Alternating pairs at each recall.", 5);
        var seconds = CommandOptions.Seconds(1);
        var builds = CommandOptions.Count("--builds", "How often each engine is built, in turn.", 1);
        var oneByOne = new Option<bool>("--one-by-one") { Description = "Builds by inserting one vector after the other on one thread." };
        var output = new Option<DirectoryInfo>("--out")
        {
            Description = "The folder for the figures as JSON and the plots as SVG.",
            DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("artifacts", "compare")),
        };
        var command = new Command("compare", "Measures recall, speed, build time and size beside other engines.") { data, sets, peers, pairs, builds, seconds, oneByOne, output };
        command.SetAction(parsed =>
        {
            var chosen = VectorSet.Find(parsed.GetRequiredValue(data), parsed.GetRequiredValue(sets));
            var catalog = new PeerCatalog(parsed.GetRequiredValue(peers));
            var plan = new ComparisonPlan(parsed.GetValue(pairs), TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(builds));
            var folder = parsed.GetRequiredValue(output);
            folder.Create();
            var results = new List<ComparisonResult>();
            var passed = true;
            foreach (var set in chosen)
            {
                var workload = new Workload(set) { IsOneByOne = parsed.GetValue(oneByOne) };
                using var comparison = new Comparison(workload, plan, [() => new OmenDbEngine(workload), .. catalog.For(workload)]);
                var result = comparison.Run();
                results.Add(result);
                passed &= Report(result, workload.IsOneByOne);
                ComparisonPlot.Write(result, Path.Combine(folder.FullName, $"{set.Name.Replace(' ', '-')}.svg"));
                File.WriteAllText(Path.Combine(folder.FullName, "compare.json"), JsonSerializer.Serialize(new { Processors = Environment.ProcessorCount, catalog.Missing, Sets = results }, Indented));
            }

            return ExitCode.Of(passed, catalog.Missing.Count == 0);
        });
        return command;
    }

    private static bool Report(ComparisonResult result, bool isOneByOne)
    {
        AnsiConsole.Write(ComparisonTables.Points(result));
        AnsiConsole.Write(ComparisonTables.Ratios(result));
        IReadOnlyList<Headline> headlines = Headline.Of(result, isOneByOne);
        if (headlines.Count > 0)
            AnsiConsole.Write(ComparisonTables.Headlines(result, headlines));
        return headlines.All(headline => headline.IsMet);
    }
}
