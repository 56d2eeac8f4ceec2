namespace OmenDb.EFCore.PostgreSQL.Infrastructure.Internal;

/// <summary>What the server says of an hnsw index.</summary>
/// <param name="Name">Its name, quoted where it must be.</param>
/// <param name="IsValid">Whether it is whole; one whose concurrent build failed is not.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="IsBeingBuilt">Whether an index of the table is being built.</param>
/// <param name="RowsBuilt">How many rows that build has taken up.</param>
internal sealed record ServerIndex(string Name, bool IsValid, long Bytes, bool IsBeingBuilt, long RowsBuilt);
