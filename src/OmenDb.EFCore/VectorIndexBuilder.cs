using Microsoft.EntityFrameworkCore.Metadata;
using OmenDb.EFCore.Metadata.Internal;

namespace OmenDb.EFCore;

/// <summary>Configures a vector index.</summary>
/// <example><code>
/// modelBuilder.Entity&lt;Article&gt;().HasVectorIndex(a =&gt; a.Embedding).HasMetric(VectorMetric.Euclidean).HasStorage(VectorIndexStorage.Compact).HasTargetRecall(0.95);
/// </code></example>
public class VectorIndexBuilder
{
    internal VectorIndexBuilder(IMutableProperty property) => Property = property;

    internal IMutableProperty Property { get; }

    /// <summary>Sets the distance that the index orders by; <see cref="VectorMetric.Cosine"/> unless called.</summary>
    /// <param name="metric">The distance.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="metric"/> is no metric.</exception>
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
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="storage"/> is no storage.</exception>
    public VectorIndexBuilder HasStorage(VectorIndexStorage storage)
    {
        if (!Enum.IsDefined(storage))
            throw new ArgumentOutOfRangeException(nameof(storage), storage, "Use Full or Compact.");
        Property.SetAnnotation(VectorAnnotationNames.Storage, storage);
        return this;
    }

    /// <summary>
    /// Sets the recall that the index promises: the share of the ten nearest rows that a search finds, on average over queries like the stored vectors; 0.98 unless called. The index
    /// measures it, and searches with the shortest list that keeps it: a higher recall takes longer searches.
    /// </summary>
    /// <remarks>
    /// It is no part of the database's schema and may change at any time: no migration, and nothing is built anew. An index that was calibrated for another recall is
    /// searched as it is and calibrated in the background, or by <see cref="IVectorIndex.FlushAsync"/>. Contexts of one process share an index, and the highest recall
    /// that one of them has asked for holds for all; other processes keep their own. On PostgreSQL searches do not depend on it: it is what statistics report, and
    /// what <see cref="IVectorIndex.VerifyAsync"/> holds the index to.
    /// </remarks>
    /// <param name="recall">The recall, above 0 and at most 1.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="recall"/> is out of its range.</exception>
    public VectorIndexBuilder HasTargetRecall(double recall)
    {
        if (Property.TargetRecallProblem(recall) is { } problem)
            throw new ArgumentOutOfRangeException(nameof(recall), recall, problem);
        Property.SetAnnotation(VectorAnnotationNames.TargetRecall, recall);
        return this;
    }
}
