#pragma warning disable EF1001 // SQLite's own connection and EF Core's own migrator are what there is to add to
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Internal;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OmenDb.EFCore.Infrastructure.Internal;
using OmenDb.EFCore.Moving.Internal;
using OmenDb.EFCore.Query.Internal;
using OmenDb.EFCore.Sqlite.Metadata.Internal;
using OmenDb.EFCore.Sqlite.Migrations.Internal;
using OmenDb.EFCore.Sqlite.Query.Internal;
using OmenDb.EFCore.Sqlite.Storage.Internal;

namespace OmenDb.EFCore.Sqlite.Infrastructure.Internal;

/// <summary>The services that <c>UseOmenDb()</c> adds to EF Core's.</summary>
internal sealed class OmenDbSqliteOptionsExtension : IDbContextOptionsExtension
{
    public DbContextOptionsExtensionInfo Info => field ??= new OmenDbExtensionInfo(this, "Sqlite");

    public void ApplyServices(IServiceCollection services)
    {
        new EntityFrameworkRelationalServicesBuilder(services)
            .TryAdd<IConventionSetPlugin, SqliteVectorConventionSetPlugin>()
            .TryAdd<IRelationalTypeMappingSourcePlugin, VectorTypeMappingPlugin>()
            .TryAdd<IMethodCallTranslatorPlugin, VectorMethodCallTranslatorPlugin>()
            .TryAdd<IEvaluatableExpressionFilterPlugin, VectorEvaluatableExpressionFilterPlugin>()
            .TryAdd<IInterceptor, SqliteVectorSearchInterceptor>();
        services.Replace(ServiceDescriptor.Scoped<IDatabase, GuardedDatabase>());
        services.Replace(ServiceDescriptor.Scoped<IMigrationsSqlGenerator, SqliteVectorMigrationsSqlGenerator>());
        services.Replace(ServiceDescriptor.Singleton<IRelationalAnnotationProvider, SqliteVectorAnnotationProvider>());
        services.Replace(ServiceDescriptor.Scoped<IQueryTranslationPostprocessorFactory, SqliteVectorPostprocessorFactory>());
        services.Replace(ServiceDescriptor.Scoped<ISqliteRelationalConnection, SqliteVectorConnection>());
        services.Replace(ServiceDescriptor.Scoped<IRelationalDatabaseCreator, SqliteVectorDatabaseCreator>());
        services.Replace(ServiceDescriptor.Scoped<IMigrator>(static s => new SqliteVectorMigrator(ActivatorUtilities.CreateInstance<Migrator>(s), s.GetRequiredService<SqliteVectorStore>())));
        services.AddScoped<SqliteVectorStore>();
        services.AddScoped<IResettableService>(static s => s.GetRequiredService<SqliteVectorStore>());
        services.AddScoped<IVectorStore>(static s => s.GetRequiredService<SqliteVectorStore>());
        services.AddScoped<ICopyTarget, SqliteCopyTarget>();
    }

    public void Validate(IDbContextOptions options)
    {
        if (!options.Extensions.Any(e => e is RelationalOptionsExtension && e.GetType().Assembly == typeof(SqliteDbContextOptionsBuilder).Assembly))
            throw new InvalidOperationException("UseOmenDb() of OmenDb.EFCore.Sqlite needs SQLite: options.UseSqlite(connectionString, sqlite => sqlite.UseOmenDb()).");
        if (options.FindExtension<CoreOptionsExtension>()?.InternalServiceProvider?.GetService<IServiceProviderIsService>()?.IsService(typeof(IVectorStore)) == false)
            throw new InvalidOperationException("UseOmenDb() finds none of its services in those given to UseInternalServiceProvider. Call AddEntityFrameworkSqliteOmenDb() on them, behind AddEntityFrameworkSqlite(); or leave UseInternalServiceProvider out.");
    }
}
