using Microsoft.Data.Sqlite;
using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.EFCore.Sqlite.Tests.Searching;

/// <summary>What filters give is looked up in the ledger key by key at first, and in memory once that was done often; memory says what the transaction sees, or nothing.</summary>
public sealed class KeyLabelTests : DatabaseTest
{
    private const int Rows = 2_000;

    // As another program would.
    private const string Change = "UPDATE Articles SET Embedding = $vector WHERE Id = 510";
    private const string InsertMany = "INSERT INTO Articles (Title, Category, Slug, Embedding) SELECT '', 0, random(), $vector FROM Articles LIMIT 20";

    private static readonly float[] Query = Vectors.Random(99);

    public KeyLabelTests() => IndexRegistry.Get(Database.FilePath, clock: new WorkClock());

    [Fact]
    public async Task Keys_are_looked_up_in_memory_once_many_were_looked_up_in_the_ledger()
    {
        await using var db = await FilledAsync();
        var first = await StepsOfSearchAsync(db, 500);
        for (var i = 0; i < Rows; i += 10)
            await StepsOfSearchAsync(db, i);

        await db.ArticleIndex().FlushAsync();

        Assert.InRange(await StepsOfSearchAsync(db, 700), 1, first / 2); // more if the ledger is asked
    }

    [Fact]
    public async Task Rows_that_were_added_and_changed_since_are_found_by_a_filter()
    {
        await using var db = await FilledAsync();
        await ReadAllAsync(db);

        await db.Articles.Where(a => a.Id == 510).ExecuteUpdateAsync(set => set.SetProperty(a => a.Embedding, Query));
        await db.AddArticlesAfterAsync(1, from: Rows + 1);

        Assert.Equal(510, (await BetweenAsync(db, 505, 519))[0]);
        Assert.Equal([Rows + 1], await BetweenAsync(db, Rows + 1, Rows + 5));
    }

    [Fact]
    public async Task The_newest_row_may_go_and_memory_is_still_of_use()
    {
        await using var db = await FilledAsync();
        await ReadAllAsync(db);

        await db.Articles.Where(a => a.Id == Rows).ExecuteDeleteAsync();
        await db.Articles.Where(a => a.Id == Rows - 1).ExecuteUpdateAsync(set => set.SetProperty(a => a.Embedding, Query));

        Assert.Equal((0, Rows - 1), await AskAsync(db));
    }

    [Fact]
    public async Task Keys_in_no_order_are_kept_too()
    {
        await using var db = await Database.CreateLibraryAsync();
        var random = new Random(1);
        var ids = Enumerable.Range(1, Rows).Select(i => i * 1_000_003).OrderBy(_ => random.Next()).ToList();
        var vectors = Vectors.Many(Rows);
        for (var i = 0; i < Rows; i++)
            db.Add(new LibraryArticle { Id = ids[i], Embedding = vectors[i] });
        await db.SaveChangesAsync();
        await ReadAllAsync(db);
        for (var i = 0; i < Rows; i += 3)
            await db.Articles.Where(a => a.Id == ids[i]).ExecuteUpdateAsync(set => set.SetProperty(a => a.Embedding, vectors[^(i + 1)]));

        Assert.Equal((0, Rows), await AskAsync(db));
        await db.ArticleIndex().FlushAsync();
        Assert.Equal((0, Rows), await AskAsync(db));
    }

    [Fact]
    public async Task Keys_of_rows_that_are_gone_are_forgotten_when_they_are_many()
    {
        await using var db = await FilledAsync();
        await ReadAllAsync(db);
        for (var round = 0; round < 10; round++)
        {
            Database.Execute("INSERT INTO Articles (Id, Title, Category, Slug, Embedding) SELECT Id * 100000 + $number, '', 0, random(), Embedding FROM Articles WHERE Id <= 1000 ORDER BY random()", ("$number", round));
            await db.ArticleIndex().FlushAsync();
            Database.Execute($"DELETE FROM Articles WHERE Id > {Rows}");
            await db.ArticleIndex().FlushAsync();
        }

        Assert.InRange(IndexRegistry.Get(Database.FilePath).Get("Articles.Embedding").Keys.RunCount, 0, 6_000);
        Assert.Equal(0, (await AskAsync(db)).Wrong);
    }

