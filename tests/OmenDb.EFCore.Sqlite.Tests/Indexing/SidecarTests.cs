using Microsoft.Data.Sqlite;
using OmenDb.DiskAnn.Storage;
using OmenDb.EFCore.Diagnostics;
using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.EFCore.Sqlite.Tests.Indexing;

/// <summary>The files beside the database may be lost, cut, swapped or garbage: answers stay right and the index comes back.</summary>
public sealed class SidecarTests : DatabaseTest
{
    private static readonly float[] Query = Vectors.Random(99);

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_deleted_sidecar_comes_back(bool indexedBeforeFlush)
    {
        await FillAsync();
        using var copy = Database.Copy();
        Directory.Delete(copy.Sidecar, recursive: true);

        await CheckRecoveryAsync(copy, indexedBeforeFlush);
    }

    [Theory, InlineData(0), InlineData(1)]
    public async Task A_sidecar_that_is_deleted_under_a_running_process_is_written_again_by_the_next_flush(int newRows)
    {
        await FillAsync();
        await using var db = Database.Library();
        await db.NearestIdsAsync(Query, 1);
        Directory.Delete(Database.Sidecar, recursive: true);
        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));

        await db.AddArticlesAfterAsync(newRows, from: 1_000);
        await db.ArticleIndex().FlushAsync();

        Assert.Single(Database.Snapshots);
        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_snapshot_of_garbage_is_set_aside(bool indexedBeforeFlush)
    {
        await FillAsync();
        using var copy = Database.Copy();
        var garbage = new byte[50_000];
        new Random(1).NextBytes(garbage);
        await File.WriteAllBytesAsync(copy.Snapshots.Single(), garbage);

        await CheckRecoveryAsync(copy, indexedBeforeFlush);
        Assert.Equal(garbage, await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(copy.Sidecar, "*.rejected")))); // still there
    }

    [Fact]
    public async Task A_snapshot_of_another_index_is_set_aside()
    {
        await FillAsync();
        using var other = new TestDatabase();
        await using (var db = await other.CreateAsync(m => m.Entity<Note>().HasVectorIndex(n => n.Vector)))
        {
            db.AddRange(Vectors.Many(300, dimensions: 4).Select(v => new Note { Vector = v }));
            await db.SaveChangesAsync();
            await db.Database.VectorIndex<Note>(n => n.Vector).FlushAsync();
        }

        using var copy = Database.Copy();
        File.Copy(other.Snapshots.Single(), copy.Snapshots.Single(), overwrite: true);

        await CheckRecoveryAsync(copy);
    }

    [Fact]
    public async Task A_snapshot_of_a_version_to_come_is_set_aside()
    {
        await FillAsync();
        using var copy = Database.Copy();
        var bytes = await File.ReadAllBytesAsync(copy.Snapshots.Single());
        bytes[8]++;
        await File.WriteAllBytesAsync(copy.Snapshots.Single(), bytes);

        await CheckRecoveryAsync(copy);
    }

    [Fact]
    public async Task An_older_snapshot_of_the_same_index_is_not_taken_for_the_current_one()
    {
        await FillAsync();
        var bytes = await File.ReadAllBytesAsync(Database.Snapshots.Single());
        await using (var db = Database.Library())
        {
            await db.Articles.ExecuteUpdateAsync(s => s.SetProperty(a => a.Title, "t"));
            await db.AddRangeAsync(Vectors.Many(100, seed: 3).Select(v => new LibraryArticle { Embedding = v }));
            await db.SaveChangesAsync();
            await db.ArticleIndex().FlushAsync();
        }

        using var copy = Database.Copy();
        await File.WriteAllBytesAsync(copy.Snapshots.Single(), bytes);

        await CheckRecoveryAsync(copy);
    }

    [Fact]
    public async Task A_snapshot_cut_off_anywhere_is_set_aside()
    {
        const int headerBytes = 256 + 32 * 16; // and the section table behind it
        using var small = new TestDatabase();
        await using (var db = await small.CreateAsync(NoteModel))
        {
            db.AddRange(Vectors.Many(60, dimensions: 4).Select((v, i) => new Note { Id = i + 1, Vector = v }));
            await db.SaveChangesAsync();
            await db.Database.VectorIndex<Note>(n => n.Vector).FlushAsync();
        }

        using var template = small.Copy();
        var snapshot = Path.GetFileName(template.Snapshots.Single());
        var bytes = await File.ReadAllBytesAsync(template.Snapshots.Single());
        var query = Vectors.Random(5, 4);
        var exact = Exact.Nearest(Vectors.Many(60, dimensions: 4).Select((v, i) => (i + 1, v)), query, 10);
        var lengths = Enumerable.Range(0, bytes.Length)
            .Where(n => (n < headerBytes && n % 4 == 0) || n > bytes.Length - 32 || n % 4096 is 0 or 1 or 4095 || n % 1501 == 0);
        foreach (var length in lengths)
        {
            using var cut = template.Copy();
            await File.WriteAllBytesAsync(Path.Combine(cut.Sidecar, snapshot), bytes[..length]);
            await using var db = cut.Open(NoteModel);
            Assert.Equal(exact, await db.Set<Note>().NearestTo(query, 10).Select(n => n.Id).ToListAsync());
            Assert.True(cut.Events.Any(e => e.Id == OmenDbEventId.SnapshotRejected), $"cut to {length} of {bytes.Length} bytes");
        }
    }

    [Fact]
    public async Task A_bit_that_flips_anywhere_is_noticed_or_changes_no_answer()
    {
        await FillAsync();
        using var template = Database.Copy();
        var snapshot = Path.GetFileName(template.Snapshots.Single());
        var bytes = await File.ReadAllBytesAsync(template.Snapshots.Single());
        var random = new Random(1);
        for (var i = 0; i < 40; i++)
        {
            using var damaged = template.Copy();
            var flipped = (byte[])bytes.Clone();
            flipped[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(Path.Combine(damaged.Sidecar, snapshot), flipped);
            await using var db = damaged.Library();
            Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
        }
    }

    [Fact]
    public async Task A_backup_that_is_restored_between_two_runs_is_searched_as_it_is()
    {
        await FillAsync();
        using var backup = Database.Copy();
        await using (var db = Database.Library())
        {
            db.AddRange(Vectors.Many(50, seed: 5).Select(v => new LibraryArticle { Embedding = v }));
            await db.SaveChangesAsync();
            await db.ArticleIndex().FlushAsync();
        }

        using var restored = backup.Copy();
        foreach (var file in Directory.GetFiles(restored.Sidecar))
            File.Delete(file);
        foreach (var file in Database.Snapshots)
            File.Copy(file, Path.Combine(restored.Sidecar, Path.GetFileName(file)));
        await using (var db = restored.Library())
        {
            db.AddRange(Vectors.Many(50, seed: 6).Select(v => new LibraryArticle { Embedding = v }));
            await db.SaveChangesAsync();
        }

        await CheckRecoveryAsync(restored);
    }

    [Theory, InlineData("rebuilt"), InlineData("published by another process"), InlineData("unloaded")]
    public async Task A_file_is_let_go_of_once_it_is(string fate)
    {
        await FillAsync();
        using var copy = Database.Copy();
        await using var db = copy.Library();
        await db.NearestIdsAsync(Query, 1);
        Assert.Equal(OperatingSystem.IsLinux(), copy.IsMapped);

        if (fate == "rebuilt")
            await db.ArticleIndex().RebuildAsync();
        else if (fate == "unloaded")
            IndexRegistry.Get(copy.FilePath).Get("Articles.Embedding").Unload();
        else
            copy.Execute("UPDATE __OmenSnapshots SET Token = randomblob(16)");
        if (fate != "unloaded")
            await db.ArticleIndex().FlushAsync();

        Assert.False(copy.IsMapped);
    }

    [Fact]
    public async Task A_file_that_is_missing_is_written_again_however_few_rows_there_are()
    {
        await using (await Database.FillLibraryAsync(50, flushed: true))
        {
        }

        using var copy = Database.Copy();
        Directory.Delete(copy.Sidecar, recursive: true);
        await using var db = copy.Library();
        Assert.Equal(5, (await db.NearestIdsAsync(Query, 5)).Count);

        await Eventually.TrueAsync(() => Task.FromResult(copy.Snapshots.Length == 1));
        await db.ArticleIndex().FlushAsync();
        using var again = copy.Copy();
        await using var next = again.Library();
        Assert.Equal(50, (await next.ArticleIndex().GetStatisticsAsync()).Indexed);
        Assert.Empty(again.Events);
    }

    [Fact]
    public async Task A_lock_that_was_deleted_with_its_folder_is_no_lock_where_another_process_has_made_that_anew()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere no system tells what became of an open file.");
        await using var db = await Database.FillLibraryAsync(50, flushed: true);
        Directory.Delete(Database.Sidecar, recursive: true);
        using var other = new SnapshotDirectory(Database.FilePath, FileSystem.Default);

        Assert.True(other.TryLock());

        Assert.False(IndexRegistry.Get(Database.FilePath).Snapshots!.TryLock());
        other.Dispose();
        Assert.True(IndexRegistry.Get(Database.FilePath).Snapshots!.TryLock());
    }

    [Fact]
    public async Task A_database_that_was_moved_with_its_folder_is_written_by_the_process_that_moved_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere no system tells what became of an open file.");
        await using (await Database.FillLibraryAsync(50, flushed: true))
        {
        }

        SqliteConnection.ClearAllPools();
        var moved = Database.FilePath + ".moved";
        File.Move(Database.FilePath, moved);
        Directory.Move(Database.Sidecar, moved + ".omen");
        await using var db = new LibraryContext(TestDatabase.Options<LibraryContext>(moved));

        await db.ArticleIndex().RebuildAsync();

        Assert.Equal(50, (await db.ArticleIndex().GetStatisticsAsync()).Indexed);
    }

    [Fact]
    public async Task A_database_created_again_at_the_same_path_starts_afresh()
    {
        await FillAsync();
        await using var db = Database.Library();
        await db.NearestIdsAsync(Query, 1);

        await db.Database.EnsureDeletedAsync();
        await db.Database.EnsureCreatedAsync();
        Assert.Empty(await db.NearestIdsAsync(Query, 10));

        await db.AddArticlesAsync(150, seed: 9);
        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
        await db.ArticleIndex().FlushAsync();
        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
        Assert.Single(Database.Snapshots);
    }

    [Fact]
    public async Task A_database_file_can_be_deleted_once_contexts_and_pools_are_gone()
    {
        await FillAsync();
        SqliteConnection.ClearAllPools();

        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(Database.FilePath)!))
            File.Delete(file);
        Directory.Delete(Database.Sidecar, recursive: true);

        await using var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(150, seed: 9);
        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
        await db.ArticleIndex().FlushAsync();
        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Nothing_opens_the_database_after_a_flush(bool isRead)
    {
        IndexRegistry.Get(Database.FilePath, threads: new BackgroundThreads(_ => { })); // who is woken has his turn when this says so
        await FillAsync();
        if (isRead)
        {
            await using var db = Database.Library(); // by the connection that rows were written by, from the pool
            Assert.Equal(10, (await db.NearestIdsAsync(Query, 10)).Count);
        }

        SqliteConnection.ClearAllPools();
        File.Move(Database.FilePath, Database.FilePath + ".moved");
        await File.WriteAllTextAsync(Database.FilePath, "no database, as whoever opens it will say");
        foreach (var index in IndexRegistry.Get(Database.FilePath).Indexes)
            index.Indexer.RunInBackground();

        Assert.DoesNotContain(Database.Events, e => e.Id == OmenDbEventId.IndexingFailed);
        File.Move(Database.FilePath + ".moved", Database.FilePath, overwrite: true);
    }

    [Fact]
    public async Task The_index_goes_on_in_memory_where_its_folder_cannot_be_made()
    {
        await File.WriteAllTextAsync(Database.Sidecar, "a file where the folder would be");
        await using var db = await Database.FillLibraryAsync(200, flushed: true);

        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
        Assert.Equal(200, (await db.ArticleIndex().GetStatisticsAsync()).Indexed);
    }

    public static TheoryData<string, string> NamesThatBeginAlike => new() { { "Vector", "Vector2" }, { new string('v', 150) + "1", new string('v', 150) + "2" }, { new string('v', 52), new string('v', 150) } };

    [Theory, MemberData(nameof(NamesThatBeginAlike))]
    public async Task Indexes_whose_names_begin_alike_leave_each_other_s_file(string one, string other)
    {
        await using var db = await Database.CreateAsync(m =>
        {
            m.Entity<Twin>().HasVectorIndex(t => t.One);
            m.Entity<Twin>().HasVectorIndex(t => t.Other);
            m.Entity<Twin>().Property(t => t.One).HasColumnName(one);
            m.Entity<Twin>().Property(t => t.Other).HasColumnName(other);
        });
        db.Add(new Twin { One = [1, 0], Other = [0, 1] });
        await db.SaveChangesAsync();
        await db.Database.VectorIndex<Twin>(t => t.Other).FlushAsync();

        await db.Database.VectorIndex<Twin>(t => t.One).FlushAsync();

        Assert.Equal(2, Database.Snapshots.Length);
        Assert.True((await db.Database.VectorIndex<Twin>(t => t.Other).GetStatisticsAsync()).FileBytes > 0);
    }

    [Fact]
    public void A_database_whose_path_is_written_in_other_letters_is_the_same_one_on_Windows_alone()
        => Assert.Equal(OperatingSystem.IsWindows(), ReferenceEquals(IndexRegistry.Get(Database.FilePath), IndexRegistry.Get(Database.FilePath.ToUpperInvariant())));

    private static void NoteModel(ModelBuilder model) => model.Entity<Note>().HasVectorIndex(n => n.Vector);

    private Task FillAsync() => FillAsync(Database);

    private static async Task FillAsync(TestDatabase database)
    {
        await using var db = await database.FillLibraryAsync(200, flushed: true);
        await db.Database.VectorIndex<LibraryDraft>(d => d.Sketch).FlushAsync(); // else it is looked at in the background, later
    }

    private static async Task CheckRecoveryAsync(TestDatabase database, bool indexedBefore = false)
    {
        await using var db = database.Library();
        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
        Assert.Contains(database.Events, e => e.Id == OmenDbEventId.SnapshotRejected);
        Assert.False(database.IsMapped);

        // Whether the rows are in the graph again by now or not: a flush writes them down.
        if (indexedBefore)
            await Eventually.TrueAsync(async () => (await db.ArticleIndex().GetStatisticsAsync()).Pending == 0);
        await db.ArticleIndex().FlushAsync();
        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));

        // What was written is good: the next process does not reject it.
        using var next = database.Copy();
        await using var again = next.Library();
        Assert.Equal(await again.ExactIdsAsync(Query, 10), await again.NearestIdsAsync(Query, 10));
        Assert.DoesNotContain(next.Events, e => e.Id == OmenDbEventId.SnapshotRejected);
        var statistics = await again.ArticleIndex().GetStatisticsAsync();
        Assert.Equal(statistics.Rows, statistics.Indexed);
        Assert.True(statistics.FileBytes > 0);
    }

    private sealed class Twin
    {
        public int Id { get; set; }

        [Vector(2)]
        public float[] One { get; set; } = [];

        [Vector(2)]
        public float[] Other { get; set; } = [];
    }
}
