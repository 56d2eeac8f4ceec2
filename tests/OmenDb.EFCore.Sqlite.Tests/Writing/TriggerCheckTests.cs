using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using OmenDb.EFCore.Diagnostics;

namespace OmenDb.EFCore.Sqlite.Tests.Writing;

/// <summary>Triggers that are missing are created again at the first use, or as soon as that can be; nothing is left half done.</summary>
public sealed class TriggerCheckTests : DatabaseTest
{
    private const string DropTrigger = "DROP TRIGGER Articles_Embedding_Ledger_insert";

    private static readonly float[] Query = Vectors.Random(99);

    [Theory, InlineData("insert"), InlineData("update"), InlineData("delete")]
    public async Task A_trigger_that_was_dropped_by_hand_is_created_again_and_what_it_missed_is_found(string trigger)
    {
        await using (await Database.FillLibraryAsync(100, flushed: true))
        {
        }

        Database.Execute($"DROP TRIGGER Articles_Embedding_Ledger_{trigger}");
        Database.Execute(
            "INSERT INTO Articles (Id, Title, Category, Embedding) VALUES (1000, '', 0, $v); UPDATE Articles SET Embedding = $v WHERE Id = 50; DELETE FROM Articles WHERE Id = 51",
            ("$v", Vectors.Bytes(Query)));
        using var copy = Database.Copy(); // as a new process would find it
        await using var db = copy.Library();

        var found = await db.NearestIdsAsync(Query, 200);

        Assert.Equal([50, 1000], found.Take(2).Order());
        Assert.Equal(100, found.Count);
        Assert.Contains(copy.Events, e => e.Id == OmenDbEventId.TriggersRepaired);
        Assert.True((await db.ArticleIndex().VerifyAsync()).IsHealthy);
    }

    [Fact]
    public async Task A_repair_that_finds_the_database_locked_is_made_by_who_comes_next()
    {
        using var copy = await WithoutTriggerAsync();
        var options = copy.Options<LibraryContext>(o => o.UseSqlite(copy.ConnectionString + ";Default Timeout=1", s => s.UseOmenDb()));
        await using (var db = new LibraryContext(options))
        {
            using var other = copy.Connect();
            using var writing = other.BeginTransaction();
            await Assert.ThrowsAsync<SqliteException>(() => db.NearestIdsAsync(Query, 5));
        }

        await using (var db = new LibraryContext(options)) // the same connection, from the pool
            await db.AddArticlesAfterAsync(1, from: 1_000);

        Assert.Equal(1L, copy.Scalar("SELECT count(*) FROM Articles WHERE Id = 1000"));
        Assert.Contains(copy.Events, e => e.Id == OmenDbEventId.TriggersRepaired);
    }

    [Fact]
    public async Task A_repair_that_cannot_be_committed_leaves_no_transaction_open()
    {
        using var copy = await WithoutTriggerAsync();
        copy.Execute("PRAGMA journal_mode = DELETE"); // there, who reads keeps others from committing
        await using var db = new LibraryContext(copy.Options<LibraryContext>(o => o.UseSqlite(copy.ConnectionString + ";Default Timeout=1", s => s.UseOmenDb())));
        using (var other = copy.Connect())
        {
            TestDatabase.Execute(other, "BEGIN; SELECT count(*) FROM Articles");
            await Assert.ThrowsAsync<SqliteException>(() => db.Database.OpenConnectionAsync());
            TestDatabase.Execute(other, "ROLLBACK");
        }

        await db.AddArticlesAfterAsync(1, from: 1_000);

        Assert.Equal(1L, copy.Scalar("SELECT count(*) FROM Articles WHERE Id = 1000"));
    }

    [Theory, InlineData("Articles"), InlineData("Articles_Embedding_Ledger"), InlineData("__OmenSnapshots")]
    public async Task A_table_that_was_created_by_hand_in_other_letters_is_the_same(string table)
    {
        await using var db = Database.Library();
        Database.Execute(Regex.Replace(db.Database.GenerateCreateScript(), $"(?<=CREATE TABLE (IF NOT EXISTS )?)\"{table}\"", table.ToLowerInvariant()));
        Assert.Equal(table.ToLowerInvariant(), Database.Scalar($"SELECT name FROM sqlite_master WHERE name = '{table}' COLLATE NOCASE"));

        await db.AddArticlesAsync(100);

        await Eventually.TrueAsync(async () => (await db.ArticleIndex().GetStatisticsAsync()).Indexed == 100);
        await db.ArticleIndex().FlushAsync();
        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
        Assert.Equal(0, (await db.ArticleIndex().GetStatisticsAsync()).Pending);
        Assert.DoesNotContain(Database.Events, e => e.Id == OmenDbEventId.TriggersRepaired);
    }

