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
    /// <exception cref="InvalidOperationException">The index was given another metric before; one on an attribute gives way.</exception>
    public VectorIndexBuilder HasMetric(VectorMetric metric)
    {
        if (!Enum.IsDefined(metric))
            throw new ArgumentOutOfRangeException(nameof(metric), metric, "Use Cosine, Euclidean or InnerProduct.");
        if (Property.GetIndexMetric() is { } other && other != metric
            && ((IConventionProperty)Property).FindAnnotation(VectorAnnotationNames.Metric)!.GetConfigurationSource() == ConfigurationSource.Explicit)
        {
            throw new InvalidOperationException(
                $"'{Property.DisplayName()}' cannot have two vector indexes: one by {other} was declared, and now one by {metric}. "
                + "Keep one; to search by the other metric too, give the entity a second property with the same vector, or order by EF.Functions.VectorDistance.");
        }

        Property.SetAnnotation(VectorAnnotationNames.Metric, metric);
        return this;
    }

    /// <summary>Sets what the index's file holds; <see cref="VectorIndexStorage.Full"/> unless called. It may change at any time: the file is then written anew.</summary>
    /// <param name="storage">What it holds. PostgreSQL ignores it.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    public VectorIndexBuilder HasStorage(VectorIndexStorage storage)
    {
        if (!Enum.IsDefined(storage))
            throw new ArgumentOutOfRangeException(nameof(storage), storage, "Use Full or Compact.");
        Property.SetAnnotation(VectorAnnotationNames.Storage, storage);
        return this;
    }
}
