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

    /// <summary>SQL that makes of two values of a column what differs unless these are the same, whatever the column takes for equal.</summary>
    string Exactly(string column);

    /// <summary>What an INSERT says in front of its rows, so that the database takes the keys that it is given instead of making its own.</summary>
    string KeepingKeys { get; }

    /// <summary>Makes the database hand out keys behind those that were copied into it.</summary>
    Task FinishCopyAsync(CancellationToken cancellationToken);
}
