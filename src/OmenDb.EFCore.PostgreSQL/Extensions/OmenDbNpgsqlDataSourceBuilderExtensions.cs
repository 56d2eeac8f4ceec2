using Npgsql.TypeMapping;
using OmenDb.EFCore.PostgreSQL.Storage.Internal;

namespace Npgsql;

/// <summary>Teaches a data source that the application builds itself how vectors are written.</summary>
public static class OmenDbNpgsqlDataSourceBuilderExtensions
{
    /// <summary>
    /// Adds the types <c>vector</c> and <c>halfvec</c>. Needed only where <c>UseNpgsql</c> is given a data source of one's own instead of a connection string.
    /// </summary>
    /// <param name="mapper">The data source's builder.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <example><code>
    /// var builder = new NpgsqlDataSourceBuilder(connectionString);
    /// builder.UseOmenDb();
    /// options.UseNpgsql(builder.Build(), npgsql =&gt; npgsql.UseOmenDb());
    /// </code></example>
    public static INpgsqlTypeMapper UseOmenDb(this INpgsqlTypeMapper mapper)
    {
        ArgumentNullException.ThrowIfNull(mapper);
#pragma warning disable NPG9001 // how Npgsql's own plug-ins add a type
        mapper.AddTypeInfoResolverFactory(new VectorTypeInfoResolverFactory());
#pragma warning restore NPG9001
        return mapper;
    }
}
