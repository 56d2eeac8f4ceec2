using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using OmenDb.EFCore.Infrastructure.Internal;

namespace OmenDb.EFCore.PostgreSQL.Infrastructure.Internal;

/// <summary>One context's way to the vector indexes of its database.</summary>
internal sealed class PostgresVectorStore(ICurrentDbContext currentContext) : IVectorStore
{
    private DbContext Context => currentContext.Context;

    public IVectorIndex GetIndex(IProperty vector) => new PostgresVectorIndex(Context, vector);

    public async Task<int> AddBatchAsync<TEntity>(
        IEntityType entityType, IAsyncEnumerable<TEntity> entities, AddBatchOptions options, CancellationToken cancellationToken)
        where TEntity : class
    {
        await Context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var copy = new BatchCopy(Context, entityType, options.Progress);
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
        IEntityType entityType, IEnumerable<TEntity> entities, AddBatchOptions options, CancellationToken cancellationToken)
        where TEntity : class
    {
        Context.Database.OpenConnection();
        try
        {
            using var copy = new BatchCopy(Context, entityType, options.Progress);
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

    public async Task FinishCopyAsync(CancellationToken cancellationToken)
    {
        var sql = Context.GetService<ISqlGenerationHelper>();
        foreach (var table in Context.Model.GetRelationalModel().Tables)
        {
            if (table.PrimaryKey?.Columns is not [{ StoreType: "integer" or "bigint" or "smallint" } key] || key.PropertyMappings[0].Property.ValueGenerated != ValueGenerated.OnAdd)
                continue;
            var (name, column) = (sql.DelimitIdentifier(table.Name, table.Schema), sql.DelimitIdentifier(key.Name));
            var setNext = $"SELECT setval(s, (SELECT max({column})::bigint FROM {name})) FROM pg_get_serial_sequence({{0}}, {{1}}) AS s WHERE s IS NOT NULL AND EXISTS (SELECT 1 FROM {name})";
            await Context.Database.ExecuteSqlRawAsync(setNext, [name, key.Name], cancellationToken).ConfigureAwait(false);
        }
    }
}
