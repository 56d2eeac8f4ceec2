using Microsoft.EntityFrameworkCore.Infrastructure;
using OmenDb.EFCore.Sqlite.Infrastructure.Internal;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Turns a SQLite context into a vector store.</summary>
public static class OmenDbSqliteDbContextOptionsBuilderExtensions
{
    /// <summary>Adds vectors, vector indexes and <c>NearestTo</c> to a context on SQLite.</summary>
    /// <param name="sqlite">The builder that <c>UseSqlite</c> hands out.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <example><code>
    /// options.UseSqlite("Data Source=app.db", sqlite =&gt; sqlite.UseOmenDb());
    /// </code></example>
    public static SqliteDbContextOptionsBuilder UseOmenDb(this SqliteDbContextOptionsBuilder sqlite)
    {
        ArgumentNullException.ThrowIfNull(sqlite);
        var options = ((IRelationalDbContextOptionsBuilderInfrastructure)sqlite).OptionsBuilder;
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(
            options.Options.FindExtension<OmenDbSqliteOptionsExtension>() ?? new OmenDbSqliteOptionsExtension());
        return sqlite;
    }
}
