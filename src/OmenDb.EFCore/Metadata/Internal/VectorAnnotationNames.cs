namespace OmenDb.EFCore.Metadata.Internal;

/// <summary>Where the model keeps what users configured. Part of every migration snapshot, so these never change.</summary>
internal static class VectorAnnotationNames
{
    /// <summary>On a property: elements per vector.</summary>
    public const string Dimensions = "OmenDb:Dimensions";

    /// <summary>On a property: it has a vector index, and this is its <see cref="VectorMetric"/>.</summary>
    public const string Metric = "OmenDb:Metric";

    /// <summary>On an entity type: it is the ledger of the index with this name.</summary>
    public const string Ledger = "OmenDb:Ledger";
}
