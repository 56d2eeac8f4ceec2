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
        var data = new Option<DirectoryInfo>("--data") { Description = "The folder that the sets were unpacked to.", Required = true };
        var sets = new Option<string[]>("--sets")
        {
            Description = "Only sets whose name and metric contain one of these.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => ["mnist-784 l2", "sift-photos-328k l2", "docs-dan-384 cos"],
        };
        var peers = new Option<string[]>("--peers") { Description = "Only peers whose name contains one of these.", AllowMultipleArgumentsPerToken = true };
        var pairs = new Option<int>("--pairs") { Description = "Alternating pairs at each recall.", DefaultValueFactory = _ => 5 };
        var seconds = new Option<double>("--seconds") { Description = "How long each point is measured.", DefaultValueFactory = _ => 1 };
        var builds = new Option<int>("--builds") { Description = "How often each engine is built, in turn.", DefaultValueFactory = _ => 1 };
        var oneByOne = new Option<bool>("--one-by-one") { Description = "Builds by inserting one vector after the other on one thread." };
        var output = new Option<DirectoryInfo>("--out")
        {
            Description = "The folder for the figures as JSON and the plots as SVG.",
            DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("artifacts", "compare")),
        };
        var command = new Command("compare", "Measures recall, speed, build time and size beside other engines.") { data, sets, peers, pairs, builds, seconds, oneByOne, output };
        command.SetAction(parsed =>
        {
            var catalog = new PeerCatalog(parsed.GetValue(peers) ?? []);
            var plan = new ComparisonPlan(parsed.GetValue(pairs), TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(builds));
            var folder = parsed.GetRequiredValue(output);
            folder.Create();
            var results = new List<ComparisonResult>();
            var passed = true;
            foreach (var (name, metric) in VectorSet.Find(parsed.GetRequiredValue(data), parsed.GetRequiredValue(sets)))
            {
                var workload = new Workload(new VectorSet(parsed.GetRequiredValue(data), name, metric)) { IsOneByOne = parsed.GetValue(oneByOne) };
                using var comparison = new Comparison(workload, plan, [() => new OmenDbEngine(workload), .. catalog.For(workload)]);
                var result = comparison.Run();
                results.Add(result);
                passed &= Report(result, name, workload.IsOneByOne);
                ComparisonPlot.Write(result, Path.Combine(folder.FullName, $"{name}-{metric}.svg"));
                File.WriteAllText(Path.Combine(folder.FullName, "compare.json"), JsonSerializer.Serialize(new { Processors = Environment.ProcessorCount, catalog.Missing, Sets = results }, Indented));
            }

            foreach (var (peer, reason) in catalog.Missing)
                AnsiConsole.WriteLine($"{peer} was not run: {reason}");
            return passed ? 0 : 1;
        });
        return command;
    }

    private static bool Report(ComparisonResult result, string set, bool isOneByOne)
    {
        AnsiConsole.Write(ComparisonTables.Points(result));
        AnsiConsole.Write(ComparisonTables.Ratios(result));
        IReadOnlyList<Headline> headlines = Headline.Of(result, set, isOneByOne);
        if (headlines.Count > 0)
            AnsiConsole.Write(ComparisonTables.Headlines(result, headlines));
        return headlines.All(headline => headline.IsMet);
    }
}
