using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace ApiSearch.Data;

/// <summary>Which database: a file of SQLite's, or the PostgreSQL server that <c>ConnectionStrings:Postgres</c> names. The model and the queries are the same.</summary>
public static class Store
{
    public static DbContextOptionsBuilder UseStore(this DbContextOptionsBuilder options, IConfiguration configuration)
        => configuration.GetConnectionString("Postgres") is { Length: > 0 } server
            ? options.UseNpgsql(server, postgres => postgres.UseOmenDb())
            : options.UseSqlite($"Data Source={DatabaseFile.PathOf(configuration)}", sqlite => sqlite.UseOmenDb());
}

/// <summary>Where the database lies: in the user's folder for programs' data, or in the one given; every source has a file of its own.</summary>
public static class DatabaseFile
{
    public static string PathOf(IConfiguration configuration)
    {
        var folder = configuration["data"] ?? Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "OmenDb", "ApiSearch");
        var name = configuration["source"] is { Length: > 0 } source
            ? $"source-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(source))))[..12]}.db"
            : "api.db";
        return Path.Combine(Directory.CreateDirectory(folder).FullName, name);
    }
}

/// <summary>
/// Which tables the database has: in the number that SQLite keeps for its users, in a comment on PostgreSQL. Everything in it can be read again from
/// the documentation, so tables of another version are made anew; those whose rows are precious would have migrations.
/// </summary>
public static class SchemaVersion
{
    private const string Current = "2";
    private const string Record = "Ingestions";

    public static Task<bool> IsCurrentAsync(ApiSearchContext db, CancellationToken cancellationToken)
        => db.Database.IsNpgsql() ? IsCurrentOnServerAsync(db, cancellationToken) : IsCurrentInFileAsync(db, cancellationToken);

    /// <summary>Makes the tables anew, empty.</summary>
    public static async Task CreateAnewAsync(ApiSearchContext db, CancellationToken cancellationToken)
    {
        if (db.Database.IsNpgsql())
        {
            // The database is its owner's: only what is this program's goes.
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"Members\", \"Ingestions\", \"Maps\"", cancellationToken);
            await db.GetService<IRelationalDatabaseCreator>().CreateTablesAsync(cancellationToken);
            await db.Database.ExecuteSqlRawAsync($"COMMENT ON TABLE \"{Record}\" IS '{Current}'", cancellationToken);
            return;
        }

        await db.Database.EnsureDeletedAsync(cancellationToken);
        await db.Database.EnsureCreatedAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync("PRAGMA user_version = " + Current, cancellationToken);
    }

    private static async Task<bool> IsCurrentOnServerAsync(ApiSearchContext db, CancellationToken cancellationToken)
        => await db.Database.SqlQueryRaw<string?>($"SELECT obj_description(to_regclass('\"{Record}\"'), 'pg_class') AS \"Value\"").SingleAsync(cancellationToken) == Current;

    private static async Task<bool> IsCurrentInFileAsync(ApiSearchContext db, CancellationToken cancellationToken)
    {
        // Without EF Core: the tables may be those of another model.
        var address = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = false };
        if (!File.Exists(address.DataSource))
            return false;
        try
        {
            await using var connection = new SqliteConnection(address.ToString());
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT user_version = " + Current + " FROM pragma_user_version";
            return await command.ExecuteScalarAsync(cancellationToken) is 1L;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == SQLitePCL.raw.SQLITE_NOTADB)
        {
            File.Delete(address.DataSource);
            return false;
        }
    }
}
