#pragma warning disable EF1001 // where Npgsql makes its connections
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;
using Npgsql.EntityFrameworkCore.PostgreSQL.Storage.Internal;
using OmenDb.EFCore.Infrastructure.Internal;
using OmenDb.EFCore.Moving.Internal;
using OmenDb.EFCore.PostgreSQL.Metadata.Internal;
using OmenDb.EFCore.PostgreSQL.Migrations.Internal;
using OmenDb.EFCore.PostgreSQL.Query.Internal;
using OmenDb.EFCore.PostgreSQL.Storage.Internal;
using OmenDb.EFCore.Query.Internal;

namespace OmenDb.EFCore.PostgreSQL.Infrastructure.Internal;

/// <summary>The services that <c>UseOmenDb()</c> adds to EF Core's.</summary>
internal sealed class OmenDbNpgsqlOptionsExtension : IDbContextOptionsExtension
{
    public DbContextOptionsExtensionInfo Info => field ??= new OmenDbExtensionInfo(this, "PostgreSQL");

    public void ApplyServices(IServiceCollection services)
    {
        new EntityFrameworkNpgsqlServicesBuilder(services)
            .TryAdd<INpgsqlDataSourceConfigurationPlugin, VectorDataSourcePlugin>()
            .TryAdd<IConventionSetPlugin, PostgresVectorConventionSetPlugin>()
            .TryAdd<IRelationalTypeMappingSourcePlugin, VectorTypeMappingPlugin>()
            .TryAdd<IMethodCallTranslatorPlugin, VectorMethodCallTranslatorPlugin>()
            .TryAdd<IEvaluatableExpressionFilterPlugin, VectorEvaluatableExpressionFilterPlugin>()
            .TryAdd<IInterceptor, PostgresVectorSearchInterceptor>();
        services.Replace(ServiceDescriptor.Scoped<IDatabase, GuardedDatabase>());
        services.Replace(ServiceDescriptor.Scoped<INpgsqlRelationalConnection, VectorRelationalConnection>());
        services.Replace(ServiceDescriptor.Scoped<IMigrationsSqlGenerator, PostgresVectorMigrationsSqlGenerator>());
        services.Replace(ServiceDescriptor.Singleton<IRelationalAnnotationProvider, PostgresVectorAnnotationProvider>());
        services.Replace(ServiceDescriptor.Scoped<IQueryTranslationPostprocessorFactory, PostgresVectorPostprocessorFactory>());
        services.Replace(ServiceDescriptor.Scoped<IQuerySqlGeneratorFactory, PostgresVectorQuerySqlGeneratorFactory>());
        services.AddScoped<IVectorStore, PostgresVectorStore>();
        services.AddScoped<ICopyTarget, PostgresCopyTarget>();
    }

    public void Validate(IDbContextOptions options)
    {
        if (!options.Extensions.Any(e => e is RelationalOptionsExtension && e.GetType().Assembly == typeof(NpgsqlDbContextOptionsBuilder).Assembly))
            throw new InvalidOperationException("UseOmenDb() of OmenDb.EFCore.PostgreSQL needs PostgreSQL: options.UseNpgsql(connectionString, npgsql => npgsql.UseOmenDb()).");
        if (options.FindExtension<CoreOptionsExtension>()?.InternalServiceProvider?.GetService<IServiceProviderIsService>()?.IsService(typeof(IVectorStore)) == false)
            throw new InvalidOperationException("UseOmenDb() finds none of its services in those given to UseInternalServiceProvider. Call AddEntityFrameworkNpgsqlOmenDb() on them, behind AddEntityFrameworkNpgsql(); or leave UseInternalServiceProvider out.");
    }
}
