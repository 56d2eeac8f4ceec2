using Microsoft.Data.Sqlite;
using OmenDb.EFCore.Diagnostics;
using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.EFCore.Sqlite.Tests.Files;

/// <summary>The database's file is copied, moved, emptied, vacuumed and deleted: a search finds the rows that are in it, whatever was searched before.</summary>
public sealed class DatabaseFileTests : DatabaseFileTest
{
    [Theory]
    [InlineData("DELETE FROM sqlite_sequence", 50)]
    [InlineData("DELETE FROM sqlite_sequence", Saved + 100)]
    [InlineData("UPDATE sqlite_sequence SET seq = 0", 50)]
    public async Task Rows_that_are_numbered_from_the_beginning_again_are_not_taken_for_those_of_before(string reset, int rows)
    {
        await using var db = await FilledAsync();
        Database.Execute("DELETE FROM Articles; " + reset);

        await db.AddArticlesAfterAsync(rows, from: 5_000);

        await SearchesAreExactAsync(db);
        await db.ArticleIndex().FlushAsync();
        await SearchesAreExactAsync(db);
        Assert.True((await db.ArticleIndex().VerifyAsync()).IsHealthy);
    }

    [Theory]
    [InlineData("DELETE FROM sqlite_sequence")]
    [InlineData("UPDATE sqlite_sequence SET seq = 0")]
    public async Task What_is_in_memory_stays_in_use_though_somebody_resets_the_numbers(string reset)
    {
        await using var db = await FilledAsync();
        await db.AddArticlesAfterAsync(50, from: 5_000);
        await IndexedAsync(db, Saved + 50);
        var index = IndexRegistry.Get(Database.FilePath).Get("Articles.Embedding");
        var graph = index.View!.Graph;

        Database.Execute(reset);
        await SearchesAreExactAsync(db);
        await db.ArticleIndex().FlushAsync();

        Assert.Equal(0, (await db.ArticleIndex().GetStatisticsAsync()).Pending);
        Assert.Same(graph, index.View!.Graph);
    }

    [Fact]
    public async Task A_database_whose_every_table_was_emptied_is_indexed_again()
    {
        await using var db = await FilledAsync();
        Database.Execute("DELETE FROM Articles; DELETE FROM Articles_Embedding_Ledger; DELETE FROM __OmenSnapshots;");

        await db.AddArticlesAfterAsync(Saved, from: 1);

        await SearchesAreExactAsync(db);
        await db.ArticleIndex().FlushAsync();
        await SearchesAreExactAsync(db);
        Assert.Equal(Saved, (await db.ArticleIndex().GetStatisticsAsync()).Indexed);
        Assert.Single(Database.Snapshots);
    }

    [Fact]
    public async Task A_database_whose_every_table_was_emptied_by_another_program_names_the_index_that_is_rebuilt()
    {
        await using (await FilledAsync())
        {
        }

        using var emptied = Database.Copy();
        emptied.Execute("DELETE FROM Articles; DELETE FROM Articles_Embedding_Ledger; DELETE FROM __OmenSnapshots;");
        Insert(emptied, Saved, from: 1);
        await using var db = emptied.Library();

        await db.ArticleIndex().RebuildAsync();

        var statistics = await db.ArticleIndex().GetStatisticsAsync();
        Assert.Equal((Saved, 0L), (statistics.Indexed, statistics.Pending));
        Assert.Equal(new FileInfo(Assert.Single(emptied.Snapshots)).Length, statistics.FileBytes);
    }

    [Fact]
    public async Task A_database_that_is_opened_for_reading_only_stays_as_it_is()
    {
        await using (var written = await Database.CreateLibraryAsync())
            await written.AddArticlesAsync(Saved);
        using var copy = Database.Copy();
        copy.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        var before = await ReadAsync();
        await using var db = new LibraryContext(copy.Options<LibraryContext>(o => o.UseSqlite(copy.ConnectionString + ";Mode=ReadOnly", s => s.UseOmenDb())));

        await SearchesAreExactAsync(db);
        await db.ArticleIndex().FlushAsync();
        await SearchesAreExactAsync(db);

        Assert.Equal(Saved, (await db.ArticleIndex().GetStatisticsAsync()).Indexed);
        await Assert.ThrowsAsync<IOException>(() => db.ArticleIndex().RebuildAsync());
        Assert.Equal(before, await ReadAsync());
        Assert.False(Directory.Exists(copy.Sidecar));

        async Task<byte[]> ReadAsync()
        {
            await using var file = new FileStream(copy.FilePath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite); // SQLite has it open
            var bytes = new byte[file.Length];
            await file.ReadExactlyAsync(bytes);
            return bytes;
        }
    }

