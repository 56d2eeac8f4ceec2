using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace ApiSearch.Embeddings;

/// <summary>Embeds with an <see cref="LsaModel"/>: no download and no service, but it must learn from the corpus first.</summary>
public sealed class LsaEmbeddingGenerator(IOptions<EmbeddingOptions> options) : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly EmbeddingGeneratorMetadata _metadata = new("Latent semantic analysis", null, "lsa-3", options.Value.Dimensions);

    public int Dimensions => options.Value.Dimensions;

    /// <summary>Null until the corpus was learned or the model loaded.</summary>
    public LsaModel? Model { get; set; }

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var model = Model ?? throw new InvalidOperationException("The embedding model has not been learned yet.");
        var texts = values.ToList();
        var vectors = new Embedding<float>[texts.Count];
        Parallel.For(0, texts.Count, new ParallelOptions { CancellationToken = cancellationToken }, i => vectors[i] = new(model.Embed(texts[i])));
        return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(vectors));
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
        => serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }
}
