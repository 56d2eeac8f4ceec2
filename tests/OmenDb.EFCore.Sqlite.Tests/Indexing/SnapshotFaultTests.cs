using OmenDb.DiskAnn.Storage;
using OmenDb.EFCore.Diagnostics;

namespace OmenDb.EFCore.Sqlite.Tests.Indexing;

/// <summary>A snapshot cannot be written, read or deleted.</summary>
public sealed class SnapshotFaultTests : FaultTest
{
    [Theory]
    [InlineData(Touch.CreateDirectory, DiskError.Full)]
    [InlineData(Touch.CreateDirectory, DiskError.ReadOnly)]
    [InlineData(Touch.CreateDirectory, DiskError.Denied)]
    [InlineData(Touch.Lock, DiskError.Denied)]
    [InlineData(Touch.Lock, DiskError.ReadOnly)]
    [InlineData(Touch.Create, DiskError.Full)]
    [InlineData(Touch.Create, DiskError.Denied)]
    [InlineData(Touch.Write, DiskError.Full)]
    [InlineData(Touch.Write, DiskError.Broken)]
    [InlineData(Touch.Flush, DiskError.Full)]
    [InlineData(Touch.Flush, DiskError.Broken)]
    [InlineData(Touch.Move, DiskError.Full)]
    [InlineData(Touch.Move, DiskError.Broken)]
    [InlineData(Touch.Move, DiskError.Denied)]
    [InlineData(Touch.FlushDirectory, DiskError.Broken)]
    public async Task A_first_snapshot_that_cannot_be_written_is_told_and_written_by_the_next_flush(Touch operation, DiskError error)
    {
        await using var db = await Database.FillLibraryAsync(200);
        Files.Fail(operation, error);

        await db.ArticleIndex().FlushAsync();

        Assert.Contains(Failures, m => m.Contains(error.ToException().Message, StringComparison.Ordinal));
        await GoesOnAsync(db, from: 1_000);
        Files.Heal();
        await IsRepairedAsync(db);
    }

    [Theory]
    [InlineData(Touch.Create, DiskError.Full)]
    [InlineData(Touch.Write, DiskError.Full)]
    [InlineData(Touch.Flush, DiskError.Broken)]
    [InlineData(Touch.Move, DiskError.Broken)]
    [InlineData(Touch.FlushDirectory, DiskError.Broken)]
    public async Task A_later_snapshot_that_cannot_be_written_leaves_the_earlier_one_in_use(Touch operation, DiskError error)
    {
        await using var db = await FillAsync();
        await db.AddArticlesAfterAsync(100, from: 1_000);
        Files.Fail(operation, error);

        await db.ArticleIndex().FlushAsync();

        Assert.Contains(Failures, m => m.Contains(error.ToException().Message, StringComparison.Ordinal));
        using var copy = Database.Copy();
        await using (var next = copy.Library())
        {
            Assert.Equal(await next.ExactIdsAsync(Query, 10), await next.NearestIdsAsync(Query, 10));
            Assert.NotNull((await next.ArticleIndex().GetStatisticsAsync()).FileWrittenAt);
            Assert.Empty(copy.Events);
        }

        await GoesOnAsync(db, from: 2_000);
        Files.Heal();
        await IsRepairedAsync(db);
    }

