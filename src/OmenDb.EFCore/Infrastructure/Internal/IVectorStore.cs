using Microsoft.EntityFrameworkCore.Metadata;

namespace OmenDb.EFCore.Infrastructure.Internal;

/// <summary>What a database provider does for vectors beyond queries; one for each context.</summary>
internal interface IVectorStore
{
    /// <summary>The index of a property, which the model says has one.</summary>
    IVectorIndex GetIndex(IProperty vector);

    /// <summary>Inserts entities in one transaction; the context does not track them.</summary>
    /// <param name="entityType">Their type in the model.</param>
    /// <param name="entities">The entities.</param>
    /// <param name="isHeld">Whether the caller holds them all in a collection: then each may be remembered, and loses its key again after an error.</param>
    /// <param name="options">Progress reporting.</param>
    /// <param name="cancellationToken">Stops and rolls back.</param>
    Task<int> AddBatchAsync<TEntity>(IEntityType entityType, IAsyncEnumerable<TEntity> entities, bool isHeld, AddBatchOptions options, CancellationToken cancellationToken)
        where TEntity : class;

    /// <inheritdoc cref="AddBatchAsync"/>
    int AddBatch<TEntity>(IEntityType entityType, IEnumerable<TEntity> entities, bool isHeld, AddBatchOptions options, CancellationToken cancellationToken)
        where TEntity : class;

    /// <summary>Whether the connection is open and still in the transaction that was begun: an error may have ended both.</summary>
    bool IsInTransaction { get; }
}
