using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OmenDb.EFCore;
using OmenDb.EFCore.Metadata.Internal;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Marks properties as vectors in <c>OnModelCreating</c>.</summary>
public static class VectorPropertyBuilderExtensions
{
    /// <summary>Marks the property as a vector. The same as <see cref="VectorAttribute"/>.</summary>
    /// <param name="builder">The property's builder; its type is <c>ReadOnlyMemory&lt;float&gt;</c>, <c>Memory&lt;float&gt;</c> or <c>float[]</c>, nullable or not, or the same of <see cref="Half"/>.</param>
    /// <param name="dimensions">Elements per vector, 1 to 16,000.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dimensions"/> is outside 1 to 16,000.</exception>
    public static PropertyBuilder<TProperty> IsVector<TProperty>(this PropertyBuilder<TProperty> builder, int dimensions)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (dimensions is < 1 or > VectorPropertyExtensions.MaxDimensions)
        {
            throw new ArgumentOutOfRangeException(nameof(dimensions), dimensions,
                $"A vector has 1 to {VectorPropertyExtensions.MaxDimensions:N0} dimensions; '{builder.Metadata.DisplayName()}' was given {dimensions:N0}.");
        }

        builder.Metadata.SetAnnotation(VectorAnnotationNames.Dimensions, dimensions);
        return builder;
    }
}
