using System.Globalization;
using OmenDb.EFCore.Diagnostics;
using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.EFCore.Sqlite.Tests.Indexing;

/// <summary>Two processes at one database see each other's rows.</summary>
public sealed class OtherProcessTests : DatabaseTest
{
    private static readonly float[] Query = Vectors.Random(99);

    [Theory, InlineData(false), InlineData(true)]
    public async Task Another_process_is_seen(bool flushed)
    {
        await using var db = await Database.FillLibraryAsync(200, flushed: true);

        await ChildProcess.RunAsync(Database.FilePath, "insert", Query);
        if (flushed)
            await db.ArticleIndex().FlushAsync();

        var id = (await db.NearestIdsAsync(Query, 10))[0];
        Assert.Equal("from the child", (await db.Articles.SingleAsync(a => a.Id == id)).Title);
        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
    }

    [Fact]
    public async Task Another_process_searches_what_this_one_wrote()
    {
        await using var db = await Database.FillLibraryAsync(200, flushed: true);
        db.Add(new LibraryArticle { Id = 1000, Embedding = Query });
        await db.SaveChangesAsync();

        var found = await ChildProcess.RunAsync(Database.FilePath, "nearest", Query);

        Assert.Equal((await db.ExactIdsAsync(Query, 5)).Select(i => i.ToString(CultureInfo.InvariantCulture)), found);
    }

    [Fact]
    public async Task A_process_that_has_only_deleted_what_nobody_needs_does_not_keep_another_from_publishing()
    {
        await using (await Database.FillLibraryAsync(200, flushed: true))
        {
        }

        using var copy = Database.Copy(); // one whose snapshots this process has not begun to write
        var file = copy.Snapshots.Single();
        var left = file.Replace(".vamana", ".left", StringComparison.Ordinal);
        File.Copy(file, left);
        await using var db = copy.Library();
        await db.NearestIdsAsync(Query, 10);
        await Eventually.TrueAsync(() => Task.FromResult(!File.Exists(left)));

        await ChildProcess.RunAsync(copy.FilePath, "insert", Query);
        await ChildProcess.RunAsync(copy.FilePath, "flush");

        Assert.Single(copy.Snapshots, other => other != file);
        Assert.Equal(OperatingSystem.IsWindows(), File.Exists(file)); // where it stays as long as it is mapped
    }

    [Fact]
    public async Task A_file_that_another_process_has_replaced_and_left_behind_is_deleted()
    {
        await using var db = await Database.FillLibraryAsync(200, flushed: true);
        var left = Database.Snapshots.Single().Replace(".vamana", ".left", StringComparison.Ordinal);
        File.Copy(Database.Snapshots.Single(), left); // as on Windows, where a file stays that this process has mapped
        Database.Execute("UPDATE __OmenSnapshots SET Token = randomblob(16)");

        await db.AddArticlesAfterAsync(2, from: 1_000);
        await IndexedAsync(202);
        await db.AddArticlesAfterAsync(2, from: 2_000);

        await Eventually.TrueAsync(() => Task.FromResult(!File.Exists(left)));

        Task IndexedAsync(int rows) => Eventually.TrueAsync(async () => (await db.ArticleIndex().GetStatisticsAsync()).Indexed == rows);
    }

    [Fact]
    public async Task Another_process_that_publishes_does_not_mislead_this_one()
    {
        await using (var first = await Database.CreateLibraryAsync())
            await first.AddArticlesAsync(200);
        using var copy = Database.Copy(); // one whose snapshots this process has not begun to write
        await using var db = copy.Library();
        await db.NearestIdsAsync(Query, 10);

        await ChildProcess.RunAsync(copy.FilePath, "insert", Query);
        await ChildProcess.RunAsync(copy.FilePath, "flush");
        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
        await Eventually.TrueAsync(async () => (await db.ArticleIndex().GetStatisticsAsync()).Pending == 0); // a search is enough

        await db.Articles.Where(a => a.Title == "from the child").ExecuteUpdateAsync(s => s.SetProperty(a => a.Embedding, new ReadOnlyMemory<float>(Vectors.Random(3))));
        await ChildProcess.RunAsync(copy.FilePath, "flush");
        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
        await db.ArticleIndex().FlushAsync();
        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
    }

    [Fact]
    public async Task What_another_process_has_published_is_searched_at_once_though_this_one_is_in_the_middle_of_indexing()
    {
        await using (await Database.FillLibraryAsync(200, flushed: true))
        {
        }

        using var copy = Database.Copy();
        await using var db = copy.Library();
        await db.NearestIdsAsync(Query, 10);
        await ChildProcess.RunAsync(copy.FilePath, "insert", Query);
        await ChildProcess.RunAsync(copy.FilePath, "flush");

        IndexRegistry.Get(copy.FilePath).Get("Articles.Embedding").Turns.Run(() =>
        {
            Assert.Equal(db.ExactIdsAsync(Query, 10).GetAwaiter().GetResult(), db.NearestIdsAsync(Query, 10).GetAwaiter().GetResult());
            var statistics = db.ArticleIndex().GetStatisticsAsync().GetAwaiter().GetResult();
            Assert.Equal((201, 0), (statistics.Indexed, statistics.Pending));
        });
    }

    [Fact]
    public async Task What_another_process_has_published_and_this_one_cannot_map_is_told_once_and_not_with_each_search()
    {
        await using (await Database.FillLibraryAsync(200, flushed: true))
        {
        }

        using var copy = Database.Copy();
        var files = new FaultyFileSystem();
        IndexRegistry.Get(copy.FilePath, files);
        await using var db = copy.Library();
        await db.NearestIdsAsync(Query, 10);
        await ChildProcess.RunAsync(copy.FilePath, "insert", Query);
        await ChildProcess.RunAsync(copy.FilePath, "flush");
        files.Fail(Touch.Map, DiskError.Denied);

        await copy.WhileIndexingAsync(async () =>
        {
            for (var i = 0; i < 20; i++)
                Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
        });

        Assert.InRange(copy.Events.Count(e => e.Id == OmenDbEventId.SnapshotRejected), 1, 2); // by a search, and by the indexer
    }

    [Fact]
    public async Task A_file_that_another_process_has_left_behind_is_deleted_though_a_search_was_the_first_to_map_its_successor()
    {
        await using (await Database.FillLibraryAsync(200, flushed: true))
        {
        }

        using var copy = Database.Copy();
        await using var db = copy.Library();
        await db.AddArticlesAfterAsync(2, from: 1_000);
        await Eventually.TrueAsync(async () => (await db.ArticleIndex().GetStatisticsAsync()).Pending == 0);
        var file = copy.Snapshots.Single();
        IndexRegistry.Get(copy.FilePath).Snapshots!.Dispose(); // lets the other process write
        await ChildProcess.RunAsync(copy.FilePath, "insert", Query);
        await ChildProcess.RunAsync(copy.FilePath, "flush");
        var left = file.Replace(".vamana", ".left", StringComparison.Ordinal);
        File.Copy(copy.Snapshots.Single(f => f != file), left);

        await db.NearestIdsAsync(Query, 10);
        await db.AddArticlesAfterAsync(2, from: 2_000);

        await Eventually.TrueAsync(() => Task.FromResult(!File.Exists(left)));
    }

    [Fact]
    public async Task An_index_is_built_while_every_thread_of_the_pool_waits_for_it()
    {
        await using var db = await Database.CreateLibraryAsync();

        await ChildProcess.RunAsync(Database.FilePath, "crowd");

        Assert.Equal(5_000, (await db.ArticleIndex().GetStatisticsAsync()).Indexed);
    }
}
