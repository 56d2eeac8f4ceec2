using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OmenDb.EFCore;
using OmenDb.EFCore.Metadata.Internal;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Declares vector indexes in <c>OnModelCreating</c>.</summary>
public static class VectorEntityTypeBuilderExtensions
{
    /// <summary>Gives a vector property an index, so that <c>NearestTo</c> need not compare every row.</summary>
    /// <param name="builder">The entity type's builder.</param>
    /// <param name="vector">The vector property, as <c>a =&gt; a.Embedding</c>.</param>
    /// <returns>A builder to set the metric with; <see cref="VectorMetric.Cosine"/> unless set.</returns>
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
                $"A vector index needs a property of type ReadOnlyMemory<float>, Memory<float> or float[]; '{vector}' of '{typeof(TEntity).Name}' is {typeof(TVector).Name}.",
                nameof(vector));
        }

        var property = builder.Property(vector).Metadata;
        if (property.GetIndexMetric() is null)
            property.SetAnnotation(VectorAnnotationNames.Metric, VectorMetric.Cosine);
        return new VectorIndexBuilder(property);
    }
}
