using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OmenDb.EFCore;
using OmenDb.EFCore.Metadata.Internal;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Declares vector indexes in <c>OnModelCreating</c>.</summary>
public static class VectorEntityTypeBuilderExtensions
{
    /// <summary>Gives a vector property an index, so that <c>NearestTo</c> need not compare every row.</summary>
    /// <typeparam name="TEntity">The entity type.</typeparam>
    /// <typeparam name="TVector">The vector property's type.</typeparam>
    /// <param name="builder">The entity type's builder.</param>
    /// <param name="vector">The vector property, as <c>a =&gt; a.Embedding</c>.</param>
    /// <returns>A builder to set the metric, the storage and the recall with; <see cref="VectorMetric.Cosine"/>, <see cref="VectorIndexStorage.Full"/> and 0.98 unless set.</returns>
    /// <exception cref="ArgumentException"><paramref name="vector"/> is not a property, or not of a vector type.</exception>
    /// <example><code>
    /// modelBuilder.Entity&lt;Article&gt;().HasVectorIndex(a =&gt; a.Embedding).HasMetric(VectorMetric.Cosine);
    /// </code></example>
    public static VectorIndexBuilder HasVectorIndex<TEntity, TVector>(
        this EntityTypeBuilder<TEntity> builder,
        Expression<Func<TEntity, TVector>> vector)
        where TEntity : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(vector);
        if (!VectorPropertyExtensions.IsVectorType(typeof(TVector)))
        {
            throw new ArgumentException(
                $"A vector index needs a property of type float[], Memory<float> or ReadOnlyMemory<float>, or the same of Half; '{vector}' of '{typeof(TEntity).Name}' is {typeof(TVector).Name}.",
                nameof(vector));
        }

        if (vector.Body is MemberExpression { Expression: not ParameterExpression })
        {
            throw new ArgumentException(
                $"'{vector}' leads to a part of '{typeof(TEntity).Name}'. Declare the index where the part is configured: "
                + "ComplexProperty(..., part => part.Property(...).HasVectorIndex()) or OwnsOne(..., part => part.Property(...).HasVectorIndex()).",
                nameof(vector));
        }

        return Index(builder.Property(vector).Metadata);
    }

    /// <summary>Gives a vector property an index by its name: a shadow property, which no lambda can name.</summary>
    /// <param name="builder">The entity type's builder.</param>
    /// <param name="propertyName">The name of a property that the entity type has already.</param>
    /// <returns>A builder to set the metric, the storage and the recall with; <see cref="VectorMetric.Cosine"/>, <see cref="VectorIndexStorage.Full"/> and 0.98 unless set.</returns>
    /// <exception cref="ArgumentException">There is no such property.</exception>
    /// <example><code>
    /// modelBuilder.Entity&lt;Article&gt;().Property&lt;float[]&gt;("Embedding").IsVector(384);
    /// modelBuilder.Entity&lt;Article&gt;().HasVectorIndex("Embedding");
    /// </code></example>
    public static VectorIndexBuilder HasVectorIndex(this EntityTypeBuilder builder, string propertyName)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(propertyName);
        return Index(builder.Metadata.FindProperty(propertyName)
            ?? throw new ArgumentException(
                $"'{builder.Metadata.DisplayName()}' has no property '{propertyName}'. Declare it first: Property<float[]>(\"{propertyName}\").IsVector(n).", nameof(propertyName)));
    }

    private static VectorIndexBuilder Index(IMutableProperty property)
    {
        // As if by data annotation: a metric that somebody names overrides it.
        if (property.GetIndexMetric() is null)
            ((IConventionProperty)property).SetAnnotation(VectorAnnotationNames.Metric, VectorMetric.Cosine, fromDataAnnotation: true);
        return new VectorIndexBuilder(property);
    }
}
