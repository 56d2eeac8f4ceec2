using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace OmenDb.EFCore.PostgreSQL.Tests.Model;

/// <summary>A model that a test makes up, on either store; on PostgreSQL in a schema for each class of tests.</summary>
public sealed class ShapedContext(DbContextOptions options, string? schema, Action<ModelBuilder> shape) : DbContext(options)
{
    /// <summary>New tables in the schema of the calling class of tests.</summary>
    public static async Task<ShapedContext> CreateAsync(Action<ModelBuilder> shape, [CallerFilePath] string caller = "")
    {
        var db = await OpenAsync(shape, caller);
        await db.ExecuteAsync("DROP SCHEMA IF EXISTS {0} CASCADE");
        await db.GetService<IRelationalDatabaseCreator>().CreateTablesAsync();
        return db;
    }

    /// <summary>The tables that the schema of the calling class of tests has.</summary>
    public static async Task<ShapedContext> OpenAsync(Action<ModelBuilder> shape, [CallerFilePath] string caller = "")
    {
        var server = await PostgresServer.GetAsync();
        return new ShapedContext(Options(o => o.UseNpgsql(server.ConnectionString, npgsql => npgsql.UseOmenDb())), Path.GetFileNameWithoutExtension(caller), shape);
    }

    /// <summary>The same model in a new file.</summary>
    public static async Task<ShapedContext> OnSqliteAsync(string file, Action<ModelBuilder> shape)
    {
        var db = new ShapedContext(Options(o => o.UseSqlite($"Data Source={file};Pooling=False", sqlite => sqlite.UseOmenDb())), schema: null, shape);
        await db.Database.EnsureCreatedAsync();
        return db;
    }

    /// <summary>Runs SQL in which {0} is the schema.</summary>
    public Task ExecuteAsync(string sql) => Database.ExecuteSqlRawAsync(sql.Replace("{0}", $"\"{schema}\"", StringComparison.Ordinal));

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        if (schema is not null)
            modelBuilder.HasDefaultSchema(schema);
        shape(modelBuilder);
    }

    private static DbContextOptions<ShapedContext> Options(Action<DbContextOptionsBuilder> configure)
    {
        var options = new DbContextOptionsBuilder<ShapedContext>().ReplaceService<IModelCacheKeyFactory, EachContextItsModel>();
        configure(options);
        return options.Options;
    }

    private sealed class EachContextItsModel : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => (context, designTime);
    }
}
