using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using OmenDb.Benchmarks.Machine;
using OmenDb.Benchmarks.Measuring;
using OmenDb.Benchmarks.Sample;
using Spectre.Console;
using static OmenDb.Benchmarks.Measuring.Figures;

namespace OmenDb.Benchmarks.Commands;

/// <summary>The sample from outside: how soon it answers on an empty database, how fast under load, and what it finds for everyday intents.</summary>
internal static class SampleCommand
{
    private const int K = 10;
    private const double SearchBar = 2;
    private const int IntentBar = 14;

    // How far a rank is looked for.
    private const int Deepest = 100;

    public static Command Create()
    {
        var requests = CommandOptions.Count("--requests", "Searches for each number of clients.", 4_000);
        var command = new Command("sample", "Starts the sample on an empty database; measures its start, its search under load, and ranks for twenty intents beside full-text search.") { requests };
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(requests)));
        return command;
    }

    private static async Task<int> RunAsync(int requests)
    {
        SampleProcess.Build();
        using var data = new WorkFolder();
        using (var first = new SampleProcess(data.Path))
        {
            Report("first searchable result on an empty database", await first.FirstResultAsync());
            Report("everything stored", await first.CompleteAsync(indexed: false));
            Report("everything indexed", await first.CompleteAsync(indexed: true));
        }

        using var second = new SampleProcess(data.Path);
        Report("first result of a later start", await second.FirstResultAsync());
        await second.CompleteAsync(indexed: true);
        using var texts = new PlainTextIndex(data.File("api.db"));
        var fast = await LoadAsync(second.Client, texts, requests);
        var useful = await IntentsAsync(second.Client, texts);
        return ExitCode.Of(fast && useful);

        static void Report(string what, TimeSpan time) => AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds,6:F1} s to {what}"));
    }

    private static async Task<bool> LoadAsync(HttpClient client, PlainTextIndex texts, int requests)
    {
        var queries = texts.Sample(requests);
        var table = new Table().Title($"{requests:N0} searches of {K}, each for the words of another member; milliseconds, p50 / p99")
            .AddColumns("clients", "embed", "search", "of it inside the index", "the endpoint's whole", "over HTTP", "searches/s");
        var passed = true;
        foreach (var clients in new[] { 1, 16 })
        {
            // Once for the compiler's and the caches' sake.
            await Parallel.ForEachAsync(queries.Take(500), new ParallelOptions { MaxDegreeOfParallelism = clients }, async (query, token) => await AskAsync(query, token));
            var answers = new ConcurrentBag<(SearchAnswer.Times Times, double Http)>();
            var started = Stopwatch.GetTimestamp();
            await Parallel.ForEachAsync(queries, new ParallelOptions { MaxDegreeOfParallelism = clients }, async (query, token) =>
            {
                var asked = Stopwatch.GetTimestamp();
                var answer = await AskAsync(query, token);
                answers.Add((answer.Milliseconds, Stopwatch.GetElapsedTime(asked).TotalMilliseconds));
            });
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            table.AddRow(
                Number(clients), Both(a => a.Times.Embedding), Both(a => a.Times.Search), Both(a => a.Times.Index), Both(a => a.Times.Total), Both(a => a.Http),
                Number(Math.Round(requests / seconds)));
            if (clients == 1)
                passed = Samples.Median([.. answers.Select(a => a.Times.Search)]) <= SearchBar;

            string Both(Func<(SearchAnswer.Times Times, double Http), double> value)
            {
                var values = answers.Select(value).ToArray();
                return string.Create(CultureInfo.InvariantCulture, $"{Samples.Median(values):F2} / {Samples.Percentile(values, 0.99):F2}");
            }
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Bar: at most {SearchBar} ms in the middle for the search part, one client: {(passed ? "met" : "missed")}"));
        return passed;

        async Task<SearchAnswer> AskAsync(string query, CancellationToken token)
            => (await client.GetFromJsonAsync<SearchAnswer>($"/api/search?q={Uri.EscapeDataString(query)}&k={K}", token))!;
    }

    private static async Task<bool> IntentsAsync(HttpClient client, PlainTextIndex texts)
    {
        var table = new Table().Title("Rank of the first right answer").AddColumns("intent", "by meaning", "FTS5", "first by meaning");
        var (byMeaning, byWords) = (0, 0);
        foreach (var intent in Intent.ReadAll())
        {
            var answer = (await client.GetFromJsonAsync<SearchAnswer>($"/api/search?q={Uri.EscapeDataString(intent.Text)}&k={Deepest}"))!;
            var meaning = intent.RankIn(answer.Results.Select(r => r.Id));
            var words = intent.RankIn(texts.Search(intent.Text, Deepest));
            table.AddRow(Markup.Escape(intent.Text), Rank(meaning), Rank(words), Markup.Escape(answer.Results[0].Name));
            byMeaning += meaning <= K ? 1 : 0;
            byWords += words <= K ? 1 : 0;
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine($"Among the first {K}: {byMeaning} by meaning, {byWords} by FTS5. Bar: {IntentBar}: {(byMeaning >= IntentBar ? "met" : "missed")}");
        return byMeaning >= IntentBar;

        static string Rank(int? rank) => rank is { } found ? Number(found) : $"beyond {Deepest}";
    }
}
