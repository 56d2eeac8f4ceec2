using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using OmenDb.EFCore.Infrastructure.Internal;
using OmenDb.EFCore.Metadata.Internal;
using OmenDb.EFCore.Moving.Internal;

namespace OmenDb.EFCore;

/// <summary>Moves a database from one store to another: from SQLite to PostgreSQL, or back.</summary>
public static class OmenDbMigrator
{
    /// <summary>Copies every table of the model, in batches, and compares the stores afterwards: the number of rows of each table, and a sample of searches by each index on an entity's own property.</summary>
    /// <remarks>
    /// The target has its tables already, by migrations or <c>EnsureCreated</c>. Started again after an interruption, it compares what the target has, row by row, and copies what is missing; so rows
    /// that both stores were seeded with stay. A row that differs, or that only the target has, is refused, with its key: nothing is overwritten or deleted.
    /// What value converters of the model made is copied as it is, so both contexts need the same ones; row versions in PostgreSQL's <c>xmin</c> are not copied.
    /// Nobody may write to either store meanwhile, so the source may be in a transaction; the target may not. Tables that refer to each other in a circle, and columns that hold JSON, are not supported; rows of one table may refer to each other.
    /// </remarks>
    /// <typeparam name="TContext">The context, of which both stores have one.</typeparam>
    /// <param name="source">A context on the store to read.</param>
    /// <param name="target">A context on the store to fill.</param>
    /// <param name="progress">Told, after each batch, how many rows the target holds by now.</param>
    /// <param name="cancellationToken">Stops between two batches; what was copied stays.</param>
    /// <returns>How many rows the target holds.</returns>
    /// <exception cref="NotSupportedException">The model cannot be copied in this way.</exception>
    /// <exception cref="InvalidOperationException">The target is in a transaction, or the stores differ afterwards: the target has a row of its own or another than the source under the same key, or rows refer to each other in a circle, or its searches find others.</exception>
    /// <example><code>
    /// await using var source = new BlogContext(new DbContextOptionsBuilder().UseSqlite("Data Source=app.db", o =&gt; o.UseOmenDb()).Options);
    /// await using var target = new BlogContext(new DbContextOptionsBuilder().UseNpgsql(connectionString, o =&gt; o.UseOmenDb()).Options);
    /// await target.Database.MigrateAsync();
    /// await OmenDbMigrator.CopyAsync(source, target);
    /// </code></example>
    public static async Task<long> CopyAsync<TContext>(TContext source, TContext target, IProgress<long>? progress = null, CancellationToken cancellationToken = default)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        if (target.Database.CurrentTransaction is not null)
            throw new InvalidOperationException("A copy commits each batch, so the target may not be in a transaction: commit or roll back first.");
        target.GetVectorStore(); // or says that UseOmenDb() is missing
        var tables = CopyOrder.Of(target.Model.GetRelationalModel()).Select(table => TableCopy.Create(source, target, table)).ToList();
        var rows = 0L;
        await source.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await target.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                foreach (var table in tables)
                {
                    var before = rows;
                    rows += await table.RunAsync(copied => progress?.Report(before + copied), cancellationToken).ConfigureAwait(false);
                }

                await target.GetService<ICopyTarget>().FinishAsync(cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                await target.Database.CloseConnectionAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            await source.Database.CloseConnectionAsync().ConfigureAwait(false);
        }

        foreach (var vector in VectorModel.For(target.Model).Indexed)
            await SearchComparison.RunAsync(source, target, vector, cancellationToken).ConfigureAwait(false);
        return rows;
    }
}
