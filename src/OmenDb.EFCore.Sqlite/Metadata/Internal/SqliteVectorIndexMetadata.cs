using Microsoft.EntityFrameworkCore.Metadata;

namespace OmenDb.EFCore.Sqlite.Metadata.Internal;

/// <summary>A vector index in a model.</summary>
/// <param name="Definition">What it is, free of the model.</param>
/// <param name="Ledger">The entity type of its ledger.</param>
internal sealed record SqliteVectorIndexMetadata(VectorIndexDefinition Definition, IEntityType Ledger);