    [Fact]
    public async Task The_table_that_names_the_snapshots_is_created_again()
    {
        await using (await Database.FillLibraryAsync(100, flushed: true))
        {
        }

        Database.Execute("DROP TABLE __OmenSnapshots");
        using var copy = Database.Copy(); // as a new process would find it
        await using var db = copy.Library();

        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));

        await db.ArticleIndex().FlushAsync();
        Assert.Equal(100, (await db.ArticleIndex().GetStatisticsAsync()).Indexed);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Triggers_that_a_tool_drops_under_a_running_process_are_missed_by_the_next_search_and_created_for_the_one_after(bool inTransaction)
    {
        await using var db = await Database.FillLibraryAsync(100);
        Assert.Equal(5, (await db.NearestIdsAsync(Query, 5)).Count);
        using (var tool = Database.Connect())
        {
            using var rebuild = tool.CreateCommand();
            rebuild.CommandText = DropTrigger;
            rebuild.ExecuteNonQuery();
        }

        db.Add(new LibraryArticle { Id = 1_000, Embedding = Query });
        await db.SaveChangesAsync();

        await using (var transaction = inTransaction ? await db.Database.BeginTransactionAsync() : null)
        {
            for (var i = 0; i < (inTransaction ? 2 : 1); i++)
            {
                var error = await Assert.ThrowsAsync<SqliteException>(() => db.NearestIdsAsync(Query, 5));
                Assert.Contains("'Articles'", error.Message, StringComparison.Ordinal);
                Assert.Contains("run the query again", error.Message, StringComparison.Ordinal);
            }
        }

        Assert.Equal(1_000, (await db.NearestIdsAsync(Query, 5))[0]);
        Assert.Contains(Database.Events, e => e.Id == OmenDbEventId.TriggersRepaired);
    }

    [Fact]
    public async Task Triggers_that_a_tool_drops_are_created_by_a_context_that_comes_from_its_pool_again()
    {
        var pool = new PooledDbContextFactory<LibraryContext>(Database.Options<LibraryContext>(), poolSize: 1);
        await using (var db = await pool.CreateDbContextAsync())
        {
            await db.Database.EnsureCreatedAsync();
            await db.AddArticlesAsync(100);
        }

        Database.Execute(DropTrigger);
        await using (var db = await pool.CreateDbContextAsync())
        {
            db.Add(new LibraryArticle { Id = 1_000, Embedding = Query });
            await db.SaveChangesAsync();
            await Assert.ThrowsAsync<SqliteException>(() => db.NearestIdsAsync(Query, 5));
        }

        await using (var db = await pool.CreateDbContextAsync())
            Assert.Equal(1_000, (await db.NearestIdsAsync(Query, 5))[0]);
    }

    [Fact]
    public async Task Triggers_are_missed_by_a_search_on_a_schema_that_has_the_version_of_one_that_was_rolled_back()
    {
        await using var db = await Database.FillLibraryAsync(10);
        await db.NearestIdsAsync(Query, 5);
        await using (await db.Database.BeginTransactionAsync())
        {
            await db.Database.ExecuteSqlAsync($"CREATE TABLE Scratch (Id INTEGER)");
            Assert.Equal(5, (await db.NearestIdsAsync(Query, 5)).Count);
        }

        Database.Execute(DropTrigger);

        var e = await Assert.ThrowsAsync<SqliteException>(() => db.NearestIdsAsync(Query, 5));
        Assert.Contains("the triggers on 'Articles'", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Triggers_that_another_process_creates_meanwhile_are_not_created_twice()
    {
        using var copy = await WithoutTriggerAsync();
        var labels = copy.Scalar("SELECT group_concat(Label) FROM Articles_Embedding_Ledger");
        using var other = copy.Connect();
        using var repairing = other.BeginTransaction();
        using (var create = other.CreateCommand())
        {
            create.CommandText = (string)Database.Scalar("SELECT sql FROM sqlite_master WHERE name = 'Articles_Embedding_Ledger_insert'")!;
            create.ExecuteNonQuery();
        }

        await using var connection = copy.Connect();
        await using var db = new LibraryContext(copy.Options<LibraryContext>(o => o.UseSqlite(connection, s => s.UseOmenDb())));
        var waiting = Attempts.OfAStatementAsync(connection, times: 2);
        var searching = Task.Run(() => db.NearestIdsAsync(Query, 5));
        Assert.Same(waiting, await Task.WhenAny(searching, waiting)); // it has seen that the trigger is missing
        repairing.Commit();

        Assert.Equal(5, (await searching).Count);
        Assert.Equal(labels, copy.Scalar("SELECT group_concat(Label) FROM Articles_Embedding_Ledger"));
        Assert.DoesNotContain(copy.Events, e => e.Id == OmenDbEventId.TriggersRepaired);
    }

    [Fact]
    public async Task A_read_only_database_without_its_triggers_is_read_and_says_so_once()
    {
        using var copy = await WithoutTriggerAsync();
        await using var db = new LibraryContext(copy.Options<LibraryContext>(o => o.UseSqlite(copy.ConnectionString + ";Mode=ReadOnly", s => s.UseOmenDb())));

        Assert.Empty(await db.Authors.ToListAsync());

        Assert.Equal(await db.ExactIdsAsync(Query, 5), await db.NearestIdsAsync(Query, 5));
        Assert.Single(copy.Events, e => e.Id == OmenDbEventId.IndexingFailed && e.Message.Contains("read-only", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Triggers_that_a_reader_could_not_create_are_created_by_the_first_who_writes()
    {
        using var copy = await WithoutTriggerAsync();
        await using var reading = new LibraryContext(copy.Options<LibraryContext>(o => o.UseSqlite(copy.ConnectionString + ";Mode=ReadOnly", s => s.UseOmenDb())));
        Assert.Equal(100, await reading.Articles.CountAsync());

        await using var db = copy.Library();
        await db.AddArticlesAfterAsync(5, from: 1_000);

        Assert.Equal(105, (await db.NearestIdsAsync(Query, 200)).Count);
        Assert.Equal(105, (await reading.NearestIdsAsync(Query, 200)).Count);
    }

    [Fact]
    public async Task Each_model_of_a_database_has_its_triggers_looked_at()
    {
        using var copy = await WithoutTriggerAsync();
        await using (var other = copy.Open(m => m.Entity<LibraryDraft>().ToTable("Drafts").Ignore(d => d.Author)))
            Assert.Empty(await other.Set<LibraryDraft>().ToListAsync());

        await using var db = copy.Library();
        await db.AddArticlesAfterAsync(1, from: 1_000);

        Assert.Equal(await db.ExactIdsAsync(Query, 200), await db.NearestIdsAsync(Query, 200));
        Assert.Contains(copy.Events, e => e.Id == OmenDbEventId.TriggersRepaired);
    }

    [Fact]
    public async Task A_table_that_is_not_created_yet_keeps_no_other_index_from_being_built()
    {
        await using (var created = await Database.CreateAsync(m => m.Entity<Note>().HasVectorIndex(n => n.Vector)))
        {
        }

        using var copy = Database.Copy();
        await using var db = copy.Open(m =>
        {
            m.Entity<Note>().HasVectorIndex(n => n.Vector);
            m.Entity<Plain>().Property(p => p.Vector).IsVector(4);
            m.Entity<Plain>().HasVectorIndex(p => p.Vector);
        });
        db.AddRange(Vectors.Many(100, 4).Select(v => new Note { Vector = v }));
        await db.SaveChangesAsync();

        await Eventually.TrueAsync(async () => (await db.Database.VectorIndex<Note>(n => n.Vector).GetStatisticsAsync()).Indexed == 100);
    }

    // As a process finds it that has not opened it before.
    private async Task<TestDatabase> WithoutTriggerAsync()
    {
        await using (var db = await Database.CreateLibraryAsync())
            await db.AddArticlesAsync(100);
        var copy = Database.Copy();
        copy.Execute(DropTrigger);
        return copy;
    }
}
