using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using OmenDb.EFCore.Infrastructure.Internal;

namespace OmenDb.EFCore.PostgreSQL.Infrastructure.Internal;

/// <summary>One context's way to the vector indexes of its database.</summary>
internal sealed class PostgresVectorStore(ICurrentDbContext currentContext) : IVectorStore
{
    private DbContext Context => currentContext.Context;

    public IVectorIndex GetIndex(IProperty vector) => new PostgresVectorIndex(Context, vector);

    public async Task<int> AddBatchAsync<TEntity>(
        IEntityType entityType, IAsyncEnumerable<TEntity> entities, bool isHeld, AddBatchOptions options, CancellationToken cancellationToken)
        where TEntity : class
    {
        await Context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var copy = new BatchCopy(Context, entityType, isHeld, options.Progress);
            await foreach (var entity in entities.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                await copy.AddAsync(entity, async: true, cancellationToken).ConfigureAwait(false);
            }

            return await copy.CommitAsync(async: true, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await Context.Database.CloseConnectionAsync().ConfigureAwait(false);
        }
    }

    public int AddBatch<TEntity>(
        IEntityType entityType, IEnumerable<TEntity> entities, bool isHeld, AddBatchOptions options, CancellationToken cancellationToken)
        where TEntity : class
    {
        Context.Database.OpenConnection();
        try
        {
            using var copy = new BatchCopy(Context, entityType, isHeld, options.Progress);
            foreach (var entity in entities)
            {
                cancellationToken.ThrowIfCancellationRequested();
                copy.AddAsync(entity, async: false, cancellationToken).GetAwaiter().GetResult(); // which has completed
            }

            return copy.CommitAsync(async: false, cancellationToken).GetAwaiter().GetResult();
        }
        finally
        {
            Context.Database.CloseConnection();
        }
    }

    public bool IsInTransaction => Context.Database.GetDbConnection().State == ConnectionState.Open;
}
