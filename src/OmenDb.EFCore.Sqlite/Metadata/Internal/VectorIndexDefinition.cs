using OmenDb.EFCore.Metadata.Internal;

namespace OmenDb.EFCore.Sqlite.Metadata.Internal;

/// <summary>Everything that the store needs to know of one vector index, free of EF Core's model.</summary>
/// <param name="Name">The table and the column, such as <c>Articles.Embedding</c>: the index's name in SQL.</param>
/// <param name="DisplayName">The entity and the property, for messages.</param>
/// <param name="Table">The entity's table.</param>
/// <param name="VectorColumn">The vector's column.</param>
/// <param name="Keys">The columns of the primary key, and what they are called in the ledger.</param>
/// <param name="Ledger">The ledger's table.</param>
/// <param name="Dimensions">Elements per vector.</param>
/// <param name="IsHalf">Whether the column holds 16-bit floats.</param>
/// <param name="IsComputed">Whether the database computes the column from others.</param>
/// <param name="Metric">The distance.</param>
/// <param name="Storage">What the index's file holds.</param>
/// <param name="TargetRecall">The recall that the application asks of it: no part of what the index is.</param>
internal sealed record VectorIndexDefinition(
    string Name,
    string DisplayName,
    string Table,
    string VectorColumn,
    IReadOnlyList<VectorIndexKey> Keys,
    string Ledger,
    int Dimensions,
    bool IsHalf,
    bool IsComputed,
    VectorMetric Metric,
    VectorIndexStorage Storage,
    double TargetRecall)
{
    public LedgerSql Sql => field ??= new LedgerSql(this);

    public VectorIndexDeclaration Declaration => new(Dimensions, IsHalf, Metric, Storage);

    /// <summary>What is wrong with a vector, or <see langword="null"/> when it can be searched.</summary>
    public string? Problem(ReadOnlySpan<float> vector) => VectorGuard.Problem(vector, Dimensions, Metric);

    public bool IsSameAs(VectorIndexDefinition other)
        => Dimensions == other.Dimensions && IsHalf == other.IsHalf && IsComputed == other.IsComputed && Metric == other.Metric && Storage == other.Storage && Sql.SelectRowsAfter == other.Sql.SelectRowsAfter;
}
