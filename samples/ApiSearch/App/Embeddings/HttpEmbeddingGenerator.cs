using System.Net.Http.Headers;
using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace ApiSearch.Embeddings;

/// <summary>Embeds through <c>POST {endpoint}/embeddings</c>, the API of OpenAI that Ollama and many others speak too.</summary>
public sealed class HttpEmbeddingGenerator(IHttpClientFactory clients, IOptions<EmbeddingOptions> options) : IEmbeddingGenerator<string, Embedding<float>>
{
    // Endpoints refuse more than a few hundred at once.
    private const int TextsInRequest = 256;

    private readonly EmbeddingOptions _options = options.Value;
    private readonly EmbeddingGeneratorMetadata _metadata = new("HTTP", new Uri(options.Value.Endpoint!), options.Value.Model, options.Value.Dimensions);

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var embeddings = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var texts in values.Chunk(TextsInRequest))
            embeddings.AddRange(await RequestAsync(texts, cancellationToken));
        return embeddings;
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
        => serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // A client lives as long as a request: the factory keeps the connections, and renews them when the endpoint's address changes.
    }

    private async Task<IEnumerable<Embedding<float>>> RequestAsync(string[] texts, CancellationToken cancellationToken)
    {
        using var http = clients.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{_options.Endpoint!.TrimEnd('/')}/embeddings")
        {
            Content = JsonContent.Create(new Request(_options.Model!, texts)),
        };
        if (!string.IsNullOrEmpty(_options.ApiKey))
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _options.ApiKey);

        using var response = await SendAsync(http, request, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            var body = await response.Content.ReadAsStringAsync(cancellationToken);
            throw new HttpRequestException(
                $"The embedding endpoint {request.RequestUri} answered {(int)response.StatusCode}: {body[..Math.Min(body.Length, 300)]}", null, response.StatusCode);
        }

        var answer = await response.Content.ReadFromJsonAsync<Response>(cancellationToken);
        var vectors = answer?.Data?.OrderBy(d => d.Index).Select(d => d.Embedding).ToList() ?? [];
        if (vectors.Count != texts.Length)
            throw new HttpRequestException($"The embedding endpoint was sent {texts.Length} texts and answered with {vectors.Count} vectors.");
        if (vectors.Find(v => v.Length != _options.Dimensions) is { } other)
        {
            throw new HttpRequestException(
                $"The model '{_options.Model}' makes vectors of {other.Length} dimensions; set Embedding:Dimensions to {other.Length} (it is {_options.Dimensions}).");
        }

        return vectors.Select(v => new Embedding<float>(v));
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await http.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            throw new HttpRequestException(
                $"The embedding endpoint {request.RequestUri} cannot be reached ({exception.Message}). Start it, or change Embedding:Endpoint.", exception);
        }
        catch (TaskCanceledException exception) when (exception.InnerException is TimeoutException)
        {
            throw new HttpRequestException(
                $"The embedding endpoint {request.RequestUri} did not answer within {http.Timeout.TotalSeconds:F0} seconds.", exception);
        }
    }

    private sealed record Request([property: JsonPropertyName("model")] string Model, [property: JsonPropertyName("input")] IReadOnlyList<string> Input);

    private sealed record Response([property: JsonPropertyName("data")] IReadOnlyList<Item>? Data);

    private sealed record Item([property: JsonPropertyName("index")] int Index, [property: JsonPropertyName("embedding")] float[] Embedding);
}
