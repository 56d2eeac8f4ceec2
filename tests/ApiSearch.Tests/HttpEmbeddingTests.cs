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

    public async ValueTask InitializeAsync()
    {
        ApiSearchApplication.WriteCorpus(_folder);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.MapPost("/v1/embeddings", (JsonElement request, HttpContext http) =>
        {
            var texts = request.GetProperty("input").EnumerateArray().Select(t => t.GetString()!).ToList();
            lock (_requests)
                _requests.Add((http.Request.Headers.Authorization, request.GetProperty("model").GetString()!, texts.Count));
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
