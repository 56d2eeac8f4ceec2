using OmenDb.EFCore.PostgreSQL.Infrastructure.Internal;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>For applications that make EF Core's service provider themselves.</summary>
public static class OmenDbNpgsqlServiceCollectionExtensions
{
    /// <summary>
    /// Adds what <c>UseOmenDb()</c> needs to the services that are handed to <c>UseInternalServiceProvider</c>. Not needed, and not to be called, otherwise.
    /// </summary>
    /// <param name="services">EF Core's services for PostgreSQL.</param>
    /// <returns>The same services, so that calls can be chained.</returns>
    /// <example><code>
    /// var services = new ServiceCollection().AddEntityFrameworkNpgsql().AddEntityFrameworkNpgsqlOmenDb().BuildServiceProvider();
    /// options.UseNpgsql(connectionString, npgsql =&gt; npgsql.UseOmenDb()).UseInternalServiceProvider(services);
    /// </code></example>
    public static IServiceCollection AddEntityFrameworkNpgsqlOmenDb(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        new OmenDbNpgsqlOptionsExtension().ApplyServices(services);
        return services;
    }
}
