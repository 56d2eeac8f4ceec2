using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging;
using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.EFCore.Sqlite.Tests.Infrastructure;

/// <summary>A SQLite file in a folder of its own, deleted at the end, and what contexts did to it.</summary>
public sealed class TestDatabase : IDisposable
{
    private readonly ConcurrentQueue<(EventId Id, string Message)> _events = new();
    private readonly TemporaryFolder _folder = new();

    public string FilePath => _folder.File("app.db");

    public string ConnectionString => ConnectionStringOf(FilePath);

    public string Sidecar => FilePath + ".omen";

    public CommandLog Commands { get; } = new();

    public (EventId Id, string Message)[] Events => [.. _events];

    public static DbContextOptions<TContext> Options<TContext>(string path)
        where TContext : DbContext
        => new DbContextOptionsBuilder<TContext>().UseSqlite(ConnectionStringOf(path), sqlite => sqlite.UseOmenDb()).Options;

    /// <summary>Options that record commands and events here.</summary>
    public DbContextOptions<TContext> Options<TContext>(Action<DbContextOptionsBuilder>? provider = null)
        where TContext : DbContext
    {
        var options = new DbContextOptionsBuilder<TContext>();
        if (provider is null)
            options.UseSqlite(ConnectionString, sqlite => sqlite.UseOmenDb());
        else
            provider(options);
        options.AddInterceptors(Commands)
            .ReplaceService<IModelCacheKeyFactory, ModelByDefinition>()
            .LogTo((_, level) => level >= LogLevel.Warning, e => _events.Enqueue((e.EventId, e.ToString())));
        return options.Options;
    }

    public LibraryContext Library() => new(Options<LibraryContext>());

    /// <summary>A context on the library's model; its tables are created.</summary>
    public async Task<LibraryContext> CreateLibraryAsync()
    {
        var db = Library();
        await db.Database.EnsureCreatedAsync();
        return db;
    }

    /// <summary>The same with articles 1 to n in it, and in the index if that is flushed.</summary>
    public async Task<LibraryContext> FillLibraryAsync(int articles, bool flushed = false)
    {
        var db = await CreateLibraryAsync();
        await db.AddArticlesAsync(articles);
        if (flushed)
            await db.ArticleIndex().FlushAsync();
        return db;
    }

    public ModelContext Open(Action<ModelBuilder> model, Action<ModelConfigurationBuilder>? conventions = null) => new(Options<ModelContext>(), model, conventions);

    /// <summary>A context on a model of the test's own; its tables are created.</summary>
    public async Task<ModelContext> CreateAsync(Action<ModelBuilder> model, Action<ModelConfigurationBuilder>? conventions = null)
    {
        var db = Open(model, conventions);
        await db.Database.EnsureCreatedAsync();
        return db;
    }

    /// <summary>A plain connection that knows nothing of vectors.</summary>
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        return connection;
    }

    /// <summary>Runs SQL as any other program would.</summary>
    public int Execute(string sql, params (string Name, object Value)[] parameters)
    {
        using var connection = Connect();
        return Execute(connection, sql, parameters);
    }

    public static int Execute(SqliteConnection connection, string sql, params (string Name, object Value)[] parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        return command.ExecuteNonQuery();
    }

    public object? Scalar(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    public string[] Snapshots => Directory.Exists(Sidecar) ? Directory.GetFiles(Sidecar, "*.vamana") : [];

    /// <summary>Whether this process has an index file of the database in memory, be it deleted; Linux alone tells.</summary>
    public bool IsMapped => OperatingSystem.IsLinux() && File.ReadLines("/proc/self/maps").Any(line => line.Contains(Sidecar, StringComparison.Ordinal));

    /// <summary>The same database, index files and all, at a path that this process has not opened yet.</summary>
    public TestDatabase Copy()
    {
        SqliteConnection.ClearAllPools();
        // The write-ahead log stays as long as somebody reads: the indexer may be about to leave as the last one.
        using var reader = Connect();
        using var transaction = reader.BeginTransaction(deferred: true);
        using var command = reader.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master";
        command.ExecuteScalar();
        var copy = new TestDatabase();
        foreach (var file in Directory.GetFiles(_folder.Path).Where(f => !f.EndsWith("-shm", StringComparison.Ordinal)))
            File.Copy(file, copy._folder.File(Path.GetFileName(file)));
        if (Directory.Exists(Sidecar))
        {
            Directory.CreateDirectory(copy.Sidecar);
            foreach (var file in Snapshots)
                File.Copy(file, Path.Combine(copy.Sidecar, Path.GetFileName(file)));
        }

        return copy;
    }

    /// <summary>Does something while the index of the articles is at work, and stays so until then.</summary>
    public async Task WhileIndexingAsync(Func<Task> action)
    {
        using var begun = new ManualResetEventSlim();
        using var end = new ManualResetEventSlim();
        var busy = Task.Factory.StartNew(
            () => IndexRegistry.Get(FilePath).Get("Articles.Embedding").Turns.Run(() =>
            {
                begun.Set();
                end.Wait();
            }),
            TaskCreationOptions.LongRunning);
        begun.Wait();
        try
        {
            await action();
        }
        finally
        {
            end.Set();
            await busy;
        }
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        if (OperatingSystem.IsWindows()) // which deletes no file that is mapped
        {
            foreach (var index in IndexRegistry.Get(FilePath).Indexes)
                index.Unload();
            IndexRegistry.Get(FilePath).Snapshots!.Dispose();
        }

        _folder.Dispose();
    }

    private static string ConnectionStringOf(string path) => new SqliteConnectionStringBuilder { DataSource = path }.ToString();
}
