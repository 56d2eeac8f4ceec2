using System.CommandLine;
using OmenDb.Benchmarks.Comparing;
using OmenDb.Benchmarks.Engines;
using OmenDb.Benchmarks.Peers;
using OmenDb.Benchmarks.Vectors;
using Spectre.Console;

namespace OmenDb.Benchmarks.Commands;

/// <summary>The engine beside other engines, in the same run.</summary>
internal static class CompareCommand
{
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
        var command = new Command("compare", "Measures recall, speed, build time and size beside other engines.") { data, sets, peers, pairs, seconds };
        command.SetAction(parsed =>
        {
            var catalog = new PeerCatalog(parsed.GetValue(peers) ?? []);
            var plan = new ComparisonPlan(parsed.GetValue(pairs), TimeSpan.FromSeconds(parsed.GetValue(seconds)));
            foreach (var (name, metric) in VectorSet.Find(parsed.GetRequiredValue(data), parsed.GetRequiredValue(sets)))
                Report(Run(new Workload(new VectorSet(parsed.GetRequiredValue(data), name, metric)), catalog, plan));
            foreach (var (peer, reason) in catalog.Missing)
                AnsiConsole.WriteLine($"{peer} was not run: {reason}");
        });
        return command;
    }

    private static ComparisonResult Run(Workload workload, PeerCatalog catalog, ComparisonPlan plan)
    {
        using var ours = new OmenDbEngine(workload);
        IEngine[] peers = [.. catalog.Create(workload)];
        try
        {
            return new Comparison(workload, plan).Run(ours, peers);
        }
        finally
        {
            Array.ForEach(peers, peer => peer.Dispose());
        }
    }

    private static void Report(ComparisonResult result)
    {
        AnsiConsole.Write(ComparisonTables.Points(result));
        AnsiConsole.Write(ComparisonTables.Ratios(result));
    }
}
