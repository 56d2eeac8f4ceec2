using Microsoft.Extensions.AI;

namespace OmenDb.EFCore.Specification.Guide;

/// <summary>A model that takes so long that something happens meanwhile.</summary>
internal sealed class SlowEmbeddings(IEmbeddingGenerator<string, Embedding<float>> model, Func<Task> meanwhile)
    : DelegatingEmbeddingGenerator<string, Embedding<float>>(model)
{
    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var vectors = await base.GenerateAsync(values, options, cancellationToken);
        await meanwhile();
        return vectors;
    }
}
