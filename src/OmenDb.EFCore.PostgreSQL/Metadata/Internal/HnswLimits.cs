namespace OmenDb.EFCore.PostgreSQL.Metadata.Internal;

/// <summary>What pgvector's hnsw index takes.</summary>
internal static class HnswLimits
{
    public static int MaxDimensions(bool isHalf) => isHalf ? 4_000 : 2_000;
}