    [Fact]
    public async Task A_database_that_is_opened_for_reading_only_keeps_files_that_nobody_needs()
    {
        await using (await FilledAsync())
        {
        }

        using var copy = Database.Copy();
        File.Copy(copy.Snapshots.Single(), copy.Snapshots.Single().Replace(".vamana", ".left", StringComparison.Ordinal)); // by a process that was killed
        var files = Directory.GetFiles(copy.Sidecar);
        await using var db = new LibraryContext(copy.Options<LibraryContext>(o => o.UseSqlite(copy.ConnectionString + ";Mode=ReadOnly", s => s.UseOmenDb())));

        await SearchesAreExactAsync(db);
        await db.ArticleIndex().FlushAsync();

        Assert.Equal(files, Directory.GetFiles(copy.Sidecar));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_database_that_is_opened_for_reading_only_keeps_a_file_that_it_cannot_use(bool isDamaged)
    {
        await using (await FilledAsync())
        {
        }

        using var copy = Database.Copy();
        if (isDamaged)
            await File.WriteAllTextAsync(copy.Snapshots.Single(), "no snapshot");
        var files = Directory.GetFiles(copy.Sidecar);
        await using var db = new ModelContext(copy.Options<ModelContext>(o => o.UseSqlite(copy.ConnectionString + ";Mode=ReadOnly", s => s.UseOmenDb())), m =>
            m.Entity<LibraryArticle>().ToTable("Articles").HasVectorIndex(a => a.Embedding).HasMetric(isDamaged ? VectorMetric.Cosine : VectorMetric.Euclidean));

        Assert.Equal(10, await db.Set<LibraryArticle>().NearestTo(Queries[0], 10).CountAsync());
        await db.Database.VectorIndex<LibraryArticle>(a => a.Embedding).FlushAsync();

        Assert.Contains(copy.Events, e => e.Id == OmenDbEventId.SnapshotRejected);
        Assert.Equal(files, Directory.GetFiles(copy.Sidecar));
    }

    [Fact]
    public async Task What_is_stale_is_dropped_by_a_process_that_only_reads_too_and_a_transaction_that_still_sees_it_finds_it()
    {
        await using (await Database.FillLibraryAsync(1_500, flushed: true))
        {
        }

        using var copy = Database.Copy();
        await using var db = Open();
        await using var old = Open();
        await old.Database.OpenConnectionAsync();
        await using var transaction = await old.Database.UseTransactionAsync(((SqliteConnection)old.Database.GetDbConnection()).BeginTransaction(deferred: true));
        await SearchesAreExactAsync(old);

        for (var round = 0; round < 4; round++)
        {
            copy.Execute("UPDATE Articles SET Embedding = (SELECT o.Embedding FROM Articles AS o WHERE o.Id = Articles.Id % 1500 + 1)");
            await db.ArticleIndex().FlushAsync();
            Assert.InRange((await db.ArticleIndex().GetStatisticsAsync()).Indexed, 1_500, 3_000);
            await SearchesAreExactAsync(db);
            await SearchesAreExactAsync(old);
            Assert.True((await old.ArticleIndex().VerifyAsync()).IsHealthy);
        }

        LibraryContext Open() => new(copy.Options<LibraryContext>(o => o.UseSqlite(copy.ConnectionString + ";Mode=ReadOnly", s => s.UseOmenDb())));
    }

    [Fact]
    public async Task Rows_deleted_since_they_were_indexed_do_not_make_the_index_begin_again()
    {
        await using var db = await FilledAsync();
        await db.AddArticlesAfterAsync(50, from: 1_000);
        await IndexedAsync(db, Saved + 50);

        await db.Articles.Where(a => a.Id >= 1_030).ExecuteDeleteAsync();

        await SearchesAreExactAsync(db);
        Assert.Equal(Saved + 50, (await db.ArticleIndex().GetStatisticsAsync()).Indexed);
    }

    [Fact]
    public async Task A_copy_of_database_and_index_goes_on_from_the_index()
    {
        await using (await FilledAsync())
        {
        }

        using var copy = Database.Copy();

        await using var db = copy.Library();
        await SearchesAreExactAsync(db);
        Assert.Equal(Saved, (await db.ArticleIndex().GetStatisticsAsync()).Indexed);
        Assert.Empty(copy.Events);
    }

    [Theory, InlineData("VACUUM INTO"), InlineData("backup API"), InlineData("copy of the file")]
    public async Task A_copy_without_the_index_is_searched_and_indexed_anew(string how)
    {
        await using (await FilledAsync())
        {
        }

        using var copy = new TestDatabase();
        if (how == "VACUUM INTO")
        {
            Database.Execute("VACUUM INTO $path", ("$path", copy.FilePath));
        }
        else if (how == "backup API")
        {
            using var source = Database.Connect();
            using var target = copy.Connect();
            source.BackupDatabase(target);
        }
        else
        {
            CloseAll(Database);
            File.Copy(Database.FilePath, copy.FilePath);
        }

        await using var db = copy.Library();
        await SearchesAreExactAsync(db);
        Assert.Contains(copy.Events, e => e.Id == OmenDbEventId.SnapshotRejected);
        await db.ArticleIndex().FlushAsync();
        await SearchesAreExactAsync(db);
        Assert.Single(copy.Snapshots);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_database_is_moved_with_its_index_or_without(bool withIndex)
    {
        await using (var before = await FilledAsync())
            await SearchesAreExactAsync(before);
        using var moved = new TestDatabase();

        CloseAll(Database);
        File.Move(Database.FilePath, moved.FilePath);
        if (withIndex)
            Directory.Move(Database.Sidecar, moved.Sidecar);

        await using var db = moved.Library();
        await SearchesAreExactAsync(db);
        Assert.Equal(withIndex ? 0 : 1, moved.Events.Count(e => e.Id == OmenDbEventId.SnapshotRejected));
        await db.AddArticlesAfterAsync(10, from: 1_000);
        await db.ArticleIndex().FlushAsync();
        await SearchesAreExactAsync(db);
    }

    [Fact]
    public async Task A_database_that_is_deleted_and_created_again_does_not_find_the_rows_of_the_old_one()
    {
        await using (var old = await FilledAsync())
            await SearchesAreExactAsync(old);

        CloseAll(Database);
        File.Delete(Database.FilePath); // its index stays, on the disk and in memory

        await using var db = await Database.CreateLibraryAsync();
        Assert.Empty(await db.NearestIdsAsync(Queries[0], 10));
        await db.AddArticlesAsync(Saved + 30, seed: 5); // labels that the old one has, for other rows
        await SearchesAreExactAsync(db);
        await db.ArticleIndex().FlushAsync();
        await SearchesAreExactAsync(db);
        await NextRunIsExactAsync();
    }

    [Fact]
    public async Task Vacuum_leaves_labels_as_they_are_where_rows_have_no_number_of_their_own()
    {
        const string labels = "SELECT group_concat(Label || ' ' || Id) FROM (SELECT * FROM Keyed_Vector_Ledger ORDER BY Label)";
        static void Model(ModelBuilder model)
        {
            model.Entity<Keyed<string>>().ToTable("Keyed");
            model.Entity<Keyed<string>>().HasVectorIndex(k => k.Vector);
        }

        await using var db = await Database.CreateAsync(Model);
        db.AddRange(Vectors.Many(Saved, 4).Select((v, i) => new Keyed<string> { Id = $"key {i:000}", Vector = v }));
        await db.SaveChangesAsync();
        await db.Database.VectorIndex<Keyed<string>>(k => k.Vector).FlushAsync();
        await db.Set<Keyed<string>>().Where(k => k.Id.CompareTo("key 050") < 0).ExecuteDeleteAsync();
        var before = Database.Scalar(labels);

        Database.Execute("VACUUM");

        Assert.Equal(before, Database.Scalar(labels));
        await CheckAsync(db);
        await db.Database.VectorIndex<Keyed<string>>(k => k.Vector).FlushAsync();
        await CheckAsync(db);
        using var copy = Database.Copy();
        await using var next = copy.Open(Model);
        await CheckAsync(next);

        static async Task CheckAsync(DbContext db)
        {
            var query = Vectors.Random(5, 4);
            var rows = await db.Set<Keyed<string>>().AsNoTracking().ToListAsync();
            Assert.Equal(
                Exact.Nearest(rows.Select(r => (r.Id, r.Vector.ToArray())), query, 20),
                await db.Set<Keyed<string>>().NearestTo(query, 20).Select(k => k.Id).ToListAsync());
        }
    }
}
