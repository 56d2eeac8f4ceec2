using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using static Microsoft.Playwright.Assertions;

namespace ApiSearch.Tests.Browser;

/// <summary>An embedding endpoint that answers when the test says so, so that one can look at the page in the middle of an ingestion.</summary>
public sealed class IngestionPageTests(Chromium chromium) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [BrowserFact]
    public async Task The_page_shows_the_progress_and_answers_over_what_is_stored_so_far()
    {
        var entries = Enumerable.Range(1, 3_000).Select(i => $"""<member name="M:Acme.Many.Row{i}.Run"><summary>Runs row {i}.</summary></member>""");
        _folder.Write("corpus/Acme.Many.xml", $"<doc><assembly><name>Acme.Many</name></assembly><members>{string.Concat(entries)}</members></doc>");
        var (begin, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var texts = 0;
        await using var endpoint = Endpoint(async request =>
        {
            var input = request.GetProperty("input").EnumerateArray().Select(t => t.GetString()!).ToList();
            texts += input.Count;
            if (input.Count > 1)
                await (texts <= 2_048 ? begin : goOn).Task;
            return new { data = input.Select((text, index) => new { index, embedding = text.Select(c => (float)c).Concat(new float[384]).Take(384) }) };
        });
        await endpoint.StartAsync(TestContext.Current.CancellationToken);

        await using var process = new ApiSearchProcess(
            _folder, ("Embedding:Endpoint", $"{endpoint.Urls.First()}/v1"), ("Embedding:Model", "letters"));
        var page = await chromium.OpenAsync((await process.ListenAsync()).BaseAddress!);
        await page.GotoAsync("/?q=row");
        await Expect(page.Locator("#message")).ToHaveTextAsync("The answer comes as soon as the first entries are stored.");
        await Expect(page.Locator("#message.failed")).ToHaveCountAsync(0);
        Assert.Empty(await AccessibilityTests.ViolationsAsync(page));

        begin.SetResult();
        await Expect(page.Locator("#phase")).ToContainTextAsync("Storing 3,000 members. 68 % are searchable.");
        await Expect(page.Locator("#progress")).ToHaveJSPropertyAsync("value", 2048);
        await Expect(page.Locator(".result")).ToHaveCountAsync(20);
        Assert.Empty(await AccessibilityTests.ViolationsAsync(page));

        await page.GotoAsync("/status.html");
        await Expect(page.Locator("#headline")).ToHaveTextAsync("Searchable, while the rest is read.");
        await Expect(page.Locator("#tile-throughput .value")).ToHaveTextAsync(new Regex(@"^[\d,]+/s$"));
        Assert.Empty(await AccessibilityTests.ViolationsAsync(page));

        await page.GotoAsync("/map.html?q=row");
        await Expect(page.Locator(".spot")).ToHaveCountAsync(20);
        await Expect(page.Locator("#map")).ToBeHiddenAsync();
        await Expect(page.Locator(".legend")).ToBeHiddenAsync();

        goOn.SetResult();
        await Expect(page.Locator("#ingestion")).ToBeHiddenAsync();
        await Expect(page.Locator("#map")).ToBeVisibleAsync();
        await page.GotoAsync("/");
        await Expect(page.Locator("#source")).ToContainTextAsync("3,000 entries");
    }

    [BrowserFact]
    public async Task An_endpoint_that_is_down_is_named_on_the_page()
    {
        ApiSearchApplication.WriteCorpus(_folder);
        await using var process = new ApiSearchProcess(
            _folder, ("Embedding:Endpoint", "http://127.0.0.1:9/v1"), ("Embedding:Model", "none"));
        var page = await chromium.OpenAsync((await process.ListenAsync()).BaseAddress!);
        await page.GotoAsync("/?q=file");
        await Expect(page.Locator("#phase")).ToHaveTextAsync(new Regex("The embedding endpoint http://127.0.0.1:9/v1/embeddings cannot be reached"));
        await page.GotoAsync("/status.html");
        await Expect(page.Locator("#headline")).ToHaveTextAsync("The ingestion failed.");
    }

    private static WebApplication Endpoint(Func<JsonElement, Task<object>> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var endpoint = builder.Build();
        endpoint.MapPost("/v1/embeddings", (JsonElement request) => answer(request));
        return endpoint;
    }
}
