using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.EFCore.Sqlite.Tests.Indexing;

/// <summary>What is committed is indexed in the background, by few threads, and read while it changes.</summary>
public sealed class BackgroundIndexingTests : DatabaseTest
{
    private static readonly float[] Query = Vectors.Random(99);

    [Fact]
    public async Task The_background_indexes_what_was_committed()
    {
        await using var db = await Database.FillLibraryAsync(100);

        await Eventually.TrueAsync(async () => (await db.ArticleIndex().GetStatisticsAsync()).Indexed == 100);
    }

    [Theory, InlineData("SaveChanges"), InlineData("AddBatch"), InlineData("Commit")]
    public async Task The_background_indexes_what_was_committed_though_nobody_searches(string how)
    {
        await using var db = await Database.CreateLibraryAsync();
        await using var transaction = how == "Commit" ? await db.Database.BeginTransactionAsync() : null;
        var articles = Vectors.Many(5_200).Select((v, i) => new LibraryArticle { Id = i + 1, Embedding = v }).ToArray();
        if (how == "AddBatch")
        {
            db.Articles.AddBatch(articles);
        }
        else
        {
            db.AddRange(articles);
            db.SaveChanges();
        }

        if (transaction is not null)
        {
            await Task.Delay(200); // whoever woke too early finds nothing
            await transaction.CommitAsync();
        }

        await Eventually.TrueAsync(() => Task.FromResult(Database.Snapshots.Length > 0)); // so many rows are written at once
    }

    [Fact]
    public async Task What_took_long_to_index_is_written_before_there_is_more()
    {
        IndexRegistry.Get(Database.FilePath, clock: new WorkClock { Step = TimeSpan.FromMinutes(1) });
        await using var db = await Database.FillLibraryAsync(100);

        await Eventually.TrueAsync(() => Task.FromResult(Database.Snapshots.Length > 0));
        Assert.Equal(await db.ExactIdsAsync(Query, 50), await db.NearestIdsAsync(Query, 50));
    }

    [Fact]
    public async Task The_background_takes_no_thread_of_the_pool_which_others_would_wait_for()
    {
        var files = new FaultyFileSystem();
        IndexRegistry.Get(Database.FilePath, files);
        bool? isOfPool = null;
        files.Before(Touch.Create, () => isOfPool = Thread.CurrentThread.IsThreadPoolThread);
        await using var db = await Database.CreateLibraryAsync();

        db.Articles.AddBatch(Vectors.Many(5_200).Select((v, i) => new LibraryArticle { Id = i + 1, Embedding = v }));

        await Eventually.TrueAsync(() => Task.FromResult(Database.Snapshots.Length > 0));
        Assert.False(isOfPool);
    }

    [Fact]
    public async Task What_is_committed_while_no_thread_can_be_started_is_indexed_as_soon_as_one_can()
    {
        var isFull = true;
        IndexRegistry.Get(Database.FilePath, threads: new BackgroundThreads(work =>
        {
            if (isFull)
                throw new InsufficientMemoryException();
            BackgroundThreads.Start(work);
        }));
        await using var db = await Database.CreateLibraryAsync();
        for (var id = 1; id <= 2 * BackgroundThreads.Most; id++) // so many that each thread could be missing
            await db.AddArticlesAfterAsync(1, from: id);
        Assert.Equal(await db.ExactIdsAsync(Query, 5), await db.NearestIdsAsync(Query, 5));

        isFull = false;
        await db.AddArticlesAfterAsync(1, from: 1_000);

        await Eventually.TrueAsync(async () => (await db.ArticleIndex().GetStatisticsAsync()).Indexed == (2 * BackgroundThreads.Most) + 1);
    }

    [Fact]
    public async Task What_is_committed_while_no_second_thread_can_be_started_is_indexed_by_the_first()
    {
        var running = 0;
        IndexRegistry.Get(Database.FilePath, threads: new BackgroundThreads(work =>
        {
            if (Interlocked.Exchange(ref running, 1) == 1)
                throw new InsufficientMemoryException();
            BackgroundThreads.Start(() =>
            {
                work();
                running = 0;
            });
        }));
        await using var db = await Database.CreateLibraryAsync();
        await db.ArticleIndex().FlushAsync();
        await Database.WhileIndexingAsync(async () =>
        {
            await db.AddArticlesAsync(1); // for which the thread waits
            db.Add(new LibraryDraft { Author = new LibraryAuthor(), Sketch = Query });
            await db.SaveChangesAsync();
        });

        await Eventually.TrueAsync(async () => (await db.DraftIndex().GetStatisticsAsync()).Indexed == 1);
    }

