using OmenDb.EFCore.Sqlite.Infrastructure.Internal;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>For applications that make EF Core's service provider themselves.</summary>
public static class OmenDbSqliteServiceCollectionExtensions
{
    /// <summary>
    /// Adds what <c>UseOmenDb()</c> needs to the services that are handed to <c>UseInternalServiceProvider</c>. Not needed, and not to be called, otherwise.
    /// </summary>
    /// <param name="services">EF Core's services for SQLite.</param>
    /// <returns>The same services, so that calls can be chained.</returns>
    /// <example><code>
    /// var services = new ServiceCollection().AddEntityFrameworkSqlite().AddEntityFrameworkSqliteOmenDb().BuildServiceProvider();
    /// options.UseSqlite("Data Source=app.db", sqlite =&gt; sqlite.UseOmenDb()).UseInternalServiceProvider(services);
    /// </code></example>
    public static IServiceCollection AddEntityFrameworkSqliteOmenDb(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        new OmenDbSqliteOptionsExtension().ApplyServices(services);
        return services;
    }
}
