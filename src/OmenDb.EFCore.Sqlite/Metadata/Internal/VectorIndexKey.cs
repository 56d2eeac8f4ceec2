namespace OmenDb.EFCore.Sqlite.Metadata.Internal;

/// <summary>One column of an indexed entity's primary key.</summary>
/// <param name="Column">Its name in the entity's table.</param>
/// <param name="LedgerColumn">Its name in the ledger.</param>
internal readonly record struct VectorIndexKey(string Column, string LedgerColumn);
