using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using OmenDb.EFCore.Infrastructure.Internal;
using OmenDb.EFCore.PostgreSQL.Metadata.Internal;

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

    public string Exactly(string column) => $"{column}::text COLLATE \"C\""; // some types cannot be compared, and some collations take different texts for equal

    public string KeepingKeys => "OVERRIDING SYSTEM VALUE ";

    public async Task FinishCopyAsync(CancellationToken cancellationToken)
    {
        var sql = Context.GetService<ISqlGenerationHelper>();
        foreach (var table in Context.Model.GetRelationalModel().Tables)
        {
            var name = sql.DelimitIdentifier(table.Name, table.Schema);
            foreach (var (column, sequence) in KeySequence.Of(table, sql))
            {
                // Forwards only: another table may take its keys from there, too.
                var setNext = $"""
                    SELECT setval(s.seqrelid::regclass, m.last) FROM pg_sequence AS s, (SELECT max({sql.DelimitIdentifier(column.Name)})::bigint AS last FROM {name}) AS m
                    WHERE s.seqrelid = ({sequence})::regclass AND m.last >= coalesce(pg_sequence_last_value(s.seqrelid) + s.seqincrement, s.seqstart)
                    """;
                await Context.Database.ExecuteSqlRawAsync(setNext, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
