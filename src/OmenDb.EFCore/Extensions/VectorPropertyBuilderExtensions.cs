using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OmenDb.EFCore;
using OmenDb.EFCore.Metadata.Internal;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Marks properties as vectors in <c>OnModelCreating</c>.</summary>
public static class VectorPropertyBuilderExtensions
{
    /// <summary>Marks the property as a vector. The same as <see cref="VectorAttribute"/>.</summary>
    /// <typeparam name="TProperty">The property's type.</typeparam>
    /// <param name="builder">The property's builder; its type is <c>ReadOnlyMemory&lt;float&gt;</c>, <c>Memory&lt;float&gt;</c> or <c>float[]</c>, nullable or not, or the same of <see cref="Half"/>.</param>
    /// <param name="dimensions">Elements per vector, 1 to 16,000.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dimensions"/> is outside 1 to 16,000.</exception>
    /// <example><code>
    /// modelBuilder.Entity&lt;Article&gt;().Property(a =&gt; a.Embedding).IsVector(384);
    /// </code></example>
    public static PropertyBuilder<TProperty> IsVector<TProperty>(this PropertyBuilder<TProperty> builder, int dimensions)
    {
        ArgumentNullException.ThrowIfNull(builder);
        SetDimensions(builder.Metadata, dimensions);
        return builder;
    }

    /// <summary>Gives the vector an index, so that <c>NearestTo</c> need not compare every row. The same as <see cref="VectorIndexAttribute"/>.</summary>
    /// <typeparam name="TProperty">The property's type.</typeparam>
    /// <param name="builder">The property's builder.</param>
    /// <param name="metric">The distance that the index orders by.</param>
    /// <param name="storage">What the index's file holds; left as an attribute says, or <see cref="VectorIndexStorage.Full"/>, unless given. PostgreSQL ignores it.</param>
    /// <param name="targetRecall">The recall that the index promises, above 0 and at most 1; left as an attribute says, or 0.98, unless given. <see cref="VectorIndexBuilder.HasTargetRecall"/> says more.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="metric"/> is no metric, <paramref name="storage"/> no storage, or <paramref name="targetRecall"/> out of its range.</exception>
    /// <exception cref="InvalidOperationException">The property was given an index with another metric before; one on an attribute gives way.</exception>
    /// <example><code>
    /// modelBuilder.Entity&lt;Article&gt;().Property(a =&gt; a.Embedding).IsVector(384).HasVectorIndex();
    /// </code></example>
    public static PropertyBuilder<TProperty> HasVectorIndex<TProperty>(
        this PropertyBuilder<TProperty> builder, VectorMetric metric = VectorMetric.Cosine, VectorIndexStorage? storage = null, double? targetRecall = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        SetIndex(builder.Metadata, metric, storage, targetRecall);
        return builder;
    }

    /// <summary>Marks the property of a complex type as a vector. The same as <see cref="VectorAttribute"/>.</summary>
    /// <inheritdoc cref="IsVector{TProperty}(PropertyBuilder{TProperty}, int)"/>
    public static ComplexTypePropertyBuilder<TProperty> IsVector<TProperty>(this ComplexTypePropertyBuilder<TProperty> builder, int dimensions)
    {
        ArgumentNullException.ThrowIfNull(builder);
        SetDimensions(builder.Metadata, dimensions);
        return builder;
    }

    /// <summary>Gives the vector in a complex type an index. The same as <see cref="VectorIndexAttribute"/>.</summary>
    /// <inheritdoc cref="HasVectorIndex{TProperty}(PropertyBuilder{TProperty}, VectorMetric, VectorIndexStorage?, double?)"/>
    /// <example><code>
    /// modelBuilder.Entity&lt;Shop&gt;().ComplexProperty(s =&gt; s.Look, look =&gt; look.Property(l =&gt; l.Embedding).IsVector(384).HasVectorIndex());
    /// </code></example>
    public static ComplexTypePropertyBuilder<TProperty> HasVectorIndex<TProperty>(
        this ComplexTypePropertyBuilder<TProperty> builder, VectorMetric metric = VectorMetric.Cosine, VectorIndexStorage? storage = null, double? targetRecall = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        SetIndex(builder.Metadata, metric, storage, targetRecall);
        return builder;
    }

    private static void SetIndex(IMutableProperty property, VectorMetric metric, VectorIndexStorage? storage, double? targetRecall)
    {
        var index = new VectorIndexBuilder(property).HasMetric(metric);
        if (storage is { } given)
            index.HasStorage(given);
        if (targetRecall is { } promised)
            index.HasTargetRecall(promised);
    }

    private static void SetDimensions(IMutableProperty property, int dimensions)
    {
        if (dimensions is < 1 or > VectorPropertyExtensions.MaxDimensions)
        {
            throw new ArgumentOutOfRangeException(nameof(dimensions), dimensions,
                $"A vector has 1 to {VectorPropertyExtensions.MaxDimensions:N0} dimensions; '{property.DisplayName()}' was given {dimensions:N0}.");
        }

        property.SetAnnotation(VectorAnnotationNames.Dimensions, dimensions);
    }
}