    [Theory]
    [InlineData(DiskError.Broken)]
    [InlineData(DiskError.Denied)]
    [InlineData(DiskError.NoMemory)]
    public async Task A_snapshot_that_cannot_be_read_now_is_told_and_stays_where_it_is(DiskError error)
    {
        await using (var first = await FillAsync())
        {
            await first.AddArticlesAfterAsync(50, from: 1_000);
            await Eventually.TrueAsync(async () => (await first.ArticleIndex().GetStatisticsAsync()).Pending == 0); // nobody maps the file before it fails
        }

        var file = Assert.Single(Database.Snapshots);
        Reopen();
        Files.Fail(Touch.Map, error);

        await using var db = Database.Library();
        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));

        Assert.Contains(Database.Events, e => e.Id == OmenDbEventId.SnapshotRejected && e.Message.Contains(error.ToException().Message, StringComparison.Ordinal));
        Assert.True(File.Exists(file));
        await GoesOnAsync(db, from: 2_000);
        Files.Heal();
        await IsRepairedAsync(db);
    }

    [Fact]
    public async Task A_snapshot_that_was_written_short_in_silence_is_rejected_when_it_is_opened()
    {
        Files.WritesShort = true;
        await using (await FillAsync())
        {
        }

        Files.WritesShort = false;
        Reopen();

        await using var db = Database.Library();
        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
        Assert.Contains(Database.Events, e => e.Id == OmenDbEventId.SnapshotRejected);
        Assert.Single(Directory.GetFiles(Database.Sidecar, "*.rejected"));
        await GoesOnAsync(db, from: 1_000);
        await IsRepairedAsync(db);
    }

    [Fact]
    public async Task A_snapshot_that_cannot_be_deleted_goes_when_rows_are_indexed_next()
    {
        await using var db = await FillWithLeftoverAsync();
        Files.Heal();

        await db.AddArticlesAfterAsync(1, from: 2_000); // too few to publish

        await Eventually.TrueAsync(() => Task.FromResult(Database.Snapshots.Length == 1));
    }

    [Fact]
    public async Task A_rebuild_leaves_one_file_where_none_can_be_deleted_that_is_mapped()
    {
        await using (await FillAsync())
        {
        }

        Reopen();
        await using var db = Database.Library();
        await db.NearestIdsAsync(Query, 1);
        Files.Before(Touch.Delete, () =>
        {
            if (Database.IsMapped)
                throw DiskError.Denied.ToException(); // as Windows does
        });

        await db.ArticleIndex().RebuildAsync();

        Assert.Single(Database.Snapshots);
    }

    [Fact]
    public async Task A_snapshot_that_cannot_be_deleted_goes_with_the_next_flush()
    {
        await using var db = await FillWithLeftoverAsync();

        await GoesOnAsync(db, from: 2_000);
        Files.Heal();
        await IsRepairedAsync(db);
    }

    [Fact]
    public async Task A_database_that_does_not_take_the_new_name_keeps_the_old_one_and_no_file_too_many()
    {
        await using var db = await FillAsync();
        var old = Assert.Single(Database.Snapshots);
        await db.AddArticlesAfterAsync(50, from: 1_000);
        Database.Execute("CREATE TRIGGER broken BEFORE UPDATE ON __OmenSnapshots BEGIN SELECT RAISE(ABORT, 'the database is broken'); END");

        for (var i = 0; i < 3; i++)
            await db.ArticleIndex().FlushAsync();

        Assert.Contains(Failures, m => m.Contains("the database is broken", StringComparison.Ordinal));
        Assert.Contains(old, Database.Snapshots);
        Assert.InRange(Database.Snapshots.Length, 1, 2);
        await GoesOnAsync(db, from: 2_000);
        Database.Execute("DROP TRIGGER broken");
        await IsRepairedAsync(db);
    }

    [Fact]
    public async Task A_rebuild_that_cannot_be_written_says_so_and_leaves_the_index_as_it_was()
    {
        await using var db = await FillAsync();
        await db.Articles.Where(a => a.Id <= 100).ExecuteDeleteAsync();
        Files.Fail(Touch.Write, DiskError.Full);

        await Assert.ThrowsAsync<IOException>(() => db.ArticleIndex().RebuildAsync());

        Assert.Contains(Failures, m => m.Contains("No space left on device", StringComparison.Ordinal));
        await GoesOnAsync(db, from: 1_000);
        Files.Heal();
        await db.ArticleIndex().RebuildAsync();
        await IsRepairedAsync(db);
    }

    [Fact]
    public async Task A_disk_that_fails_is_not_asked_again_with_every_commit()
    {
        await using var db = await Database.CreateLibraryAsync();
        Files.Fail(Touch.Write, DiskError.Full);
        await db.Articles.AddBatchAsync(Vectors.Many(5_200).Select((v, i) => new LibraryArticle { Id = i + 1, Embedding = v }));
        await Eventually.TrueAsync(() => Task.FromResult(Files.Created == 1));

        for (var i = 0; i < 3; i++)
        {
            db.Add(new LibraryArticle { Id = 10_000 + i, Embedding = Vectors.Random(i) });
            await db.SaveChangesAsync();
            await Eventually.TrueAsync(async () => (await db.ArticleIndex().GetStatisticsAsync()).Pending == 0);
        }

        Assert.Equal(1, Files.Created);
        Files.Heal();
        await IsRepairedAsync(db);
    }

    [Fact]
    public async Task A_flush_ends_though_another_process_publishes_faster_than_this_one_reads()
    {
        await using var db = await FillAsync();
        var published = 0;
        void Publish()
        {
            if (++published < 20)
                Database.Execute("UPDATE __OmenSnapshots SET Token = randomblob(16); UPDATE Articles SET Embedding = $v WHERE Id = 1", ("$v", Vectors.Bytes(Vectors.Random(published))));
        }

        Publish();
        Files.Before(Touch.Map, Publish); // as often as this process opens what was published

        await db.ArticleIndex().FlushAsync();

        Assert.InRange(published, 2, 10);
        Files.Heal();
        await IsRepairedAsync(db);
    }

    [Fact]
    public async Task Every_touch_of_the_disk_is_in_the_table_of_the_design()
    {
        var design = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "DESIGN.md"));
        var table = design[design.IndexOf("## When the disk fails", StringComparison.Ordinal)..design.IndexOf("## When the process dies", StringComparison.Ordinal)];

        var touches = typeof(FileSystem).GetMethods().Where(m => m.DeclaringType == typeof(FileSystem) && m.IsVirtual).Select(m => m.Name).ToList();

        Assert.Equal(Enum.GetNames<Touch>().Append(nameof(FileSystem.Exists)).Order(), touches.Order()); // a file whose existence cannot be seen is not there
        Assert.All(Enum.GetNames<Touch>(), touch => Assert.Contains($"`{touch}`", table, StringComparison.Ordinal));

        var tests = typeof(SnapshotFaultTests).Assembly.GetTypes().SelectMany(t => t.GetMethods()).Select(m => $"`{m.Name}`").ToHashSet();
        Assert.All(
            table.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1),
            fault => Assert.All(fault.Split('|')[5].Split(',', StringSplitOptions.TrimEntries), test => Assert.Contains(test, tests)));
    }

    /// <summary>The same, with an earlier snapshot that could not be deleted.</summary>
    private async Task<LibraryContext> FillWithLeftoverAsync()
    {
        var db = await FillAsync();
        Files.Fail(Touch.Delete, DiskError.Denied);
        await db.AddArticlesAfterAsync(50, from: 1_000);
        await db.ArticleIndex().FlushAsync();
        Assert.Equal(2, Database.Snapshots.Length);
        return db;
    }
}
