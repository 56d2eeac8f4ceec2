using OmenDb.EFCore.Diagnostics;

namespace OmenDb.EFCore.Sqlite.Tests.Indexing;

/// <summary>A database that somebody has for himself is indexed once it can be.</summary>
public sealed class LockedDatabaseTests : DatabaseTest
{
    private static readonly float[] Query = Vectors.Random(99);

    [Fact]
    public async Task Indexing_in_the_background_that_finds_it_locked_is_told_and_tried_again_with_the_next_change()
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA locking_mode = EXCLUSIVE");
        await db.AddArticlesAsync(50);

        await Eventually.TrueAsync(() => Task.FromResult(Database.Events.Any(IsBusy)), seconds: 120); // as long as a command waits

        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
        await db.Database.ExecuteSqlRawAsync("PRAGMA locking_mode = NORMAL");
        await db.AddArticlesAfterAsync(1, from: 1_000);
        await Eventually.TrueAsync(async () => (await db.ArticleIndex().GetStatisticsAsync()).Indexed == 51);

        static bool IsBusy((Microsoft.Extensions.Logging.EventId Id, string Message) e)
            => e.Id == OmenDbEventId.IndexingFailed && e.Message.Contains("Articles.Embedding", StringComparison.Ordinal) && e.Message.Contains("database is locked", StringComparison.Ordinal);
    }
}
