using System.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using OmenDb.EFCore;
using OmenDb.EFCore.Infrastructure.Internal;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Inserts many entities at once.</summary>
public static class VectorDbSetExtensions
{
    /// <summary>
    /// Inserts entities in one transaction, with memory that does not grow with their number: all of them or, on an error, none.
    /// </summary>
    /// <remarks>
    /// The context neither tracks them nor saves anything else, and interceptors and events of SaveChanges do not see them. Keys that the database generates are set on the entities; after an error they are void, and
    /// those that came in a list or another collection have none again. Joins the context's current transaction if there is one. Entities
    /// that they refer to are not inserted, but their keys are taken, as SaveChanges does: insert those first, or let them come before in the same batch.
    /// On SQLite nobody else may write meanwhile: where a source waits for somebody, such as a service that embeds, a thousand entities at a time are better.
    /// Searches find the rows once they are committed, and the index takes them up in the background: a program that ends right afterwards calls
    /// <see cref="IVectorIndex.FlushAsync"/> first, or leaves that work to the next one.
    /// </remarks>
    /// <typeparam name="T">The entity type.</typeparam>
    /// <param name="set">The set to insert into.</param>
    /// <param name="entities">The entities; enumerated once, as they are inserted.</param>
    /// <param name="options">Progress reporting.</param>
    /// <param name="ct">Stops and rolls back.</param>
    /// <returns>How many were inserted.</returns>
    /// <exception cref="ArgumentException">A vector has the wrong length, holds NaN or infinity, or is zero under cosine; or an entity refers to one that has no key yet.</exception>
    /// <exception cref="NotSupportedException">The entity is more than one row of one table, or shares its class with other types, or misses a value that only the database can make, or others refer to it in its navigations, which SaveChanges would insert with it.</exception>
    /// <exception cref="InvalidOperationException"><c>UseOmenDb()</c> was not called in the context's options; or the context's transaction lost its connection.</exception>
    /// <example><code>
    /// var inserted = await db.Articles.AddBatchAsync(articles, new AddBatchOptions { Progress = new Progress&lt;long&gt;(n =&gt; Console.WriteLine($"{n} rows")) });
    /// await db.Database.VectorIndex&lt;Article&gt;(a =&gt; a.Embedding).FlushAsync(); // only if the program ends now
    /// </code></example>
    public static Task<int> AddBatchAsync<T>(this DbSet<T> set, IEnumerable<T> entities, AddBatchOptions? options = null, CancellationToken ct = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(entities);
        return AddAsync(set, entities.ToAsyncEnumerable(), IsHeld(entities), options, ct);
    }

    /// <inheritdoc cref="AddBatchAsync{T}(DbSet{T}, IEnumerable{T}, AddBatchOptions?, CancellationToken)"/>
    public static Task<int> AddBatchAsync<T>(this DbSet<T> set, IAsyncEnumerable<T> entities, AddBatchOptions? options = null, CancellationToken ct = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(entities);
        return AddAsync(set, entities, isHeld: false, options, ct);
    }

    /// <inheritdoc cref="AddBatchAsync{T}(DbSet{T}, IEnumerable{T}, AddBatchOptions?, CancellationToken)"/>
    public static int AddBatch<T>(this DbSet<T> set, IEnumerable<T> entities, AddBatchOptions? options = null, CancellationToken ct = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(entities);
        var context = set.GetService<ICurrentDbContext>().Context;
        var store = StoreOf(context);
        context.Database.OpenConnection();
        try
        {
            using var batch = store.BeginBatch(set.EntityType, IsHeld(entities), options?.Progress);
            foreach (var entity in entities)
            {
                ct.ThrowIfCancellationRequested();
                batch.AddAsync(entity, async: false, ct).GetAwaiter().GetResult(); // which has completed
            }

            return batch.CommitAsync(async: false, ct).GetAwaiter().GetResult();
        }
        finally
        {
            context.Database.CloseConnection();
        }
    }

    private static Task<int> AddAsync<T>(DbSet<T> set, IAsyncEnumerable<T> entities, bool isHeld, AddBatchOptions? options, CancellationToken ct)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(set);
        var context = set.GetService<ICurrentDbContext>().Context;
        var store = StoreOf(context);
        return InsertAsync();

        async Task<int> InsertAsync()
        {
            await context.Database.OpenConnectionAsync(ct).ConfigureAwait(false);
            try
            {
                using var batch = store.BeginBatch(set.EntityType, isHeld, options?.Progress);
                await foreach (var entity in entities.WithCancellation(ct).ConfigureAwait(false))
                {
                    ct.ThrowIfCancellationRequested();
                    await batch.AddAsync(entity, async: true, ct).ConfigureAwait(false);
                }

                return await batch.CommitAsync(async: true, ct).ConfigureAwait(false);
            }
            finally
            {
                await context.Database.CloseConnectionAsync().ConfigureAwait(false);
            }
        }
    }

    private static IVectorStore StoreOf(DbContext context)
    {
        // EF Core opens the connection again, and no longer knows of the transaction: the batch would be committed by itself.
        if (context.Database.CurrentTransaction is not null && context.Database.GetDbConnection().State != ConnectionState.Open)
            throw new InvalidOperationException("The transaction that the batch is to be part of is over: its connection was lost. Dispose it, and begin again what was done in it.");
        return context.GetVectorStore();
    }

    private static bool IsHeld<T>(IEnumerable<T> entities) => entities is IReadOnlyCollection<T> or ICollection<T>;
}
