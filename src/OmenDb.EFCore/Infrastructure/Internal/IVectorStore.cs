using Microsoft.EntityFrameworkCore.Metadata;

namespace OmenDb.EFCore.Infrastructure.Internal;

/// <summary>What a database provider does for vectors beyond queries; one for each context.</summary>
internal interface IVectorStore
{
    /// <summary>The index of a property, which the model says has one.</summary>
    IVectorIndex GetIndex(IProperty vector);

    /// <summary>Inserts entities in one transaction; the context does not track them.</summary>
    Task<int> AddBatchAsync<TEntity>(IEntityType entityType, IAsyncEnumerable<TEntity> entities, AddBatchOptions options, CancellationToken cancellationToken)
        where TEntity : class;

    /// <summary>Inserts entities in one transaction; the context does not track them.</summary>
    int AddBatch<TEntity>(IEntityType entityType, IEnumerable<TEntity> entities, AddBatchOptions options, CancellationToken cancellationToken)
        where TEntity : class;

    /// <summary>Makes the database hand out keys behind those that were copied into it.</summary>
    Task FinishCopyAsync(CancellationToken cancellationToken);
}
