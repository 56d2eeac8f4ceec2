using Microsoft.EntityFrameworkCore.Metadata;

namespace OmenDb.EFCore.Infrastructure.Internal;

/// <summary>What a database provider does for vectors beyond queries; one for each context.</summary>
internal interface IVectorStore
{
    /// <summary>The index of a property, which the model says has one.</summary>
    IVectorIndex GetIndex(IProperty vector);

    /// <summary>Begins a transaction, or a part of the context's, and inserts entities in it. The connection is open.</summary>
    /// <param name="entityType">Their type in the model.</param>
    /// <param name="isHeld">Whether the caller holds them all in a collection: then each may be remembered, and loses its key again after an error.</param>
    /// <param name="progress">Is told how many there are.</param>
    IEntityBatch BeginBatch(IEntityType entityType, bool isHeld, IProgress<long>? progress);

    /// <summary>Refuses a connection over which vectors cannot be kept.</summary>
    void RequireConnection();

    /// <summary>Whether the connection is open and still in the transaction that was begun: an error may have ended both.</summary>
    bool IsInTransaction { get; }
}
