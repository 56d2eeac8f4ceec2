using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace OmenDb.EFCore.Sqlite.Tests.Searching;

/// <summary>What a command compiled is run again by the next one with the same text, and nobody can tell but by the time it takes.</summary>
public sealed class ReusedStatementTests : DatabaseTest
{
    [Fact]
    public async Task SaveChanges_compiles_its_INSERT_once()
    {
        await using var db = await OpenAsync();
        db.Database.CloseConnection();
        db.Database.OpenConnection();

        await db.AddArticlesAsync(50);

        Assert.InRange(Runs(db, "INSERT INTO \"Articles\""), 50, int.MaxValue); // with RETURNING, SQLite counts a row twice
    }

    [Fact]
    public async Task A_search_is_compiled_once()
    {
        await using var db = await OpenAsync();
        await db.AddArticlesAsync(50);

        for (var query = 0; query < 7; query++)
            await db.Articles.NearestTo(Vectors.Random(query), 3).ToListAsync();

        Assert.Equal(7, Runs(db, "omen_nearest"));
    }

    [Fact]
    public async Task A_filtered_search_is_compiled_once_whatever_its_values()
    {
        await using var db = await OpenAsync();
        await db.AddArticlesAsync(50);

        for (var query = 0; query < 7; query++)
            await db.Articles.Where(a => a.Category == query % 3).NearestTo(Vectors.Random(query), 3 + query).ToListAsync();

        var search = Assert.Single(SqliteStatements.Of(db), s => s.Sql.Contains("omen_rowset", StringComparison.Ordinal));
        Assert.Equal((7, 0), (search.Runs, search.Recompilations));
    }

    [Fact]
    public async Task A_search_in_a_transaction_that_has_written_compiles_nothing_anew()
    {
        await using var db = await OpenAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.AddArticlesAsync(50);

        for (var query = 0; query < 7; query++)
            await db.Articles.NearestTo(Vectors.Random(query), 3).ToListAsync();

        var reads = SqliteStatements.Of(db).FindAll(s => s.Sql.StartsWith("SELECT", StringComparison.Ordinal) && s.Sql.Contains("Articles_Embedding_Ledger", StringComparison.Ordinal));
        Assert.Contains(reads, s => s.Runs == 7);
        Assert.All(reads, s => Assert.Equal(0, s.Recompilations));
    }

    [Fact]
    public async Task Searches_ask_for_the_state_of_the_database_once_until_it_changes()
    {
        await using var db = await OpenAsync();
        await db.AddArticlesAsync(50);
        await db.ArticleIndex().FlushAsync();
        await SearchAsync();
        var before = Runs(db, "__OmenSnapshots");

        await SearchAsync();
        Assert.Equal(before, Runs(db, "__OmenSnapshots"));

        await using (var other = Database.Library())
            await other.AddArticlesAfterAsync(1, from: 51);
        await SearchAsync();
        Assert.Equal(before + 1, Runs(db, "__OmenSnapshots"));

        async Task SearchAsync() => await db.Articles.NearestTo(Vectors.Random(1), 3).ToListAsync();
    }

