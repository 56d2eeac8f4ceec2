using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;
using OmenDb.EFCore.PostgreSQL.Infrastructure.Internal;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Turns a PostgreSQL context into a vector store.</summary>
public static class OmenDbNpgsqlDbContextOptionsBuilderExtensions
{
    /// <summary>Adds vectors, vector indexes and <c>NearestTo</c> to a context on PostgreSQL, which needs pgvector 0.8 or later on the server.</summary>
    /// <param name="npgsql">The builder that <c>UseNpgsql</c> hands out.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <example><code>
    /// options.UseNpgsql(connectionString, npgsql =&gt; npgsql.UseOmenDb());
    /// </code></example>
    public static NpgsqlDbContextOptionsBuilder UseOmenDb(this NpgsqlDbContextOptionsBuilder npgsql)
    {
        ArgumentNullException.ThrowIfNull(npgsql);
        var options = ((IRelationalDbContextOptionsBuilderInfrastructure)npgsql).OptionsBuilder;
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(
            options.Options.FindExtension<OmenDbNpgsqlOptionsExtension>() ?? new OmenDbNpgsqlOptionsExtension());
        return npgsql;
    }
}