    [Fact]
    public async Task Rows_without_a_vector_are_looked_up_and_wake_nobody()
    {
        await using var db = await Database.CreateLibraryAsync();
        db.AddRange(Vectors.Many(300).Select(v => new LibraryDraft { Sketch = v }));
        db.AddRange(Enumerable.Range(0, 1_000).Select(_ => new LibraryDraft()));
        await db.SaveChangesAsync();
        await db.DraftIndex().FlushAsync();
        var keys = IndexRegistry.Get(Database.FilePath).Get("Drafts.Sketch").Keys;
        Task<List<int>> AllAsync() => db.Drafts.Where(d => d.Id > 0).NearestTo(d => d.Sketch, Query, 400).Select(d => d.Id).ToListAsync();
        await AllAsync();
        await db.DraftIndex().FlushAsync();
        var before = keys.Lookups;

        for (var i = 0; i < 3; i++)
            Assert.Equal(300, (await AllAsync()).Count);

        Assert.Equal(before, keys.Lookups);
    }

    [Fact]
    public async Task A_row_that_was_changed_and_deleted_before_it_was_read_is_looked_up_by_a_transaction_that_sees_it()
    {
        await using var db = await FilledAsync();
        await ReadAllAsync(db);
        await using var older = Database.Library();
        Database.Execute(Change, ("$vector", Vectors.Bytes(Query)));
        Database.Execute(InsertMany, ("$vector", Vectors.Bytes(Query)));
        await older.Database.OpenConnectionAsync();
        await older.Database.ExecuteSqlRawAsync("BEGIN DEFERRED");
        Assert.Equal(Rows + 20, await older.Articles.CountAsync());

        Database.Execute("DELETE FROM Articles WHERE Id = 510");
        await db.ArticleIndex().FlushAsync();

        Assert.Equal(0, (await AskAsync(older)).Wrong);
        Assert.Equal((0, Rows + 19), await AskAsync(db));
    }

