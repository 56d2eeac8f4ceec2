namespace OmenDb.EFCore.PostgreSQL.Storage.Internal;

/// <summary>pgvector's names for the types of columns.</summary>
internal static class VectorStoreType
{
    public const string Vector = "vector";
    public const string HalfVector = "halfvec";

    /// <summary>The type of a column with vectors of so many elements.</summary>
    public static string Of(bool isHalf, int? dimensions) => (isHalf ? HalfVector : Vector) + (dimensions is { } n ? $"({n})" : "");
}
