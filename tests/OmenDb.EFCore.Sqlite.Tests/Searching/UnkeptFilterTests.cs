using Microsoft.Data.Sqlite;

namespace OmenDb.EFCore.Sqlite.Tests.Searching;

/// <summary>What a filter lets through is not kept where it follows from more than the database's tables and the filter's values: it may be something else each time.</summary>
public sealed class UnkeptFilterTests : DatabaseTest
{
    private const int Rows = 2_000;

    private static readonly float[] Query = Vectors.Random(1, 4);

    [Fact]
    public async Task A_filter_that_reads_an_attached_database_is_evaluated_each_time()
    {
        using var other = new TestDatabase();
        other.Execute("CREATE TABLE Wanted (Id INTEGER PRIMARY KEY, Vector BLOB)");
        other.Execute("INSERT INTO Wanted (Id) VALUES (1), (2), (3)");
        await using var db = await NotesAsync(m => m.Entity<Plain>().ToTable("Wanted", t => t.ExcludeFromMigrations()));
        await db.Database.ExecuteSqlAsync($"ATTACH {other.FilePath} AS other");
        Assert.Equal([1, 2, 3], await WantedAsync(db));

        other.Execute("UPDATE Wanted SET Id = Id + 1000");

        Assert.Equal([1001, 1002, 1003], await WantedAsync(db));
    }

    [Fact]
    public async Task A_filter_that_reads_a_temporary_table_is_evaluated_each_time()
    {
        await using var db = await NotesAsync(m => m.Entity<Plain>().ToTable("Wanted", t => t.ExcludeFromMigrations()));
        await db.Database.ExecuteSqlRawAsync("CREATE TEMP TABLE Wanted AS SELECT 1 AS Id, NULL AS Vector");
        Assert.Equal([1], await WantedAsync(db));

        await db.Database.ExecuteSqlRawAsync("DROP TABLE temp.Wanted; CREATE TEMP TABLE Wanted AS SELECT 1001 AS Id, NULL AS Vector");

        Assert.Equal([1001], await WantedAsync(db));
    }

    [Fact]
    public async Task A_filter_that_reads_a_view_is_evaluated_each_time()
    {
        await using var db = await NotesAsync(m => m.Entity<Plain>().ToView("Wanted"));

        await FollowsAsync(db, "CREATE VIEW Wanted AS SELECT wanted() AS Id, NULL AS Vector");
    }

    [Fact]
    public async Task A_filter_that_reads_SQL_of_the_model_is_evaluated_each_time()
    {
        await using var db = await NotesAsync(m => m.Entity<Plain>().ToSqlQuery("SELECT wanted() AS Id, NULL AS Vector"));

        await FollowsAsync(db);
    }

    [Fact]
    public async Task What_may_give_another_answer_each_time_is_not_kept()
    {
        await using var db = await Database.CreateLibraryAsync();
        var query = Vectors.Random(1);

        Assert.Contains("omen_kept", db.Articles.Where(a => a.Category == 7).NearestTo(query, 3).ToQueryString(), StringComparison.Ordinal);
        Assert.DoesNotContain("omen_kept", db.Articles.Where(a => a.Category == EF.Functions.Random()).NearestTo(query, 3).ToQueryString(), StringComparison.Ordinal);
        Assert.DoesNotContain("omen_kept", db.Articles.Where(a => EF.Functions.Like(a.Title, "A%")).NearestTo(query, 3).ToQueryString(), StringComparison.Ordinal);
        Assert.DoesNotContain("omen_kept", db.Articles.Where(a => db.Articles.FromSqlRaw("SELECT * FROM Articles WHERE Category = abs(random() % 9)").Any(b => b.Id == a.Id)).NearestTo(query, 3).ToQueryString(), StringComparison.Ordinal);
    }

    // Nothing in the database says that the function's answer changed.
    private static async Task FollowsAsync(ModelContext db, string? sql = null)
    {
        var wanted = 1;
        ((SqliteConnection)db.Database.GetDbConnection()).CreateFunction("wanted", () => wanted);
        if (sql is not null)
            await db.Database.ExecuteSqlRawAsync(sql);
        Assert.Equal([1], await WantedAsync(db));

        wanted = 1001;

        Assert.Equal([1001], await WantedAsync(db));
    }

    private static async Task<IEnumerable<int>> WantedAsync(ModelContext db)
        => (await db.Set<Note>().Where(n => db.Set<Plain>().Any(p => p.Id == n.Id)).NearestTo(Query, 10).Select(n => n.Id).ToListAsync()).Order();

    private async Task<ModelContext> NotesAsync(Action<ModelBuilder> wanted)
    {
        var db = await Database.CreateAsync(m =>
        {
            m.Entity<Note>().HasVectorIndex(n => n.Vector);
            wanted(m);
        });
        db.AddRange(Vectors.Many(Rows, 4).Select(v => new Note { Vector = v }));
        await db.SaveChangesAsync();
        await db.Database.OpenConnectionAsync();
        return db;
    }
}
