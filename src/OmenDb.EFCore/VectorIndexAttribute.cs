namespace OmenDb.EFCore;

/// <summary>Gives a vector property an index, so that <c>NearestTo</c> need not compare every row. The same as <c>HasVectorIndex</c>.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class VectorIndexAttribute : Attribute
{
    /// <summary>The distance that the index orders by; <see cref="VectorMetric.Cosine"/> unless set.</summary>
    public VectorMetric Metric { get; set; } = VectorMetric.Cosine;

    /// <summary>What the index's file holds; <see cref="VectorIndexStorage.Full"/> unless set. PostgreSQL ignores it.</summary>
    public VectorIndexStorage Storage { get; set; }
}