    [Fact]
    public async Task A_closed_connection_keeps_no_statement()
    {
        await using var db = await OpenAsync();
        await db.AddArticlesAsync(5);
        using var handle = new SqliteConnection(Database.ConnectionString); // takes the same connection from the pool

        db.Database.CloseConnection();
        handle.Open();

        Assert.DoesNotContain(SqliteStatements.Of(handle), s => s.Sql.Contains("Articles", StringComparison.Ordinal));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_connection_that_was_closed_and_opened_again_keeps_no_statement_either(bool isDisposedInBetween)
    {
        await using var db = await OpenAsync();
        using var handle = new SqliteConnection(Database.ConnectionString);
        var first = Command(db, "SELECT count(*) FROM Articles");
        first.ExecuteScalar();
        if (isDisposedInBetween)
        {
            db.Database.CloseConnection();
            db.Database.OpenConnection();
            first.ExecuteScalar();
            db.Database.CloseConnection();
            first.Dispose();
        }
        else
        {
            first.Dispose();
            db.Database.CloseConnection();
        }

        db.Database.OpenConnection();
        using var second = Command(db, "SELECT count(*) FROM Articles");
        second.ExecuteScalar();
        db.Database.CloseConnection();
        handle.Open();

        Assert.DoesNotContain(SqliteStatements.Of(handle), s => s.Sql.Contains("Articles", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_model_without_vectors_keeps_no_statement()
    {
        await using var db = await Database.CreateAsync(model => model.Entity<Plain>());
        await db.Database.OpenConnectionAsync();
        await db.Set<Plain>().ToListAsync();

        Assert.Empty(SqliteStatements.Of(db));
    }

    [Fact]
    public async Task Many_different_texts_keep_few_statements()
    {
        await using var db = await OpenAsync();

        for (var i = 0; i < 100; i++)
        {
            using var command = Command(db, $"UPDATE Articles SET Category = {i}");
            command.ExecuteNonQuery();
        }

        Assert.InRange(SqliteStatements.Of(db).Count, 1, 30);
    }

    [Fact]
    public async Task Readers_of_the_same_text_have_rows_of_their_own()
    {
        await using var db = await OpenAsync();
        await db.AddArticlesAsync(4);
        using var first = Command(db, "SELECT Id FROM Articles ORDER BY Id");
        using var second = Command(db, "SELECT Id FROM Articles ORDER BY Id");
        first.ExecuteScalar();
        using var a = first.ExecuteReader();
        using var b = second.ExecuteReader();

        Assert.True(a.Read() && a.Read() && b.Read());
        Assert.Equal((2, 1), (a.GetInt32(0), b.GetInt32(0)));
    }

    [Fact]
    public async Task A_command_whose_reader_is_open_is_not_run_a_second_time()
    {
        await using var db = await OpenAsync();
        await db.AddArticlesAsync(4);
        using var command = Command(db, "SELECT Id FROM Articles");
        using var reader = command.ExecuteReader();

        Assert.Throws<InvalidOperationException>(() => command.ExecuteReader());
        Assert.Throws<InvalidOperationException>(() => command.CommandText = "SELECT 1");
    }

    [Fact]
    public async Task A_command_that_is_disposed_while_it_is_read_leaves_nothing_to_the_next_one()
    {
        await using var db = await OpenAsync();
        await db.AddArticlesAsync(4);
        var first = Command(db, "SELECT count(*) FROM Articles");
        using var reader = first.ExecuteReader();
        first.Dispose();
        using var second = Command(db, "SELECT count(*) FROM Articles");

        Assert.Equal(4L, second.ExecuteScalar());
    }

    [Fact]
    public async Task A_command_that_is_given_another_connection_runs_there()
    {
        await using var db = await OpenAsync();
        await db.AddArticlesAsync(4);
        using var command = Command(db, "SELECT count(*) FROM Articles");
        command.ExecuteScalar();
        await using var empty = new SqliteConnection("Data Source=:memory:");
        await empty.OpenAsync();

        command.Connection = empty;

        Assert.Throws<SqliteException>(command.ExecuteScalar); // no such table
    }

    [Fact]
    public async Task A_command_waits_for_a_lock_as_long_as_it_says()
    {
        await using var db = await OpenAsync();
        await using var other = Database.Connect();
        TestDatabase.Execute(other, "BEGIN IMMEDIATE");
        db.Database.SetCommandTimeout(1);
        var start = Environment.TickCount64;

        await Assert.ThrowsAsync<SqliteException>(() => db.Articles.ExecuteDeleteAsync());

        Assert.InRange(Environment.TickCount64 - start, 0, 10_000); // SQLite's own are 30 seconds
    }

    [Fact]
    public async Task A_statement_with_a_large_value_is_not_kept()
    {
        await using var db = await OpenAsync();
        using (var command = Command(db, "SELECT length($value)"))
        {
            command.Parameters.Add(new SqliteParameter("$value", new byte[100_000]));
            Assert.Equal(100_000L, command.ExecuteScalar());
        }

        Assert.DoesNotContain(SqliteStatements.Of(db), s => s.Sql.Contains("length", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reader_that_was_left_half_way_does_not_shorten_the_next_one()
    {
        await using var db = await OpenAsync();
        await db.AddArticlesAsync(4);
        using (var command = Command(db, "SELECT Id FROM Articles; SELECT 7"))
        using (var reader = command.ExecuteReader())
            Assert.True(reader.Read());

        using var again = Command(db, "SELECT Id FROM Articles; SELECT 7");
        using var all = again.ExecuteReader();
        var rows = 0;
        while (all.Read())
            rows++;

        Assert.Equal(4, rows);
        Assert.True(all.NextResult() && all.Read());
        Assert.Equal(7, all.GetInt32(0));
    }

    [Fact]
    public async Task A_value_that_is_missing_is_not_that_of_the_last_run()
    {
        await using var db = await OpenAsync();
        using (var command = Command(db, "SELECT $value"))
        {
            command.Parameters.Add(new SqliteParameter("$value", 5));
            Assert.Equal(5L, command.ExecuteScalar());
        }

        using var without = Command(db, "SELECT $value");

        Assert.Throws<InvalidOperationException>(() => without.ExecuteScalar());
    }

    [Fact]
    public async Task A_command_that_failed_works_when_its_reason_is_gone()
    {
        await using var db = await OpenAsync();
        await db.AddArticlesAsync(1);
        const string Sql = "INSERT INTO Authors (Id, Name) VALUES (1, 'a')";
        Assert.Equal(1, await db.Database.ExecuteSqlRawAsync(Sql));
        await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync(Sql));
        await db.Authors.ExecuteDeleteAsync();

        Assert.Equal(1, await db.Database.ExecuteSqlRawAsync(Sql));
    }

    [Fact]
    public async Task A_table_that_changed_is_read_as_it_is_now()
    {
        await using var db = await OpenAsync();
        using (var before = Command(db, "SELECT * FROM Authors"))
        using (var reader = before.ExecuteReader())
            Assert.Equal(2, reader.FieldCount);
        await db.Database.ExecuteSqlRawAsync("ALTER TABLE Authors ADD COLUMN Born INTEGER");

        using var after = Command(db, "SELECT * FROM Authors");
        using var columns = after.ExecuteReader();

        Assert.Equal(3, columns.FieldCount);
    }

    [Theory, InlineData(""), InlineData("SELECT 1; ")]
    public async Task A_PRAGMA_acts_each_time(string before)
    {
        await using var db = await OpenAsync();
        foreach (var on in new[] { 0L, 1L, 0L, 1L })
        {
            using var set = Command(db, $"{before}PRAGMA foreign_keys = {on}");
            set.ExecuteNonQuery();
            using var get = Command(db, "PRAGMA foreign_keys");

            Assert.Equal(on, get.ExecuteScalar());
        }
    }

    [Fact]
    public async Task A_command_outlives_a_connection_that_was_closed_and_opened_again()
    {
        await using var db = await OpenAsync();
        await db.AddArticlesAsync(3);
        using var command = Command(db, "SELECT count(*) FROM Articles");
        command.Prepare();
        Assert.Equal(3L, command.ExecuteScalar());

        db.Database.CloseConnection();
        db.Database.OpenConnection();

        Assert.Equal(3L, command.ExecuteScalar());
    }

    [Fact]
    public async Task A_transaction_that_is_over_is_not_taken_for_the_next_one()
    {
        await using var db = await OpenAsync();
        for (var round = 0; round < 3; round++)
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.AddArticlesAsync(2);
            await transaction.RollbackAsync();
            db.ChangeTracker.Clear();
        }

        Assert.Equal(0, await db.Articles.CountAsync());
    }

    private async Task<LibraryContext> OpenAsync()
    {
        await (await Database.CreateLibraryAsync()).DisposeAsync();
        var db = Database.Library();
        await db.Database.OpenConnectionAsync();
        return db;
    }

    private static DbCommand Command(DbContext db, string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private static int Runs(DbContext db, string sql)
        => Assert.Single(SqliteStatements.Of(db), s => s.Sql.Contains(sql, StringComparison.Ordinal)).Runs;
}
