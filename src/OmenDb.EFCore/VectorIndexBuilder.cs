using Microsoft.EntityFrameworkCore.Metadata;
using OmenDb.EFCore.Metadata.Internal;

namespace OmenDb.EFCore;

/// <summary>Configures a vector index.</summary>
public class VectorIndexBuilder
{
    internal VectorIndexBuilder(IMutableProperty property) => Property = property;

    internal IMutableProperty Property { get; }

    /// <summary>Sets the distance that the index orders by; <see cref="VectorMetric.Cosine"/> unless called.</summary>
    /// <param name="metric">The distance.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    public VectorIndexBuilder HasMetric(VectorMetric metric)
    {
        if (!Enum.IsDefined(metric))
            throw new ArgumentOutOfRangeException(nameof(metric), metric, "Use Cosine, Euclidean or InnerProduct.");
        Property.SetAnnotation(VectorAnnotationNames.Metric, metric);
        return this;
    }
}
