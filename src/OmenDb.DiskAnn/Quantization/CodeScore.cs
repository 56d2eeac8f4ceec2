using System.Runtime.CompilerServices;
using OmenDb.DiskAnn.Graph;

namespace OmenDb.DiskAnn.Quantization;

// Invariant: the query pointer addresses a code's bytes, with zeros for the terms, and outlives the score.

/// <summary>Scores nodes by their codes: squared distances in the projection, in steps.</summary>
internal readonly unsafe struct CodeScore(CodeRows codes, sbyte* query, float constant, float scale) : IScore
{
    private readonly sbyte* _query = query;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Score(int node) => codes.Score(node, _query, constant, scale);

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<int> nodes, Span<ulong> candidates) => codes.Score(nodes, _query, constant, scale, candidates);

    /// <inheritdoc/>
    public void Prefetch(ReadOnlySpan<int> nodes) => codes.Prefetch(nodes);
}
