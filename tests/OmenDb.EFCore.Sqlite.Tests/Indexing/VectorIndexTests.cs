using System.Text.Json;
using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.EFCore.Sqlite.Tests.Indexing;

/// <summary>The handle on an index.</summary>
public sealed class VectorIndexTests : DatabaseTest
{
    private static readonly float[] Query = Vectors.Random(99);

    [Fact]
    public async Task Statistics_tell_what_the_index_holds()
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(300);
        await db.ArticleIndex().FlushAsync();

        var statistics = await db.ArticleIndex().GetStatisticsAsync();

        Assert.Equal("Articles.Embedding", statistics.Name);
        Assert.Equal(8, statistics.Dimensions);
        Assert.Equal(VectorMetric.Cosine, statistics.Metric);
        Assert.Equal((300, 300, 0, 0), (statistics.Rows, statistics.Indexed, statistics.Pending, statistics.Skipped));
        Assert.Equal(new FileInfo(Database.Snapshots.Single()).Length, statistics.FileBytes);
        Assert.Equal(File.GetLastWriteTimeUtc(Database.Snapshots.Single()), statistics.FileWrittenAt);
        Assert.True(statistics.MemoryBytes > 0);
        Assert.True(statistics.SearchListSize > 0);
        Assert.InRange(statistics.TargetRecall, 0.5, 1);
    }

    [Fact]
    public async Task What_is_told_of_a_file_does_not_change_when_the_next_one_takes_its_place()
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(300);
        await db.ArticleIndex().FlushAsync();
        var bytes = (await db.ArticleIndex().GetStatisticsAsync()).FileBytes;
        var index = IndexRegistry.Get(Database.FilePath).Get("Articles.Embedding");

        var file = index.Database.Snapshots!.Find(index.Definition, index.View!.Token);
        File.Delete(Database.Snapshots.Single());

        Assert.Equal(bytes, file!.Length);
        Assert.Null(index.Database.Snapshots.Find(index.Definition, index.View.Token));
    }

    [Fact]
    public async Task Statistics_of_an_empty_index_are_zero()
    {
        await using var db = await Database.CreateLibraryAsync();

        var statistics = await db.ArticleIndex().GetStatisticsAsync();

        Assert.Equal((0, 0, 0, 0L), (statistics.Rows, statistics.Indexed, statistics.Pending, statistics.FileBytes));
        Assert.Null(statistics.FileWrittenAt);
        Assert.Null(statistics.MeasuredRecall);
    }

    [Fact]
    public async Task Whatever_is_asked_of_it_leaves_no_connection_open()
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.ArticleIndex().FlushAsync();
        await db.ArticleIndex().RebuildAsync();
        await db.ArticleIndex().VerifyAsync();
        await db.ArticleIndex().GetStatisticsAsync();

        Assert.Equal(System.Data.ConnectionState.Closed, db.Database.GetDbConnection().State);
    }

    [Fact]
    public async Task Statistics_are_written_as_JSON_also_before_anything_is_measured()
    {
        await using var db = await Database.CreateLibraryAsync();

        Assert.Contains("\"Rows\":0", JsonSerializer.Serialize(await db.ArticleIndex().GetStatisticsAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_of_the_own_transaction_are_pending()
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(100);
        await db.ArticleIndex().FlushAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.AddArticlesAfterAsync(7, from: 1_000);

        var statistics = await db.ArticleIndex().GetStatisticsAsync();

        Assert.Equal((107, 100, 7), (statistics.Rows, statistics.Indexed, statistics.Pending));
    }

    [Fact]
    public async Task The_background_indexes_what_was_committed()
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(100);

        await Eventually.TrueAsync(async () => (await db.ArticleIndex().GetStatisticsAsync()).Indexed == 100);
    }

    [Theory, InlineData("SaveChanges"), InlineData("AddBatch"), InlineData("Commit")]
    public async Task The_background_indexes_what_was_committed_though_nobody_searches(string how)
    {
        await using var db = await Database.CreateLibraryAsync();
        await using var transaction = how == "Commit" ? await db.Database.BeginTransactionAsync() : null;
        var articles = Vectors.Many(5_200).Select((v, i) => new Article { Id = i + 1, Embedding = v }).ToArray();
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
    public async Task The_background_takes_no_thread_of_the_pool_which_others_would_wait_for()
    {
        var files = new FaultyFileSystem();
        IndexRegistry.Get(Database.FilePath, files);
        bool? isOfPool = null;
        files.Before(Touch.Create, () => isOfPool = Thread.CurrentThread.IsThreadPoolThread);
        await using var db = await Database.CreateLibraryAsync();

        db.Articles.AddBatch(Vectors.Many(5_200).Select((v, i) => new Article { Id = i + 1, Embedding = v }));

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
        await HoldAsync(async () =>
        {
            await db.AddArticlesAsync(1); // for which the thread waits
            db.Add(new Draft { Author = new Author(), Sketch = Query });
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
    public async Task Flush_a_second_time_writes_nothing()
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(1_500); // so many that they could be stale
        await db.ArticleIndex().FlushAsync();
        var before = Database.Snapshots;

        await db.ArticleIndex().FlushAsync();

        Assert.Equal(before, Database.Snapshots);
    }

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

    [Fact]
    public async Task Rebuild_drops_what_is_stale_reports_progress_and_changes_no_answer()
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(300);
        await db.ArticleIndex().FlushAsync();
        await db.Articles.Where(a => a.Category == 1).ExecuteDeleteAsync();
        var progress = new Reports();

        await db.ArticleIndex().RebuildAsync(progress);

        Assert.Equal(200, progress.Values[^1]);
        Assert.Equal(200, (await db.ArticleIndex().GetStatisticsAsync()).Indexed);
        Assert.Equal(await db.ExactIdsAsync(Query, 20), await db.NearestIdsAsync(Query, 20));
        Assert.Single(Database.Snapshots);
    }

    [Fact]
    public async Task A_rebuild_is_refused_where_another_process_owns_the_files()
    {
        await using (var first = await Database.CreateLibraryAsync())
        {
            await first.AddArticlesAsync(50);
            await first.ArticleIndex().FlushAsync();
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
        await using var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(400);
        await db.ArticleIndex().FlushAsync();
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

        await db.Articles.AddBatchAsync(Vectors.Many(5_200).Select((v, i) => new Article { Id = i + 1, Embedding = v })); // so many that they are written

        await Eventually.TrueAsync(async () => await db.ArticleIndex().GetStatisticsAsync() is { Indexed: 5_201, Pending: 0 });
    }

    [Fact]
    public async Task Rows_that_are_being_read_all_come_while_the_index_is_changed_replaced_and_let_go_of()
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(1500);
        await db.ArticleIndex().FlushAsync();
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

    [Fact]
    public async Task A_rebuild_that_is_cancelled_leaves_the_index_as_it_was()
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(100);
        await db.ArticleIndex().FlushAsync();
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

        await HoldAsync(async () =>
        {
            using var cancellation = new CancellationTokenSource(200);
            var waiting = rebuilds ? db.ArticleIndex().RebuildAsync(cancellationToken: cancellation.Token) : db.ArticleIndex().FlushAsync(cancellation.Token);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(TimeSpan.FromSeconds(20)));
        });
    }

    [Fact]
    public async Task Verify_finds_a_whole_index_healthy()
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(100);
        Assert.True((await db.ArticleIndex().VerifyAsync()).IsHealthy);
        await db.ArticleIndex().FlushAsync();

        var verification = await db.ArticleIndex().VerifyAsync();

        Assert.True(verification.IsHealthy);
        Assert.Equal((100, 100), (verification.Rows, verification.Checked));
    }

    [Fact]
    public async Task Rows_that_were_skipped_one_after_the_other_are_counted_together()
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(50);
        Database.Execute("UPDATE Articles SET Embedding = x'00' WHERE Id = 7");
        await db.ArticleIndex().FlushAsync();
        Database.Execute("UPDATE Articles SET Embedding = x'00' WHERE Id = 8");
        await db.ArticleIndex().FlushAsync();

        Assert.Equal(2, (await db.ArticleIndex().GetStatisticsAsync()).Skipped);
    }

    [Fact]
    public async Task Of_rows_that_were_skipped_again_and_again_the_last_labels_are_remembered()
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(50);
        for (var length = 1; length <= 5; length++)
        {
            Database.Execute($"UPDATE Articles SET Embedding = zeroblob({length}) WHERE Id <= 10");
            await db.ArticleIndex().FlushAsync();
        }

        Assert.Equal(10, IndexRegistry.Get(Database.FilePath).Get("Articles.Embedding").Indexer.Skipped.Length);
        Assert.Equal(10, (await db.ArticleIndex().GetStatisticsAsync()).Skipped);
    }

    [Fact]
    public async Task Rows_that_were_skipped_are_counted_once_after_a_rebuild_and_while_it_was_cancelled()
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(50);
        Database.Execute("UPDATE Articles SET Embedding = x'00' WHERE Id <= 10");
        await db.ArticleIndex().FlushAsync();
        using var cancellation = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => db.ArticleIndex().RebuildAsync(new Midway(cancellation.Cancel), cancellation.Token));
        Assert.Equal(10, (await db.ArticleIndex().GetStatisticsAsync()).Skipped);
        await db.ArticleIndex().RebuildAsync();

        Assert.Equal(10, (await db.ArticleIndex().GetStatisticsAsync()).Skipped);
    }

    [Fact]
    public async Task Verify_reports_rows_that_the_ledger_does_not_know_and_the_other_way_round()
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(50);
        await db.ArticleIndex().FlushAsync();
        Database.Execute("DELETE FROM Articles_Embedding_Ledger WHERE Id = 7; INSERT INTO Articles_Embedding_Ledger (Id) VALUES (4711)");

        var verification = await db.ArticleIndex().VerifyAsync();

        Assert.Equal(["1 rows have a vector that the ledger does not know.", "1 rows of the ledger name a row that is gone."], verification.Problems);
    }

    [Fact]
    public async Task Verify_reports_rows_that_are_missing_from_the_index()
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(50);
        Database.Execute("DELETE FROM Articles WHERE Id = 20");
        await db.ArticleIndex().RebuildAsync();
        Database.Execute("UPDATE Articles_Embedding_Ledger SET Label = (SELECT min(Label) + 19 FROM Articles_Embedding_Ledger) WHERE Id = 7"); // that of the row that is gone

        var verification = await db.ArticleIndex().VerifyAsync();

        Assert.StartsWith("1 rows are missing from the index", Assert.Single(verification.Problems), StringComparison.Ordinal);
        Assert.Equal((49, 48), (verification.Rows, verification.Checked));
        await db.ArticleIndex().RebuildAsync();
        Assert.True((await db.ArticleIndex().VerifyAsync()).IsHealthy);
    }

    [Fact]
    public async Task Verify_reports_vectors_that_were_changed_behind_the_ledger()
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(50);
        await db.ArticleIndex().FlushAsync();
        Database.Execute("DROP TRIGGER Articles_Embedding_Ledger_update; UPDATE Articles SET Embedding = $v WHERE Id IN (7, 8)", ("$v", Vectors.Bytes(Query)));

        var verification = await db.ArticleIndex().VerifyAsync();

        Assert.StartsWith("2 rows are in the index with another vector", Assert.Single(verification.Problems), StringComparison.Ordinal);
        Assert.EndsWith($"problems: 1{Environment.NewLine}{verification.Problems[0]}", verification.ToString(), StringComparison.Ordinal);
        await db.ArticleIndex().RebuildAsync();
        Assert.True((await db.ArticleIndex().VerifyAsync()).IsHealthy);
    }

    // Something while the articles' index is busy.
    private async Task HoldAsync(Func<Task> action)
    {
        using var begun = new ManualResetEventSlim();
        using var end = new ManualResetEventSlim();
        var busy = Task.Factory.StartNew(
            () => IndexRegistry.Get(Database.FilePath).Get("Articles.Embedding").Indexer.Run(() =>
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
}
