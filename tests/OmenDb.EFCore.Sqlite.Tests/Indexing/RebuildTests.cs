using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.EFCore.Sqlite.Tests.Indexing;

/// <summary>Flushing and rebuilding: what they leave alone, and who may stop them.</summary>
public sealed class RebuildTests : DatabaseTest
{
    private static readonly float[] Query = Vectors.Random(99);

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_flush_or_a_rebuild_inside_a_transaction_is_refused_whoever_began_it(bool isPlainSql)
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.Database.OpenConnectionAsync();
        await using var transaction = isPlainSql ? null : await db.Database.BeginTransactionAsync();
        if (isPlainSql)
            await db.Database.ExecuteSqlRawAsync("BEGIN IMMEDIATE");

        Assert.Contains("outside a transaction", (await Assert.ThrowsAsync<InvalidOperationException>(() => db.ArticleIndex().FlushAsync())).Message);
        Assert.Contains("outside a transaction", (await Assert.ThrowsAsync<InvalidOperationException>(() => db.ArticleIndex().RebuildAsync())).Message);
    }

    [Fact]
    public async Task Flush_and_rebuild_are_refused_at_once_where_the_connection_has_the_database_for_itself()
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA locking_mode = EXCLUSIVE");
        await db.AddArticlesAsync(50);

        Assert.Contains("locking_mode", (await Assert.ThrowsAsync<InvalidOperationException>(() => db.ArticleIndex().FlushAsync())).Message);
        Assert.Contains("locking_mode", (await Assert.ThrowsAsync<InvalidOperationException>(() => db.ArticleIndex().RebuildAsync())).Message);
        Assert.Equal(await db.ExactIdsAsync(Vectors.Random(7), 10), await db.NearestIdsAsync(Vectors.Random(7), 10));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_flush_or_a_rebuild_waits_for_no_rows_that_come_while_it_works(bool rebuilds)
    {
        const int Most = 1_000;
        var clock = new WorkClock();
        IndexRegistry.Get(Database.FilePath, clock: clock);
        await using var db = await Database.FillLibraryAsync(100);
        var added = 0;
        clock.Asked = () =>
        {
            if (added >= Most)
                return;
            using var other = Database.Library();
            other.Add(new LibraryArticle { Id = 1_000 + ++added, Embedding = Query });
            other.SaveChanges();
        };

        await (rebuilds ? db.ArticleIndex().RebuildAsync() : db.ArticleIndex().FlushAsync());

        Assert.InRange(Volatile.Read(ref added), 1, Most / 2); // the background may have begun again
        Assert.True((await db.ArticleIndex().GetStatisticsAsync()).Indexed >= 100);
        Assert.InRange((await db.NearestIdsAsync(Query, 1))[0], 1_001, 1_000 + Most);
    }

    [Fact]
    public async Task Rebuild_drops_what_is_stale_reports_progress_and_changes_no_answer()
    {
        await using var db = await Database.FillLibraryAsync(300, flushed: true);
        await db.Articles.Where(a => a.Category == 1).ExecuteDeleteAsync();
        var progress = new Reports();

        await db.ArticleIndex().RebuildAsync(progress);

        Assert.Equal(200, progress.Values[^1]);
        Assert.Equal(200, (await db.ArticleIndex().GetStatisticsAsync()).Indexed);
        Assert.Equal(await db.ExactIdsAsync(Query, 20), await db.NearestIdsAsync(Query, 20));
        Assert.Single(Database.Snapshots);
    }

    [Fact]
    public async Task A_statement_that_is_older_than_a_rebuild_does_not_bring_the_old_file_back()
    {
        var files = new FaultyFileSystem();
        IndexRegistry.Get(Database.FilePath, files);
        await using var db = await Database.FillLibraryAsync(100, flushed: true);
        var index = IndexRegistry.Get(Database.FilePath).Get("Articles.Embedding");
        await using var reader = Database.Library();
        await using var found = reader.Articles.SelectMany(o => reader.Articles.NearestTo(a => a.Embedding, o.Embedding, 3), (o, a) => a.Id).AsAsyncEnumerable().GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await found.MoveNextAsync());
        files.Fail(Touch.Delete, DiskError.Denied); // as on Windows, where a file stays that is mapped
        await db.ArticleIndex().RebuildAsync();
        var rebuilt = index.View!.Token;

        for (var i = 1; i < 300; i++)
        {
            Assert.True(await found.MoveNextAsync());
            Assert.Equal(rebuilt, index.View!.Token);
        }
    }

    [Fact]
    public async Task When_all_rows_are_given_other_vectors_the_old_ones_leave_before_the_others_are_indexed()
    {
        const int Rows = 6_000; // so many are written unasked
        var files = new FaultyFileSystem();
        IndexRegistry.Get(Database.FilePath, files);
        await using var db = await Database.FillLibraryAsync(Rows, flushed: true);
        var written = Database.Snapshots.Max(f => new FileInfo(f).Length);
        long most = 0;
        files.Before(Touch.FlushDirectory, () => most = Math.Max(most, Database.Snapshots.Max(f => new FileInfo(f).Length)));
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await db.Articles.ExecuteDeleteAsync();
            await db.AddArticlesAfterAsync(Rows, from: 10_000);
            await transaction.CommitAsync();
        }

        await db.ArticleIndex().FlushAsync();

        Assert.InRange(most, 1, written * 1.2); // not one of both
        Assert.Equal(Rows, (await db.ArticleIndex().GetStatisticsAsync()).Indexed);
        Assert.InRange(Exact.Recall(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10)), 0.8, 1);
        Assert.Single(Database.Snapshots);
    }

    [Fact]
    public async Task A_rebuild_is_refused_where_another_process_owns_the_files()
    {
        await using (await Database.FillLibraryAsync(50, flushed: true))
        {
        }

        using var copy = Database.Copy(); // one whose files this process does not own
        await using var db = copy.Library();
        var before = copy.Snapshots;
        using (new FileStream(Path.Combine(copy.Sidecar, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
            Assert.Contains("another process", (await Assert.ThrowsAsync<IOException>(() => db.ArticleIndex().RebuildAsync())).Message, StringComparison.Ordinal);
        Assert.Equal(before, copy.Snapshots);

        await db.ArticleIndex().RebuildAsync();

        Assert.NotEqual(before, copy.Snapshots);
    }

    [Fact]
    public async Task Searches_go_on_while_the_index_is_rebuilt()
    {
        await using var db = await Database.FillLibraryAsync(400, flushed: true);
        await using var other = Database.Library();
        var exact = await db.ExactIdsAsync(Query, 10);

        var rebuilding = Task.Run(async () =>
        {
            for (var i = 0; i < 5; i++)
                await other.ArticleIndex().RebuildAsync();
        });
        while (!rebuilding.IsCompleted)
            Assert.Equal(exact, await db.NearestIdsAsync(Query, 10));
        await rebuilding;
    }

    [Fact]
    public async Task A_rebuild_that_is_cancelled_leaves_the_index_as_it_was()
    {
        await using var db = await Database.FillLibraryAsync(100, flushed: true);
        var before = Database.Snapshots;
        await using var other = Database.Library();
        using var cancellation = new CancellationTokenSource();
        var midway = new Midway(() =>
        {
            Assert.True(other.ArticleIndex().GetStatisticsAsync().GetAwaiter().GetResult().IsRebuilding);
            cancellation.Cancel();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => db.ArticleIndex().RebuildAsync(midway, cancellation.Token));

        Assert.False((await db.ArticleIndex().GetStatisticsAsync()).IsRebuilding);
        Assert.Equal(before, Database.Snapshots);
        Assert.Equal(await db.ExactIdsAsync(Query, 20), await db.NearestIdsAsync(Query, 20));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_flush_or_a_rebuild_that_waits_for_its_turn_can_be_cancelled(bool rebuilds)
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.ArticleIndex().FlushAsync();

        await Database.WhileIndexingAsync(async () =>
        {
            using var cancellation = new CancellationTokenSource(200);
            var waiting = rebuilds ? db.ArticleIndex().RebuildAsync(cancellationToken: cancellation.Token) : db.ArticleIndex().FlushAsync(cancellation.Token);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(TimeSpan.FromSeconds(20)));
        });
    }

    // Something while the articles' index is busy.
}
