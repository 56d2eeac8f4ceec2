using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Scaffolding;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using OmenDb.EFCore.PostgreSQL.Design.Internal;
using OmenDb.EFCore.PostgreSQL.Storage.Internal;

namespace OmenDb.EFCore.PostgreSQL.Design;

/// <summary>
/// Teaches <c>dotnet ef</c> what a vector is: <c>dbcontext scaffold</c> gives vectors and their indexes back, and model snapshots name them as
/// <c>OnModelCreating</c> does. The package declares it to the projects that use it; nobody calls it.
/// </summary>
public sealed class OmenDbNpgsqlDesignTimeServices : IDesignTimeServices
{
    /// <summary>Adds the services that <c>dotnet ef</c> asks for.</summary>
    /// <param name="serviceCollection">The tool's services, before Npgsql adds its own.</param>
    public void ConfigureDesignTimeServices(IServiceCollection serviceCollection)
        => serviceCollection
            .AddSingleton<IRelationalTypeMappingSourcePlugin, VectorTypeMappingPlugin>()
            .AddSingleton<IAnnotationCodeGenerator, PostgresVectorAnnotationCodeGenerator>()
            .AddSingleton<IDatabaseModelFactory, PostgresVectorDatabaseModelFactory>()
            .AddSingleton<IProviderCodeGeneratorPlugin, UseOmenDbCodeGeneratorPlugin>();
}
