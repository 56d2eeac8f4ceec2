using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ApiSearch.Data;

/// <summary>
/// Which tables the database has, in the number that SQLite keeps for its users. Everything in it can be read again from the documentation, so a
/// database of another version is made anew; one whose rows are precious would have migrations.
/// </summary>
public static class SchemaVersion
{
    private const string Current = "2";

    public static async Task<bool> IsCurrentAsync(ApiSearchContext db, CancellationToken cancellationToken)
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

    public static Task WriteAsync(ApiSearchContext db, CancellationToken cancellationToken)
        => db.Database.ExecuteSqlRawAsync("PRAGMA user_version = " + Current, cancellationToken);
}
