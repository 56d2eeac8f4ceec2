using Microsoft.Data.Sqlite;

namespace OmenDb.EFCore.Sqlite.Tests.Infrastructure;

/// <summary>A test in which other programs do something to the file of a database with articles.</summary>
public abstract class DatabaseFileTest : DatabaseTest
{
    protected const int Saved = 200;

    protected static float[][] Queries { get; } = Vectors.Many(20, seed: 77);

    protected static async Task SearchesAreExactAsync(LibraryContext db)
    {
        var rows = (await db.Articles.AsNoTracking().ToListAsync()).ConvertAll(a => (a.Id, a.Embedding.ToArray()));
        foreach (var query in Queries)
            Assert.Equal(Exact.Nearest(rows, query, 10), await db.NearestIdsAsync(query, 10));
    }

    protected static Task IndexedAsync(LibraryContext db, int rows)
        => Eventually.TrueAsync(async () => await db.ArticleIndex().GetStatisticsAsync() is { Pending: 0 } statistics && statistics.Indexed == rows);

    protected static void Insert(TestDatabase database, int count, int from)
    {
        using (var connection = database.Connect())
            Insert(connection, count, from);
        CloseAll(database);
    }

    // As another program would, in one transaction: nobody looks in between.
    protected static void Insert(SqliteConnection connection, int count, int from)
    {
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO Articles (Id, Title, Category, Embedding) VALUES ($id, '', 0, $vector)";
        var id = command.Parameters.Add("$id", SqliteType.Integer);
        var embedding = command.Parameters.Add("$vector", SqliteType.Blob);
        foreach (var (i, vector) in Vectors.Many(count, seed: from).Index())
        {
            (id.Value, embedding.Value) = (from + i, Vectors.Bytes(vector));
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    protected static void CloseAll(TestDatabase database)
    {
        SqliteConnection.ClearAllPools();
        using var connection = database.Connect();
        TestDatabase.Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        SqliteConnection.ClearAllPools();
    }

    protected Task<LibraryContext> FilledAsync() => Database.FillLibraryAsync(Saved, flushed: true);

    protected async Task NextRunIsExactAsync()
    {
        using var next = Database.Copy();
        await using var db = next.Library();
        await SearchesAreExactAsync(db);
    }
}
