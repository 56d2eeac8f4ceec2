using System.Text.Json;
using OmenDb.EFCore.Diagnostics;
using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.EFCore.Sqlite.Tests;

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
    public async Task Statistics_of_an_empty_index_are_zero()
    {
        await using var db = await Database.CreateLibraryAsync();

        var statistics = await db.ArticleIndex().GetStatisticsAsync();

        Assert.Equal((0, 0, 0, 0L), (statistics.Rows, statistics.Indexed, statistics.Pending, statistics.FileBytes));
        Assert.Null(statistics.FileWrittenAt);
        Assert.Null(statistics.MeasuredRecall);
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
        await using var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(400);
        ThreadPool.GetMinThreads(out var atLeast, out var ports);
        ThreadPool.SetMinThreads(200, ports); // so that one that could start does so at once
        try
        {
            await db.ArticleIndex().RebuildAsync(new Midway(() =>
            {
                var before = BusyThreads();
                for (var id = 1_001; id <= 1_100; id++)
                {
                    Database.Library().AddArticlesAfterAsync(1, from: id).GetAwaiter().GetResult();
                    Thread.Sleep(1);
                }

                Assert.True(BusyThreads() - before < 50, $"{BusyThreads() - before} more threads are busy.");
            }));
        }
        finally
        {
            ThreadPool.SetMinThreads(atLeast, ports);
        }

        await Eventually.TrueAsync(async () => (await db.ArticleIndex().GetStatisticsAsync()).Indexed == 500);

        static int BusyThreads()
        {
            ThreadPool.GetMaxThreads(out var most, out _);
            ThreadPool.GetAvailableThreads(out var free, out _);
            return most - free;
        }
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

    public static TheoryData<byte[]> UnsoundBlobs => new(
        [],
        [1, 2, 3],
        Vectors.Bytes(Vectors.Random(1, 7)),
        [.. Vectors.Bytes(Vectors.Random(1)), 1],
        Vectors.Bytes(Vectors.Random(1, 9)),
        Vectors.Bytes([1, 2, 3, float.NaN, 5, 6, 7, 8]),
        Vectors.Bytes([1, 2, 3, float.NegativeInfinity, 5, 6, 7, 8]),
        Vectors.Bytes(new float[8]));

    [Theory, MemberData(nameof(UnsoundBlobs))]
    public async Task An_unsound_blob_put_there_by_SQL_is_reported_and_breaks_no_search(byte[] blob)
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(50);
        Database.Execute("INSERT INTO Articles (Id, Title, Category, Embedding) VALUES (1000, '', 0, $v)", ("$v", blob));
        var exact = Exact.Nearest(Vectors.Many(50).Select((v, i) => (i + 1, v)), Query, 100);

        Assert.Equal(exact, await db.NearestIdsAsync(Query, 100));
        await db.ArticleIndex().FlushAsync();
        Assert.Equal(exact, await db.NearestIdsAsync(Query, 100));
        Assert.Equal(exact.Where(i => (i - 1) % 3 == 0), await db.Articles.Where(a => a.Category == 0).NearestTo(Query, 100).Select(a => a.Id).ToListAsync());

        Assert.Contains(Database.Events, e => e.Id == OmenDbEventId.VectorSkipped && e.Message.Contains("Articles.Embedding", StringComparison.Ordinal));
        Assert.Equal(1, (await db.ArticleIndex().GetStatisticsAsync()).Skipped);
        var verification = await db.ArticleIndex().VerifyAsync();
        Assert.False(verification.IsHealthy);
        Assert.Contains("1 rows cannot be searched", Assert.Single(verification.Problems), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(UnsoundBlobs))]
    public async Task An_unsound_blob_is_skipped_without_an_index_too(byte[] blob)
    {
        await using var db = await Database.CreateAsync(m => m.Entity<Plain>().Property(p => p.Vector).IsVector(8));
        db.AddRange(Vectors.Many(50).Select((v, i) => new Plain { Id = i + 1, Vector = v }));
        await db.SaveChangesAsync();
        Database.Execute("INSERT INTO Plain (Id, Vector) VALUES (1000, $v)", ("$v", blob));
        var exact = Exact.Nearest(Vectors.Many(50).Select((v, i) => (i + 1, v)), Query, 100);

        Assert.Equal(exact, await db.Set<Plain>().NearestTo(p => p.Vector, Query, 100).Select(p => p.Id).ToListAsync());
        Assert.Equal(exact.Order(), await db.Set<Plain>().WithinDistance(p => p.Vector, Query, 2).Select(p => p.Id).Order().ToListAsync());
    }

    [Theory, MemberData(nameof(UnsoundBlobs))]
    public async Task A_row_with_an_unsound_blob_has_no_nearest_rows_where_each_row_is_searched_by(byte[] blob)
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(50);
        Database.Execute("UPDATE Articles SET Embedding = $v WHERE Id IN (7, 8)", ("$v", blob));

        var found = await (from a in db.Articles from b in db.Articles.NearestTo(b => b.Embedding, a.Embedding, 3) select new { a.Id, Near = b.Id }).ToListAsync();

        Assert.Equal(Enumerable.Range(1, 50).Except([7, 8]), found.Select(f => f.Id).Distinct().Order());
        Assert.All(found.GroupBy(f => f.Id), near => Assert.Equal(3, near.Count()));
        Assert.DoesNotContain(found, f => f.Near is 7 or 8);
        Assert.Single(Database.Events, e => e.Id == OmenDbEventId.VectorSkipped && e.Message.Contains("'Articles.Embedding' for each row of another query", StringComparison.Ordinal));
    }

    [Theory, InlineData("'text'"), InlineData("42"), InlineData("1.5")]
    public async Task A_row_with_a_value_that_is_no_blob_has_no_nearest_rows_either(string sql)
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(50);
        Database.Execute($"UPDATE Articles SET Embedding = {sql} WHERE Id = 7");

        var found = await (from a in db.Articles from b in db.Articles.NearestTo(b => b.Embedding, a.Embedding, 1) select a.Id).ToListAsync();

        Assert.Equal(Enumerable.Range(1, 50).Except([7]), found.Order());
    }

    [Fact]
    public async Task The_nearest_of_each_are_searched_in_a_source_with_a_limit()
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(500);
        await db.ArticleIndex().FlushAsync();
        var last = db.Articles.Where(a => a.Category == 1).OrderByDescending(a => a.Id).Skip(5).Take(50);

        var found = await db.Articles.Where(o => o.Id <= 3).SelectMany(o => last.NearestTo(a => a.Embedding, o.Embedding, 4), (o, a) => new { Outer = o.Id, a.Id }).ToListAsync();

        var rows = (await last.AsNoTracking().ToListAsync()).Select(a => (a.Id, a.Embedding.ToArray())).ToList();
        foreach (var outer in await db.Articles.Where(o => o.Id <= 3).ToListAsync())
            Assert.Equal(Exact.Nearest(rows, outer.Embedding, 4), found.Where(f => f.Outer == outer.Id).Select(f => f.Id));
    }

    [Fact]
    public async Task Rows_that_REPLACE_removed_are_nobody_s_nearest_and_a_rebuild_forgets_them()
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(100);
        Database.Execute("INSERT OR REPLACE INTO Articles (Id, Title, Category, Slug, Embedding) SELECT Id + 1000, '', 0, Slug, Embedding FROM Articles WHERE Id % 2 = 0");

        var found = await (from a in db.Articles from b in db.Articles.NearestTo(b => b.Embedding, a.Embedding, 5) select a.Id).ToListAsync();
        await db.ArticleIndex().RebuildAsync();

        Assert.Equal(500, found.Count);
        Assert.True((await db.ArticleIndex().VerifyAsync()).IsHealthy);
        Assert.Equal(100, (await db.ArticleIndex().GetStatisticsAsync()).Rows);
    }

    [Fact]
    public async Task A_row_without_a_vector_has_no_nearest_rows()
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(50);
        db.AddRange(new Draft { Id = 1, Author = new Author(), Sketch = Query }, new Draft { Id = 2, Author = new Author() });
        await db.SaveChangesAsync();

        var found = await (from d in db.Drafts from a in db.Articles.NearestTo(a => a.Embedding, d.Sketch!, 3) select d.Id).ToListAsync();

        Assert.Equal([1, 1, 1], found);
        Assert.Empty(Database.Events);
    }

    [Fact]
    public async Task Rows_whose_labels_lie_far_apart_are_found_by_a_filter_in_little_memory()
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(600);
        Database.Execute("UPDATE sqlite_sequence SET seq = 5000000000 WHERE name = 'Articles_Embedding_Ledger'");
        await db.AddArticlesAfterAsync(600, from: 1_000);
        await db.Articles.Where(a => a.Id % 100 == 1).ExecuteUpdateAsync(s => s.SetProperty(a => a.Category, 7));
        await db.ArticleIndex().FlushAsync();
        var filtered = db.Articles.Where(a => a.Category == 7);
        var exact = Exact.Nearest((await filtered.AsNoTracking().ToListAsync()).Select(a => (a.Id, a.Embedding.ToArray())), Query, 12);
        Assert.Equal(exact, filtered.NearestTo(Query, 12).Select(a => a.Id).ToList());

        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = filtered.NearestTo(Query, 12).Select(a => a.Id).ToList();

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 1_000_000);
    }

    [Fact]
    public async Task Huge_and_tiny_vectors_are_as_far_as_they_are()
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(50);
        db.AddRange(new Article { Id = 101, Embedding = Array.ConvertAll(Query, e => e * -1e30f) }, new Article { Id = 102, Embedding = Array.ConvertAll(Query, e => e * -1e-30f) });
        await db.SaveChangesAsync();

        Assert.Equal([101, 102], (await db.NearestIdsAsync(Query, 52)).TakeLast(2).Order());
        Assert.Equal(2, await db.Articles.Where(a => a.Id == 101).Select(a => EF.Functions.VectorDistance(VectorMetric.Cosine, a.Embedding, Query)).SingleAsync(), 1e-6);
    }

    [Fact]
    public async Task Rows_come_nearest_first_where_many_are_stale()
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(1500);
        await db.ArticleIndex().FlushAsync();
        await db.Articles.Where(a => a.Id % 2 == 0).ExecuteDeleteAsync();

        foreach (var query in Vectors.Many(150, seed: 3))
        {
            var distances = await db.Articles.NearestTo(a => a.Embedding, query, 40, (_, distance) => distance).ToListAsync();
            Assert.Equal(distances.Order(), distances);
        }
    }

    [Theory, InlineData("'text'"), InlineData("42"), InlineData("1.5")]
    public async Task A_value_that_is_no_blob_breaks_no_search(string sql)
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(50);
        Database.Execute($"INSERT INTO Articles (Id, Title, Category, Embedding) VALUES (1000, '', 0, {sql})");

        Assert.Equal(50, (await db.NearestIdsAsync(Query, 100)).Count);
        await db.ArticleIndex().FlushAsync();
        Assert.Equal(50, (await db.NearestIdsAsync(Query, 100)).Count);
        Assert.False((await db.ArticleIndex().VerifyAsync()).IsHealthy);
    }

    [Fact]
    public async Task A_row_whose_vector_was_mended_is_found_and_no_longer_counted_as_skipped()
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(50);
        Database.Execute("UPDATE Articles SET Embedding = x'00' WHERE Id = 7");
        await db.ArticleIndex().FlushAsync();
        Database.Execute("UPDATE Articles SET Embedding = $v WHERE Id = 7", ("$v", Vectors.Bytes(Query)));
        await db.ArticleIndex().FlushAsync();

        Assert.Equal([7], await db.NearestIdsAsync(Query, 1));
        Assert.Equal(0, (await db.ArticleIndex().GetStatisticsAsync()).Skipped);
        Assert.True((await db.ArticleIndex().VerifyAsync()).IsHealthy);
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
    public async Task Verify_reports_rows_that_the_ledger_does_not_know_and_the_other_way_round()
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(50);
        await db.ArticleIndex().FlushAsync();
        Database.Execute("DELETE FROM Articles_Embedding_Ledger WHERE Id = 7; INSERT INTO Articles_Embedding_Ledger (Id) VALUES (4711)");

        var verification = await db.ArticleIndex().VerifyAsync();

        Assert.False(verification.IsHealthy);
        Assert.Equal(2, verification.Problems.Count);
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

    [Fact]
    public async Task Two_indexes_of_one_entity_are_searched_apart()
    {
        await using var db = await Database.CreateAsync(m =>
        {
            Animal.Model(m);
            m.Entity<Dog>().HasVectorIndex(d => d.Bark).HasMetric(VectorMetric.InnerProduct);
        });
        var vectors = Vectors.Many(100, 4);
        var barks = Vectors.Many(100, 4, seed: 2);
        db.AddRange(vectors.Select((v, i) => new Dog { Id = i + 1, Vector = v, Bark = barks[i] }));
        await db.SaveChangesAsync();
        await db.Database.VectorIndex<Dog>(d => d.Bark).FlushAsync();
        await db.Database.VectorIndex<Dog>(d => d.Vector).FlushAsync();
        var query = Vectors.Random(5, 4);

        Assert.Equal(2, Database.Snapshots.Length);
        Assert.Equal(Exact.Nearest(vectors.Select((v, i) => (i + 1, v)), query, 10), await db.Set<Dog>().NearestTo(d => d.Vector, query, 10).Select(d => d.Id).ToListAsync());
        Assert.Equal(Exact.Nearest(barks.Select((v, i) => (i + 1, v)), query, 10, VectorMetric.InnerProduct), await db.Set<Dog>().NearestTo(d => d.Bark, query, 10).Select(d => d.Id).ToListAsync());
    }
}
