using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using OmenDb.EFCore.PostgreSQL.Tests.Indexing;

namespace OmenDb.EFCore.Container.Tests;

/// <summary>What happens to a rebuild that others hold up, or look at, and to a batch that is cancelled, which a second session asks for. PGlite, which the other tests run on as well, has one session.</summary>
public sealed class TwoSessionTests
{
    [Fact]
    public async Task A_rebuild_takes_longer_than_a_command_may_and_leaves_nothing_behind_where_it_is_cancelled()
    {
        var server = await PostgresServer.GetAsync();
        await using var tables = await LibraryContext.CreateAsync();
        await using var db = LibraryContext.OnPostgres(server.ConnectionString + ";Command Timeout=1", tables.Schema!);
        var index = db.Database.VectorIndex<Book>(b => b.Vector);

        var reading = await ReadAsync(tables);
        var rebuild = index.RebuildAsync();
        await Task.Delay(2_000);
        await reading.RollbackAsync();
        await rebuild;
        reading = await ReadAsync(tables);
        using var cancel = new CancellationTokenSource(500);
        var cancelled = Assert.ThrowsAnyAsync<OperationCanceledException>(() => index.RebuildAsync(cancellationToken: cancel.Token));
        await Task.Delay(1_000);
        await reading.RollbackAsync();
        await cancelled;

        Assert.Equal(["IX_Books_Vector"], await VectorIndexTests.IndexesAsync(tables));
    }

    [Fact]
    public async Task A_batch_that_is_cancelled_whenever_leaves_the_transaction_around_it_as_it_was()
    {
        await using var db = await LibraryContext.CreateAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.Add(new Book { Title = "before" });
        await db.SaveChangesAsync();
        var cancelled = 0;

        for (var delay = 1; delay <= 200; delay += 10)
        {
            using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(delay));
            try
            {
                await db.Books.AddBatchAsync(Enumerable.Range(0, 50_000).Select(i => new Book { Shelf = 9, Vector = Vectors.Axis(i % 8) }), ct: cancel.Token);
            }
            catch (OperationCanceledException)
            {
                cancelled++;
            }

            Assert.Equal("before", (await db.Books.SingleAsync(b => b.Shelf != 9)).Title);
        }

