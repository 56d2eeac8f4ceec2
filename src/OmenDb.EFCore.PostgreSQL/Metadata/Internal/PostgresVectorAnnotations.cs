namespace OmenDb.EFCore.PostgreSQL.Metadata.Internal;

/// <summary>What migrations keep of a model beyond EF Core's own. Part of generated migrations, so these never change.</summary>
internal static class PostgresVectorAnnotations
{
    /// <summary>On a column of a complex part, which EF Core cannot index: the operator class of its hnsw index.</summary>
    public const string HnswOperatorClass = "OmenDb:HnswOperatorClass";
}
