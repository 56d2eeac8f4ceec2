using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace ApiSearch.Data;

/// <summary>
/// Which tables the database has, and whose they are: in two numbers that SQLite keeps for its users, in a schema and a comment on PostgreSQL. Everything
/// in them can be read again from the documentation, so tables of another version are made anew; those whose rows are precious would have migrations.
/// </summary>
public static class SchemaVersion
{
    /// <summary>Where this program's tables are on PostgreSQL: the other schemas are those of the database's owner.</summary>
    public const string PostgresSchema = "apisearch";

    // A file of SQLite's with this number in it is this program's: "ApiS".
    private const int ApplicationId = 0x41706953;
    private const int Current = 2;
    private const string Record = PostgresSchema + ".\"Ingestions\"";

    /// <exception cref="InvalidOperationException">The file is not this program's.</exception>
    public static Task<bool> IsCurrentAsync(ApiSearchContext db, CancellationToken cancellationToken)
        => db.Database.IsNpgsql() ? IsCurrentOnServerAsync(db, cancellationToken) : IsCurrentInFileAsync(db, cancellationToken);

    /// <summary>Makes the tables anew, empty. The version comes last: tables that were not completed have none.</summary>
    public static async Task CreateAnewAsync(ApiSearchContext db, CancellationToken cancellationToken)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlRawAsync($"DROP TABLE IF EXISTS {Record}, {PostgresSchema}.\"Members\", {PostgresSchema}.\"Maps\"", cancellationToken);
            await creator.CreateTablesAsync(cancellationToken);
            await db.Database.ExecuteSqlRawAsync($"COMMENT ON TABLE {Record} IS '{Current}'", cancellationToken);
            return;
        }

        await creator.EnsureDeletedAsync(cancellationToken);
        await creator.CreateAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync($"PRAGMA application_id = {ApplicationId}", cancellationToken);
        await creator.CreateTablesAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync($"PRAGMA user_version = {Current}", cancellationToken);
    }

    private static async Task<bool> IsCurrentOnServerAsync(ApiSearchContext db, CancellationToken cancellationToken)
        => await db.Database.SqlQueryRaw<string?>($"SELECT obj_description(to_regclass('{Record}'), 'pg_class') AS \"Value\"")
            .SingleAsync(cancellationToken) == $"{Current}";

    private static async Task<bool> IsCurrentInFileAsync(ApiSearchContext db, CancellationToken cancellationToken)
    {
        // Without EF Core: the tables may be those of another model, or another program's.
        var address = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = false };
        if (!File.Exists(address.DataSource))
            return false;
        object? version = null;
        try
        {
            await using var connection = new SqliteConnection(address.ToString());
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            // Whoever made an empty database loses nothing by it.
            command.CommandText = $"""
                SELECT user_version FROM pragma_user_version, pragma_application_id
                WHERE application_id = {ApplicationId} OR NOT EXISTS (SELECT 1 FROM sqlite_schema)
                """;
            version = await command.ExecuteScalarAsync(cancellationToken);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == SQLitePCL.raw.SQLITE_NOTADB)
        {
            // No database of anybody's.
        }

        return version is long number ? number == Current : throw new InvalidOperationException(
            $"{address.DataSource} was not made by this version of the program, and is left as it is. Delete it if it is not needed, or name another folder: --data path/to/folder.");
    }
}