        Assert.NotEqual(0, cancelled);
        await transaction.CommitAsync();
    }

    [Theory, InlineData(Held.Table), InlineData(Held.Row)]
    public async Task A_batch_waits_for_others_as_long_as_the_context_allows(Held held)
    {
        var server = await PostgresServer.GetAsync();
        await using var tables = await LibraryContext.CreateAsync();
        await using var db = LibraryContext.OnPostgres(server.ConnectionString + ";Command Timeout=1", tables.Schema!);
        db.Database.SetCommandTimeout(60);

        var other = await HoldAsync(tables, held);
        var batch = db.Books.AddBatchAsync([new Book { Id = 7 }]);
        await Task.Delay(2_500);
        await other.RollbackAsync();

        Assert.Equal(1, await batch);
    }

    [Theory, InlineData(Held.Table), InlineData(Held.Row)]
    public async Task A_batch_that_waits_for_others_can_be_cancelled(Held held)
    {
        await using var tables = await LibraryContext.CreateAsync();
        await using var db = LibraryContext.OnPostgres((await PostgresServer.GetAsync()).ConnectionString, tables.Schema!);
        using var cancel = new CancellationTokenSource();

        await using var other = await HoldAsync(tables, held);
        var batch = db.Books.AddBatchAsync([new Book { Id = 7 }], ct: cancel.Token);
        await WaitingAsync(tables);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => batch);
        await other.RollbackAsync();
        Assert.Equal(0, await db.Books.CountAsync());
        Assert.Equal(1, await db.Books.AddBatchAsync([new Book()]));
    }

    [Fact]
    public async Task A_batch_that_is_cancelled_while_others_hold_the_table_leaves_the_transaction_around_it_as_it_was()
    {
        await using var tables = await LibraryContext.CreateAsync();
        await using var db = LibraryContext.OnPostgres((await PostgresServer.GetAsync()).ConnectionString, tables.Schema!);
        using var cancel = new CancellationTokenSource();

        await using var other = await HoldAsync(tables, Held.Table);
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.Add(new Stamp { Picture = { Vector = [(Half)1, (Half)2, (Half)3, (Half)4] } });
        await db.SaveChangesAsync();
        var batch = db.Books.AddBatchAsync([new Book()], ct: cancel.Token);
        await WaitingAsync(tables);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => batch);
        await other.RollbackAsync();
        await transaction.CommitAsync();
        Assert.Equal(1, await db.Stamps.CountAsync());
    }

    [Fact]
    public async Task A_rebuild_whose_connection_breaks_tells_so_and_the_next_one_clears_up()
    {
        var server = await PostgresServer.GetAsync();
        await using var tables = await LibraryContext.CreateAsync();
        await using var db = LibraryContext.OnPostgres(server.ConnectionString, tables.Schema!);
        var index = db.Database.VectorIndex<Book>(b => b.Vector);

        var reading = await ReadAsync(tables);
        var rebuild = index.RebuildAsync();
        while ((await VectorIndexTests.IndexesAsync(tables)).Count == 1)
            await Task.Delay(10);
        await tables.Database.ExecuteSqlRawAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'REINDEX%' AND datname = current_database()");
        var error = await Assert.ThrowsAnyAsync<NpgsqlException>(() => rebuild);
        await reading.RollbackAsync();
        await index.RebuildAsync();

        Assert.Equal("57P01", error.SqlState); // the server's word for it
        Assert.Equal(["IX_Books_Vector"], await VectorIndexTests.IndexesAsync(tables));
    }

    [Fact]
    public async Task A_rebuild_tells_how_far_it_is_before_its_end()
    {
        await using var db = await LibraryContext.CreateAsync();
        await db.AddBooksAsync(10_000);
        await db.Database.OpenConnectionAsync();
        await db.ExecuteAsync("SET maintenance_work_mem = '1MB'"); // by which the build takes seconds, and is asked after twice in each
        var reports = new Reports();
        await db.Database.VectorIndex<Book>(b => b.Vector).RebuildAsync(reports);
        await db.ExecuteAsync("RESET maintenance_work_mem");

        Assert.InRange(reports.Values[0], 1, 9_999);
        Assert.Equal(reports.Values.Order(), reports.Values);
        Assert.Equal(10_000, reports.Values[^1]);
    }

    [Fact]
    public async Task A_database_of_a_string_that_was_set_later_can_be_deleted_and_made_again()
    {
        var server = await PostgresServer.GetAsync();
        var database = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = $"omendb_again_{Guid.NewGuid():N}" }.ConnectionString;
        for (var time = 1; time <= 2; time++)
        {
            await using var db = LibraryContext.OnPostgres(null, "again");
            db.Database.SetConnectionString(database);
            await db.Database.EnsureCreatedAsync();
            await db.AddBooksAsync(1);

            Assert.Equal(1, await db.Books.CountAsync());
            await db.Database.EnsureDeletedAsync();
        }
    }

    public enum Held
    {
        Table,
        Row,
    }

    private static async Task<IDbContextTransaction> HoldAsync(LibraryContext db, Held held)
    {
        var transaction = await db.Database.BeginTransactionAsync();
        await db.ExecuteAsync(held == Held.Table ? "LOCK TABLE {0}.\"Books\" IN SHARE MODE" : "INSERT INTO {0}.\"Books\" (\"Id\", \"Title\", \"Shelf\", \"Discriminator\") VALUES (7, '', 0, 'Book')");
        return transaction;
    }

    // In a session without a transaction, in which PostgreSQL would show the same activity again and again.
    private static async Task WaitingAsync(LibraryContext tables)
    {
        await using var db = LibraryContext.OnPostgres((await PostgresServer.GetAsync()).ConnectionString, tables.Schema!);
        while (await db.Database.SqlQueryRaw<int>("SELECT count(*)::int AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'").SingleAsync() == 0)
            await Task.Delay(10);
    }

    // A rebuild waits for those who read the table.
    private static async Task<IDbContextTransaction> ReadAsync(LibraryContext db)
    {
        var transaction = await db.Database.BeginTransactionAsync();
        await db.Books.CountAsync();
        return transaction;
    }
}