    [Fact]
    public async Task The_background_indexes_what_plain_SQL_committed_once_somebody_searches()
    {
        await using var db = await Database.CreateLibraryAsync();
        Database.Execute("INSERT INTO Articles (Title, Category, Embedding) VALUES ('', 0, $v)", ("$v", Vectors.Bytes(Query)));

        Assert.Single(await db.NearestIdsAsync(Query, 10));

        await Eventually.TrueAsync(async () => (await db.ArticleIndex().GetStatisticsAsync()).Indexed == 1);
    }

    [Fact]
    public async Task Commits_while_the_index_is_busy_do_not_each_leave_a_thread_waiting_for_it()
    {
        var started = 0;
        IndexRegistry.Get(Database.FilePath, threads: new BackgroundThreads(work =>
        {
            Interlocked.Increment(ref started);
            BackgroundThreads.Start(work);
        }));
        await using var db = await Database.CreateAsync(Model); // with one index, so that whoever waits waits for it
        await AddAsync(400);

        await db.Database.VectorIndex<Note>(n => n.Vector).RebuildAsync(new Midway(() =>
        {
            var before = started;
            for (var i = 0; i < 100; i++)
                AddAsync(1).GetAwaiter().GetResult();
            Assert.InRange(started - before, 0, 1);
        }));

        await Eventually.TrueAsync(async () => (await db.Database.VectorIndex<Note>(n => n.Vector).GetStatisticsAsync()).Indexed == 500);

        static void Model(ModelBuilder m) => m.Entity<Note>().HasVectorIndex(n => n.Vector);

        async Task AddAsync(int count)
        {
            await using var other = Database.Open(Model);
            other.AddRange(Vectors.Many(count, 4).Select(v => new Note { Vector = v }));
            await other.SaveChangesAsync();
        }
    }

    [Fact]
    public async Task However_many_indexes_there_are_few_threads_keep_them_in_step()
    {
        var started = 0;
        var threads = new BackgroundThreads(_ => started++); // and never come to an end
        await using var db = await Database.CreateLibraryAsync();
        var index = IndexRegistry.Get(Database.FilePath).Get("Articles.Embedding");

        for (var i = 0; i < 100; i++)
            Assert.True(threads.TryAdd(new Indexer(index)));

        Assert.Equal(BackgroundThreads.Most, started);
    }

    [Fact]
    public async Task A_row_that_is_committed_while_a_snapshot_is_written_is_indexed_afterwards()
    {
        var files = new FaultyFileSystem();
        IndexRegistry.Get(Database.FilePath, files);
        await using var db = await Database.CreateLibraryAsync();
        await using var other = Database.Library();
        files.Before(Touch.Create, () =>
        {
            files.Heal();
            other.AddArticlesAfterAsync(1, from: 10_000).GetAwaiter().GetResult();
        });

        await db.Articles.AddBatchAsync(Vectors.Many(5_200).Select((v, i) => new LibraryArticle { Id = i + 1, Embedding = v })); // so many that they are written

        await Eventually.TrueAsync(async () => await db.ArticleIndex().GetStatisticsAsync() is { Indexed: 5_201, Pending: 0 });
    }

    [Fact]
    public async Task Rows_that_are_being_read_all_come_while_the_index_is_changed_replaced_and_let_go_of()
    {
        await using var db = await Database.FillLibraryAsync(1500, flushed: true);
        await using var other = Database.Library();
        var found = new List<int>();

        await foreach (var id in db.Articles.WithinDistance(a => a.Embedding, Query, 2).Select(a => a.Id).AsAsyncEnumerable())
        {
            found.Add(id);
            if (found.Count == 100)
                await other.Articles.Where(a => a.Id % 2 == 0).ExecuteDeleteAsync();
            else if (found.Count == 200)
                await other.AddArticlesAfterAsync(100, from: 10_000);
            else if (found.Count == 300)
                await other.ArticleIndex().FlushAsync();
            else if (found.Count == 400)
                await other.ArticleIndex().RebuildAsync();
            else if (found.Count == 500)
                IndexRegistry.Get(Database.FilePath).Get("Articles.Embedding").Unload();
        }

        Assert.Equal(Enumerable.Range(1, 1500), found.Order());
        Assert.Equal(850, (await other.NearestIdsAsync(Query, 2_000)).Count);
    }

    // Something while the articles' index is busy.
}