    [Fact]
    public async Task A_row_that_was_changed_and_deleted_before_it_was_read_is_looked_up_when_a_backup_brings_it_back()
    {
        await using var db = await FilledAsync();
        await ReadAllAsync(db);
        using var backup = new SqliteConnection("Data Source=:memory:");
        backup.Open();
        Database.Execute(Change, ("$vector", Vectors.Bytes(Query)));
        Database.Execute(InsertMany, ("$vector", Vectors.Bytes(Query)));
        using (var live = Database.Connect())
            Copy(live, backup);
        Database.Execute("DELETE FROM Articles WHERE Id = 510");
        await db.ArticleIndex().FlushAsync();

        Restore(backup);
        Database.Execute(InsertMany, ("$vector", Vectors.Bytes(Query)));

        Assert.Equal(0, (await AskAsync(db)).Wrong);
        await db.ArticleIndex().FlushAsync();
        Assert.Equal(0, (await AskAsync(db)).Wrong);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7), InlineData(8)]
    public async Task Whatever_happens_memory_says_what_a_transaction_sees_or_nothing(int seed)
    {
        var random = new Random(seed);
        await using var db = await Database.FillLibraryAsync(30, flushed: true);
        var readers = Enumerable.Range(0, 3).Select(_ => Database.Library()).ToList();
        var isBegun = new bool[readers.Count];
        foreach (var reader in readers)
            await reader.Database.OpenConnectionAsync();
        using var backup = new SqliteConnection("Data Source=:memory:");
        backup.Open();
        Save();
        var known = 0L;
        for (var step = 0; step < 500; step++)
        {
            var id = random.Next(1, 45);
            switch (random.Next(12))
            {
                case 0 or 1:
                    Database.Execute("INSERT OR REPLACE INTO Articles (Id, Title, Category, Slug, Embedding) VALUES ($id, '', 0, $slug, $vector)", ("$id", id), ("$slug", $"{id}"), ("$vector", Vector()));
                    break;
                case 2 or 3:
                    Database.Execute("UPDATE Articles SET Embedding = $vector WHERE Id = $id", ("$id", id), ("$vector", Vector()));
                    break;
                case 4:
                    Database.Execute("UPDATE Articles SET Embedding = $vector WHERE Id = (SELECT Id FROM Articles_Embedding_Ledger ORDER BY Label DESC LIMIT 1)", ("$vector", Vector()));
                    break;
                case 5:
                    Database.Execute($"DELETE FROM Articles WHERE Id IN (SELECT Id FROM Articles_Embedding_Ledger ORDER BY Label DESC LIMIT {random.Next(1, 6)})");
                    break;
                case 6:
                    Database.Execute($"DELETE FROM Articles WHERE Id = (SELECT Id FROM Articles_Embedding_Ledger ORDER BY Label DESC LIMIT 1 OFFSET {random.Next(1, 4)})");
                    break;
                case 7 when random.Next(2) == 0:
                    Database.Execute("UPDATE OR REPLACE Articles SET Id = $other WHERE Id = $id", ("$id", id), ("$other", random.Next(1, 45)));
                    break;
                case 7:
                    Database.Execute(InsertMany, ("$vector", Vector()));
                    break;
                case 8 when random.Next(3) == 0:
                    Save();
                    break;
                case 8 when random.Next(3) == 0:
                    Restore(backup);
                    break;
                case 9:
                    var number = random.Next(readers.Count);
                    await readers[number].Database.ExecuteSqlRawAsync(isBegun[number] ? "COMMIT" : "BEGIN DEFERRED");
                    await readers[number].Articles.CountAsync();
                    isBegun[number] = !isBegun[number];
                    break;
                case 10:
                    await using (var transaction = await db.Database.BeginTransactionAsync())
                    {
                        await db.Articles.Where(a => a.Id == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Embedding, Vectors.Random(step)));
                        known += await RightAsync(db);
                    }

                    break;
                default:
                    await db.ArticleIndex().FlushAsync();
                    break;
            }

            if (random.Next(4) > 0)
                continue; // whoever asks wakes the indexer
            foreach (var asking in readers.Append(db))
            {
                known += await RightAsync(asking);
            }
        }

        Assert.True(known > 0);
        foreach (var reader in readers)
            await reader.DisposeAsync();

        byte[] Vector() => Vectors.Bytes(Vectors.Random(random.Next()));

        void Save()
        {
            using var live = Database.Connect();
            Copy(live, backup);
        }
    }

    // How many labels memory has wrong, and how many right.
    private static async Task<(int Wrong, int Right)> AskAsync(LibraryContext db)
    {
        var counts = await db.Database.SqlQuery<string>(
            $"SELECT sum(k <> Label) || ' ' || sum(k = Label) AS Value FROM (SELECT Label, omen_label('Articles.Embedding', Id) AS k FROM Articles_Embedding_Ledger)").SingleAsync();
        var parts = (counts ?? "0 0").Split(' ').Select(int.Parse).ToArray();
        return (parts[0], parts[1]);
    }

    private static async Task<int> RightAsync(LibraryContext db)
    {
        var (wrong, right) = await AskAsync(db);
        Assert.Equal(0, wrong);
        return right;
    }

    // Asked for often enough, all labels are read.
    private static async Task ReadAllAsync(LibraryContext db)
    {
        await db.ArticleIndex().FlushAsync();
        await AskAsync(db);
        await db.ArticleIndex().FlushAsync();
        Assert.Equal((0, Rows), await AskAsync(db));
    }

    private void Restore(SqliteConnection backup)
    {
        using var live = Database.Connect();
        Copy(backup, live);
    }

    // As often as it takes: the indexer may be reading or writing at this moment, and a backup does not wait.
    private static void Copy(SqliteConnection from, SqliteConnection to)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                from.BackupDatabase(to);
                return;
            }
            catch (SqliteException e) when (e.SqliteErrorCode == 5 && attempt < 500)
            {
                Thread.Sleep(10);
            }
        }
    }

    private static Task<List<int>> BetweenAsync(LibraryContext db, int first, int last)
        => db.Articles.Where(a => a.Id >= first && a.Id <= last).NearestTo(Query, 10).Select(a => a.Id).ToListAsync();

    private static async Task<int> StepsOfSearchAsync(LibraryContext db, int first)
    {
        var before = Steps(db);
        await BetweenAsync(db, first, first + 15);
        return Steps(db) - before;
    }

    private static int Steps(LibraryContext db) => SqliteStatements.Of(db).Where(s => s.Sql.Contains("omen_rowset", StringComparison.Ordinal)).Sum(s => s.Steps);

    private async Task<LibraryContext> FilledAsync()
    {
        var db = await Database.FillLibraryAsync(Rows, flushed: true);
        await db.Database.OpenConnectionAsync();
        return db;
    }
}
