using System.Numerics.Tensors;
using Microsoft.Extensions.AI;

namespace OmenDb.EFCore.Specification.Guide;

/// <summary>Texts that share words are near each other: each word adds to one of 256 elements (feature hashing).</summary>
public sealed class WordEmbeddings : IEmbeddingGenerator<string, Embedding<float>>
{
    private const int Dimensions = 256;

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        => Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(text => new Embedding<float>(Embed(text)))));

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private static float[] Embed(string text)
    {
        var vector = new float[Dimensions];
        vector[0] = 0.01f; // no text is nothing
        foreach (var word in text.ToLowerInvariant().Split([' ', '.', ',', '?', '!'], StringSplitOptions.RemoveEmptyEntries))
            vector[(int)(word.Aggregate(17u, (hash, letter) => (hash * 31) + letter) % Dimensions)] += word.Length;
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
        return vector;
    }
}
