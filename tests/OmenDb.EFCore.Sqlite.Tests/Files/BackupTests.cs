using Microsoft.Data.Sqlite;

namespace OmenDb.EFCore.Sqlite.Tests.Files;

/// <summary>A backup is restored under a process that has searched the database, however that is done: a search finds the rows that are in it.</summary>
public sealed class BackupTests : DatabaseFileTest
{
    /// <summary>How a file becomes another one under a process that has it in memory.</summary>
    public enum Restoring
    {
        BackupApi,
        WrittenOver,
        PutInItsPlace,
    }

    [Theory, InlineData(Restoring.BackupApi), InlineData(Restoring.WrittenOver), InlineData(Restoring.PutInItsPlace)]
    public async Task A_restored_backup_whose_labels_were_given_to_other_rows_is_searched_as_it_is(Restoring restoring)
    {
        await using (await FilledAsync())
        {
        }

        using var backup = Database.Copy();
        await using (var db = Database.Library())
        {
            await db.AddArticlesAfterAsync(50, from: 1_000);
            await IndexedAsync(db, Saved + 50); // in memory, and in no file
        }

        Insert(backup, 120, from: 5_000); // more rows than were added here: the watermark lies between them
        Restore(backup, restoring);

        await using (var db = Database.Library())
        {
            await SearchesAreExactAsync(db);
            await db.AddArticlesAfterAsync(10, from: 9_000);
            await SearchesAreExactAsync(db);
            await db.ArticleIndex().FlushAsync();
            await SearchesAreExactAsync(db);
            Assert.True((await db.ArticleIndex().VerifyAsync()).IsHealthy);
        }

        await NextRunIsExactAsync();
    }

    [Theory, InlineData(Restoring.BackupApi), InlineData(Restoring.WrittenOver), InlineData(Restoring.PutInItsPlace)]
    public async Task Rows_that_were_deleted_before_they_were_indexed_are_found_when_a_backup_brings_them_back(Restoring restoring)
    {
        await using (await FilledAsync())
        {
        }

        using var backup = Database.Copy();
        Insert(backup, 50, from: 1_000);
        using (var deleted = backup.Copy())
        {
            deleted.Execute("DELETE FROM Articles WHERE Id >= 1000 AND Id % 2 = 0");
            Restore(deleted, Restoring.BackupApi); // at once: an indexer that is still awake does not see the rows before they are deleted
        }

        await using (var db = Database.Library())
        {
            await SearchesAreExactAsync(db); // wakes the indexer
            await IndexedAsync(db, Saved + 25);
        }

        Restore(backup, restoring); // whose other labels are those that were indexed

        await using (var db = Database.Library())
        {
            await SearchesAreExactAsync(db);
            await db.ArticleIndex().FlushAsync();
            await SearchesAreExactAsync(db);
            Assert.True((await db.ArticleIndex().VerifyAsync()).IsHealthy);
        }

        await NextRunIsExactAsync();
    }

    [Fact]
    public async Task A_restored_backup_that_names_a_file_which_was_replaced_is_searched_as_it_is()
    {
        await using var db = await FilledAsync();
        using var backup = Database.Copy();
        await db.AddArticlesAfterAsync(50, from: 1_000);
        await db.ArticleIndex().FlushAsync();

        Restore(backup, Restoring.BackupApi);
        await db.AddArticlesAfterAsync(50, from: 5_000); // the same labels, given out a second time

        await SearchesAreExactAsync(db);
        await db.ArticleIndex().FlushAsync();
        await SearchesAreExactAsync(db);
    }

    [Fact]
    public async Task A_backup_restored_while_the_index_is_rebuilt_is_not_mixed_with_what_was_read_before()
    {
        await using var db = await FilledAsync();
        using var backup = Database.Copy();
        await db.AddArticlesAfterAsync(50, from: 1_000);
        Insert(backup, 120, from: 5_000);
        var progress = new Midway(() => Restore(backup, Restoring.BackupApi));

        await Assert.ThrowsAsync<IOException>(() => db.ArticleIndex().RebuildAsync(progress));

        await SearchesAreExactAsync(db);
        await db.ArticleIndex().RebuildAsync();
        await SearchesAreExactAsync(db);
        await NextRunIsExactAsync();
    }

    [Fact]
    public async Task A_backup_restored_into_a_database_in_memory_is_searched_as_it_is()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await using var backup = new SqliteConnection("Data Source=:memory:");
        await using var db = await SavedInMemoryAsync(connection, backup);
        await db.AddArticlesAfterAsync(50, from: 1_000);
        await db.ArticleIndex().FlushAsync();
        Assert.Equal(0, await RestoredAsync());

        Insert(backup, 120, from: 5_000);
        backup.BackupDatabase(connection);

        Assert.Equal(10, await RestoredAsync());
        await SearchesAreExactAsync(db);
        await db.ArticleIndex().FlushAsync();
        await SearchesAreExactAsync(db);

        Task<int> RestoredAsync() => db.Articles.Where(a => a.Id >= 5_000).NearestTo(a => a.Embedding, Queries[0], 10).CountAsync();
    }

    [Fact]
    public async Task Rows_that_were_deleted_before_they_were_indexed_are_found_in_a_database_in_memory_when_a_backup_brings_them_back()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await using var backup = new SqliteConnection("Data Source=:memory:");
        await using var db = await SavedInMemoryAsync(connection, backup);
        await db.Articles.Where(a => a.Id % 2 == 1).ExecuteDeleteAsync();
        await db.ArticleIndex().FlushAsync();
        await SearchesAreExactAsync(db);

        backup.BackupDatabase(connection);

        await SearchesAreExactAsync(db);
        await db.ArticleIndex().FlushAsync();
        await SearchesAreExactAsync(db);
    }

    private void Restore(TestDatabase backup, Restoring restoring)
    {
        if (restoring == Restoring.BackupApi)
        {
            using var source = backup.Connect();
            using var target = Database.Connect();
            source.BackupDatabase(target);
            return;
        }

        CloseAll(Database);
        if (restoring == Restoring.PutInItsPlace)
            File.Delete(Database.FilePath);
        File.Copy(backup.FilePath, Database.FilePath, overwrite: true);
    }

    // Rows in a database in memory, and a backup of them.
    private static async Task<LibraryContext> SavedInMemoryAsync(SqliteConnection connection, SqliteConnection backup)
    {
        await connection.OpenAsync();
        await backup.OpenAsync();
        var db = new LibraryContext(new DbContextOptionsBuilder<LibraryContext>().UseSqlite(connection, sqlite => sqlite.UseOmenDb()).Options);
        await db.Database.EnsureCreatedAsync();
        await db.AddArticlesAsync(Saved);
        connection.BackupDatabase(backup);
        return db;
    }
}
