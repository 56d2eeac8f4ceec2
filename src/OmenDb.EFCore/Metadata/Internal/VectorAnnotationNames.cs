namespace OmenDb.EFCore.Metadata.Internal;

/// <summary>Where the model keeps what users configured. Part of migration snapshots and compiled models, so these never change.</summary>
internal static class VectorAnnotationNames
{
    /// <summary>On a property: elements per vector.</summary>
    public const string Dimensions = "OmenDb:Dimensions";

    /// <summary>On a property: it has a vector index, and this is its <see cref="VectorMetric"/>.</summary>
    public const string Metric = "OmenDb:Metric";

    /// <summary>On a property with a vector index: its <see cref="VectorIndexStorage"/>; none for the default.</summary>
    public const string Storage = "OmenDb:Storage";

    /// <summary>
    /// On a property with a vector index: the recall that the application asks of it; none for the default. No part of the database's schema, so snapshots leave it out.
    /// </summary>
    public const string TargetRecall = "OmenDb:TargetRecall";

    /// <summary>On a property of 16-bit floats, and on its column: 2, the bytes of each. A migration's model has bytes only, and would not know.</summary>
    public const string ElementSize = "OmenDb:ElementSize";

    /// <summary>On an entity type: it is the ledger of the index with this name.</summary>
    public const string Ledger = "OmenDb:Ledger";
}
