using System.CommandLine;
using OmenDb.Benchmarks.Comparing;
using OmenDb.Benchmarks.Engines;
using OmenDb.Benchmarks.Peers;
using OmenDb.Benchmarks.Vectors;
using Spectre.Console;
using static OmenDb.Benchmarks.Measuring.Figures;

namespace OmenDb.Benchmarks.Commands;

/// <summary>Ours through SQL beside vector extensions of SQLite.</summary>
internal static class CompareSqlCommand
{
    private const double SqliteVecBar = 100;
    private const double VectorliteBar = 1.3;

    public static Command Create()
    {
        var data = CommandOptions.Data();
        var sets = CommandOptions.Sets("docs-dan-384 cos", "mnist-784 l2");
        var rounds = CommandOptions.Count("--rounds", "Alternating measurements.", 5);
        var seconds = CommandOptions.Seconds(1);
        var command = new Command("compare-sql", "Measures ten rows through EF Core and ADO.NET beside sqlite-vec and vectorlite.") { data, sets, rounds, seconds };
        command.SetAction(parsed =>
        {
            var plan = new ComparisonPlan(parsed.GetValue(rounds), TimeSpan.FromSeconds(parsed.GetValue(seconds)));
            var chosen = VectorSet.Find(parsed.GetRequiredValue(data), parsed.GetRequiredValue(sets));
            var sqliteVec = SqlExtension.SqliteVec.Install();
            var vectorlite = SqlExtension.Vectorlite.Install();
            var passed = true;
            foreach (var set in chosen)
                passed &= Report(set.Name, new SqlComparison(new Workload(set), plan).Run(sqliteVec, vectorlite));
            return ExitCode.Of(passed, sqliteVec is not null && vectorlite is not null);
        });
        return command;
    }

    private static bool Report(string set, IReadOnlyList<SqlResult> results)
    {
        var compiled = results.Single(result => result.Name == SqlComparison.Compiled);
        var prepared = results.Single(result => result.Name == SqlComparison.Prepared);
        var turnedDown = results.Single(result => result.Name == SqlComparison.PreparedAtTarget);
        var engine = results.Single(result => result.Name == SqlComparison.Engine);
        var table = new Table()
            .Title($"{set}: ten rows (Id, Title) through SQL, one thread")
            .AddColumns("", "recall@10", "QPS", "p50 us", "p99 us", "outside the engine", "EF Core is faster by", "ADO.NET is faster by");
        foreach (var result in results)
        {
            var isOurs = result == compiled || result == prepared;
            var isPeer = !isOurs && result != turnedDown && result != engine;
            table.AddRow(
                result.Name, Number(result.Recall, 4), Number(result.QueriesPerSecond), Number(result.MedianMicroseconds, 1), Number(result.P99Microseconds, 1),
                isOurs ? $"{Number(100 * (1 - (engine.MedianMicroseconds / result.MedianMicroseconds)))} %" : "",
                isPeer ? $"{Number(compiled.RatioTo(result), 2)}x" : "", isPeer ? $"{Number(prepared.RatioTo(result), 2)}x" : "");
        }

        AnsiConsole.Write(table);
        return Met(compiled, SqlComparison.SqliteVec, SqliteVecBar) & Met(turnedDown, SqlComparison.VectorliteAtTarget, VectorliteBar);

        bool Met(SqlResult ours, string peer, double bar)
        {
            if (results.SingleOrDefault(result => result.Name == peer) is not { } other)
                return true;
            var ratio = ours.RatioTo(other);
            AnsiConsole.WriteLine($"{ours.Name} / {peer}: {Number(ratio, 2)}x, bar {Number(bar, 1)}x{(ratio >= bar ? "" : ", missed")}");
            return ratio >= bar;
        }
    }
}
