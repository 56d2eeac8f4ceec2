namespace ApiSearch.Embeddings;

/// <summary>The <c>Embedding</c> section of the configuration. Without an endpoint, the vectors are learned from the corpus.</summary>
public sealed class EmbeddingOptions
{
    /// <summary>The base address of an OpenAI-compatible API, for example <c>http://localhost:11434/v1</c> for Ollama.</summary>
    public string? Endpoint { get; set; }

    public string? Model { get; set; }

    public string? ApiKey { get; set; }

    public int Dimensions { get; set; } = 384;
}
