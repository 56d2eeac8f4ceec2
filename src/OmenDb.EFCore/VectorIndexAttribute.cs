using OmenDb.EFCore.Metadata.Internal;

namespace OmenDb.EFCore;

/// <summary>Gives a vector property an index, so that <c>NearestTo</c> need not compare every row. The same as <c>HasVectorIndex</c>.</summary>
/// <example><code>
/// [Vector(384), VectorIndex(Metric = VectorMetric.Cosine, TargetRecall = 0.95)]
/// public ReadOnlyMemory&lt;float&gt; Embedding { get; set; }
/// </code></example>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class VectorIndexAttribute : Attribute
{
    /// <summary>The distance that the index orders by; <see cref="VectorMetric.Cosine"/> unless set.</summary>
    public VectorMetric Metric { get; set; } = VectorMetric.Cosine;

    /// <summary>What the index's file holds; <see cref="VectorIndexStorage.Full"/> unless set. PostgreSQL ignores it.</summary>
    public VectorIndexStorage Storage { get; set; }

    /// <summary>
    /// The recall that the index promises: the share of the ten nearest rows that a search finds, on average over queries like the stored vectors; above 0 and at most 1,
    /// 0.98 unless set. A higher one takes longer searches. It may change at any time: nothing is migrated or built anew. <see cref="VectorIndexBuilder.HasTargetRecall"/> says more.
    /// </summary>
    public double TargetRecall { get; set; } = VectorPropertyExtensions.DefaultTargetRecall;
}
