using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ApiSearch.Tests;

/// <summary>Against a real server that speaks the embeddings API: a text's vector counts its letters, so equal words are near.</summary>
public sealed class HttpEmbeddingTests : IAsyncLifetime, IDisposable
{
    private const int Dimensions = 384;
    private readonly TemporaryFolder _folder = new();
    private readonly List<(string? Authorization, string Model, int Texts)> _requests = [];
    private WebApplication _server = null!;
    private int _dimensionsAnswered = Dimensions;
    private int _textsUntilItStops = int.MaxValue;

    public async ValueTask InitializeAsync()
    {
        ApiSearchApplication.WriteCorpus(_folder);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.MapPost("/v1/embeddings", async (JsonElement request, HttpContext http) =>
        {
            var texts = request.GetProperty("input").EnumerateArray().Select(t => t.GetString()!).ToList();
            lock (_requests)
                _requests.Add((http.Request.Headers.Authorization, request.GetProperty("model").GetString()!, texts.Count));
            while (texts.Count > 1 && TextsAsked() > _textsUntilItStops)
                await Task.Delay(20, http.RequestAborted);
            // Answers may come in any order; the index tells.
            return new { data = texts.Select((text, index) => new { index, embedding = LettersOf(text) }).Reverse() };
        });
        await _server.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Dispose();
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_configured_endpoint_makes_the_vectors_of_members_and_queries()
    {
        await using var application = new ApiSearchApplication(_folder, Settings(("Embedding:ApiKey", "secret")));
        var (client, status) = await application.StartAsync();
        Assert.Equal("HTTP (letters, 384 dimensions)", status.GetProperty("embedding").GetString());

        var query = Uri.EscapeDataString("Timer.Start\nStarts the timer.\n");
        var answer = await client.GetFromJsonAsync<JsonElement>($"/api/search?q={query}&k=1");
        var nearest = answer.GetProperty("results")[0];
        Assert.Equal("M:Acme.Clock.Timer.Start", nearest.GetProperty("id").GetString());
        Assert.Equal(0, nearest.GetProperty("distance").GetDouble(), 1e-6);
        Assert.Equal([("Bearer secret", "letters", 10), ("Bearer secret", "letters", 1)], _requests);
    }

    [Fact]
    public async Task Another_embedding_reads_the_corpus_again()
    {
        await using (var learned = new ApiSearchApplication(_folder))
            await learned.StartAsync();
        await using var application = new ApiSearchApplication(_folder, Settings());
        var (_, status) = await application.StartAsync();
        Assert.Equal("HTTP (letters, 384 dimensions)", status.GetProperty("embedding").GetString());
        Assert.Contains(_requests, r => r.Texts == 10);
    }

    [Fact]
    public async Task Only_what_changed_is_embedded_again()
    {
        await using (var first = new ApiSearchApplication(_folder, Settings()))
            await first.StartAsync();
        _folder.Write("corpus/Acme.Clock.xml", """
            <doc>
              <assembly><name>Acme.Clock</name></assembly>
              <members>
                <member name="T:Acme.Clock.Date"><summary>A day of the calendar.</summary></member>
                <member name="M:Acme.Clock.Date.Parse(System.String)"><summary>Reads a date, whatever its form.</summary></member>
                <member name="M:Acme.Clock.Date.Today"><summary>Tells which day it is.</summary></member>
              </members>
            </doc>
            """);
        _requests.Clear();
        await using var second = new ApiSearchApplication(_folder, Settings());
        var (client, status) = await second.StartAsync();

        Assert.Equal([2], _requests.Select(r => r.Texts));
        Assert.Equal(8, status.GetProperty("index").GetProperty("rows").GetInt64());
        var answer = await client.GetFromJsonAsync<JsonElement>("/api/search?q=date&k=100&assembly=Acme.Clock");
        var found = answer.GetProperty("results").EnumerateArray().ToDictionary(r => r.GetProperty("name").GetString()!, r => r.GetProperty("summary").GetString());
        Assert.Equal(["Date", "Date.Parse(string)", "Date.Today()"], found.Keys.Order());
        Assert.Equal("Reads a date, whatever its form.", found["Date.Parse(string)"]);
    }

    [Fact]
    public async Task Another_number_of_dimensions_embeds_everything_again()
    {
        await using (var first = new ApiSearchProcess(_folder, Settings()))
            await first.WaitForAsync(IsReady);
        _dimensionsAnswered = 64;
        await using var second = new ApiSearchProcess(_folder, Settings(("Embedding:Dimensions", "64")));
        var index = (await second.WaitForAsync(IsReady)).GetProperty("index");
        Assert.Equal((64, 10L), (index.GetProperty("dimensions").GetInt32(), index.GetProperty("rows").GetInt64()));
    }

    [Fact]
    public async Task A_killed_ingestion_goes_on_where_it_ended_and_answers_meanwhile()
    {
        var members = Enumerable.Range(1, 5_000).Select(i => $"""<member name="M:Acme.Many.Row{i}.Run"><summary>Runs row {i}.</summary></member>""");
        _folder.Write("corpus/Acme.Many.xml", $"<doc><assembly><name>Acme.Many</name></assembly><members>{string.Concat(members)}</members></doc>");
        _textsUntilItStops = 4_200;
        await using (var killed = new ApiSearchProcess(_folder, Settings()))
        {
            var status = await killed.WaitForAsync(s => s.GetProperty("indexed").GetInt64() == 4_096);
            Assert.Equal((false, true), (status.GetProperty("ready").GetBoolean(), status.GetProperty("searchable").GetBoolean()));
            var meanwhile = await (await killed.ListenAsync()).GetFromJsonAsync<JsonElement>("/api/search?q=row&k=100");
            Assert.Equal(100, meanwhile.GetProperty("results").GetArrayLength());
            await killed.KillAsync();
        }

        _requests.Clear();
        _textsUntilItStops = int.MaxValue;
        await using var next = new ApiSearchProcess(_folder, Settings());
        var complete = await next.WaitForAsync(IsReady);
        Assert.Equal(5_010, complete.GetProperty("index").GetProperty("rows").GetInt64());
        Assert.Equal(5_010 - 4_096, TextsAsked());
    }

    [Fact]
    public async Task An_update_that_was_killed_and_is_not_wanted_any_more_is_taken_back()
    {
        var written = Write("first");
        await using (var first = new ApiSearchProcess(_folder, Settings()))
            await first.WaitForAsync(IsReady);
        Write("second");
        _textsUntilItStops = TextsAsked() + 2_100;
        await using (var killed = new ApiSearchProcess(_folder, Settings()))
        {
            await killed.WaitForAsync(s => s.GetProperty("indexed").GetInt64() == 10 + 2_048);
            await killed.KillAsync();
        }

        Write("first", written);
        _textsUntilItStops = int.MaxValue;
        await using var next = new ApiSearchProcess(_folder, Settings());
        await next.WaitForAsync(IsReady);
        var answer = await (await next.ListenAsync()).GetFromJsonAsync<JsonElement>("/api/search?q=row&k=100");
        Assert.All(answer.GetProperty("results").EnumerateArray(), r => Assert.Contains("first", r.GetProperty("summary").GetString(), StringComparison.Ordinal));

        DateTime Write(string word, DateTime? at = null)
        {
            var members = Enumerable.Range(1, 3_000).Select(i => $"""<member name="M:Acme.Many.Row{i}.Run"><summary>Runs row {i}, {word}.</summary></member>""");
            var path = _folder.Write("corpus/Acme.Many.xml", $"<doc><assembly><name>Acme.Many</name></assembly><members>{string.Concat(members)}</members></doc>");
            if (at is { } time)
                File.SetLastWriteTimeUtc(path, time);
            return File.GetLastWriteTimeUtc(path);
        }
    }

    [Fact]
    public async Task Vectors_of_another_size_are_refused_with_the_setting_to_change()
    {
        _dimensionsAnswered = 100;
        await using var application = new ApiSearchApplication(_folder, Settings());
        var (_, status) = await application.StartAsync();
        Assert.Equal("failed", status.GetProperty("phase").GetString());
        Assert.Contains("set Embedding:Dimensions to 100", status.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_that_answers_an_error_is_named_in_the_status()
    {
        await using var application = new ApiSearchApplication(_folder, Settings(("Embedding:Endpoint", $"{_server.Urls.First()}/nowhere")));
        var (_, status) = await application.StartAsync();
        Assert.Equal("failed", status.GetProperty("phase").GetString());
        Assert.Contains("/nowhere/embeddings answered 404", status.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_whose_embedding_fails_is_a_bad_gateway()
    {
        await using var application = new ApiSearchApplication(_folder, Settings());
        var (client, _) = await application.StartAsync();
        await _server.StopAsync();
        var response = await client.GetAsync("/api/search?q=file");
        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
    }

    private int TextsAsked()
    {
        lock (_requests)
            return _requests.Sum(r => r.Texts);
    }

    private static bool IsReady(JsonElement status) => status.GetProperty("ready").GetBoolean();

    private (string Name, string Value)[] Settings(params (string Name, string Value)[] more)
        => [("Embedding:Endpoint", $"{_server.Urls.First()}/v1/"), ("Embedding:Model", "letters"), .. more];

    private float[] LettersOf(string text)
    {
        var vector = new float[_dimensionsAnswered];
        foreach (var letter in text)
            vector[letter % vector.Length]++;
        return vector;
    }
}
