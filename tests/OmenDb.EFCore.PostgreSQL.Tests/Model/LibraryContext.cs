using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace OmenDb.EFCore.PostgreSQL.Tests.Model;

/// <summary>A small model in a schema for each class of tests, so that these do not see each other's rows.</summary>
public class LibraryContext(DbContextOptions options, string? schema) : DbContext(options)
{
    public string? Schema => schema;

    public DbSet<Book> Books => Set<Book>();

    public DbSet<Stamp> Stamps => Set<Stamp>();

    /// <summary>New tables in the schema of the calling class of tests.</summary>
    public static async Task<LibraryContext> CreateAsync([CallerFilePath] string caller = "")
    {
        var db = new LibraryContext(await OptionsAsync(), Path.GetFileNameWithoutExtension(caller));
        await db.ExecuteAsync("DROP SCHEMA IF EXISTS {0} CASCADE");
        await db.GetService<IRelationalDatabaseCreator>().CreateTablesAsync();
        return db;
    }

    /// <summary>The same model in a file.</summary>
    public static LibraryContext OnSqlite(string file)
        => new(Options(o => o.UseSqlite($"Data Source={file}", sqlite => sqlite.UseOmenDb())), schema: null);

    /// <summary>The tables that a schema has.</summary>
    public static LibraryContext OnPostgres(string? connectionString, string schema)
        => new(Options(o => o.UseNpgsql(connectionString, npgsql => npgsql.UseOmenDb())), schema);

    public static async Task<DbContextOptions> OptionsAsync(Action<DbContextOptionsBuilder>? configure = null)
    {
        var server = await PostgresServer.GetAsync();
        return Options(o =>
        {
            o.UseNpgsql(server.ConnectionString, npgsql => npgsql.UseOmenDb());
            configure?.Invoke(o);
        });
    }

    /// <summary>Adds books with random vectors, on shelves in turn.</summary>
    public async Task<List<Book>> AddBooksAsync(int count, int shelves = 10)
    {
        var books = Vectors.Many(count).Select((v, i) => new Book { Title = $"Book {i}", Shelf = i % shelves, Vector = v }).ToList();
        await Books.AddBatchAsync(books);
        return books;
    }

    /// <summary>Runs SQL in which {0} is the schema.</summary>
    public Task ExecuteAsync(string sql) => Database.ExecuteSqlRawAsync(sql.Replace("{0}", $"\"{schema}\"", StringComparison.Ordinal));

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        if (schema is not null)
            modelBuilder.HasDefaultSchema(schema);
        modelBuilder.Entity<Novel>();
        modelBuilder.Entity<Stamp>().ComplexProperty(s => s.Picture);
    }

    private static DbContextOptions<LibraryContext> Options(Action<DbContextOptionsBuilder> configure)
    {
        var options = new DbContextOptionsBuilder<LibraryContext>().ReplaceService<IModelCacheKeyFactory, SchemaModelCacheKeyFactory>();
        configure(options);
        return options.Options;
    }
}
