using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace OmenDb.EFCore.PostgreSQL.Tests.Moving;

/// <summary>From a file of SQLite to PostgreSQL, and back.</summary>
public sealed class CopyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => _folder.File("library.db");

    [Fact]
    public async Task Every_row_is_there_and_found_and_new_keys_follow()
    {
        await using var source = await SqliteAsync(rows: 2_500);
        await using var target = await LibraryContext.CreateAsync();
        var reports = new Reports();
        var rows = await OmenDbMigrator.CopyAsync(source, target, reports);

        Assert.Equal(2_502, rows);
        Assert.Equal(2_502, reports.Values[^1]);
        Assert.Equal(2_501, await target.Books.CountAsync());
        Assert.Equal("hero", (await target.Set<Novel>().SingleAsync()).Hero);
        Assert.Equal(new DateTime(2024, 2, 29, 12, 0, 0, DateTimeKind.Utc), (await target.Stamps.SingleAsync()).Issued);
        var query = Vectors.Random(5);
        Assert.Equal(await source.Books.NearestTo(query, 10).Select(b => b.Id).ToListAsync(), await target.Books.NearestTo(query, 10).Select(b => b.Id).ToListAsync());
        var added = target.Add(new Book { Vector = Vectors.Random(3) });
        await target.SaveChangesAsync();
        Assert.True(added.Entity.Id > await source.Books.MaxAsync(b => b.Id));
    }

    [Fact]
    public async Task A_copy_that_was_stopped_goes_on_where_it_was()
    {
        await using var source = await SqliteAsync(rows: 2_500);
        await using var target = await LibraryContext.CreateAsync();
        await StoppedAsync(source, target);
        var half = await target.Books.CountAsync();
        var reports = new Reports();
        await OmenDbMigrator.CopyAsync(source, target, reports);

        Assert.Equal(1_000, half);
        Assert.Equal([1_000, 2_000, 2_501, 2_502], reports.Values);
        Assert.Equal(await source.Books.OrderBy(b => b.Id).Select(b => b.Title).ToListAsync(), await target.Books.OrderBy(b => b.Id).Select(b => b.Title).ToListAsync());
    }

    [Fact]
    public async Task A_copy_whose_process_was_killed_goes_on_where_it_was()
    {
        await using var source = await SqliteAsync(rows: 10_000);
        await using var target = await LibraryContext.CreateAsync();
        await target.Database.OpenConnectionAsync(); // the only one that PGlite lets these tests have, so nobody else talks to it meanwhile
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["copy", File, (await PostgresServer.GetAsync()).ConnectionString, target.Schema!]) { RedirectStandardOutput = true };
        using (var process = Process.Start(start)!)
        {
            var said = await process.StandardOutput.ReadLineAsync();
            process.Kill();
            await process.WaitForExitAsync();
            Assert.Equal("1000", said);
        }

        await target.Database.CloseConnectionAsync();
        var copied = await target.Books.CountAsync();
        var reports = new Reports();
        await OmenDbMigrator.CopyAsync(source, target, reports);

        Assert.InRange(copied, 1_000, 9_000);
        Assert.Equal(0, copied % 1_000);
        Assert.Equal(copied, reports.Values[0]);
        Assert.Equal(await source.Books.OrderBy(b => b.Id).Select(b => b.Title).ToListAsync(), await target.Books.OrderBy(b => b.Id).Select(b => b.Title).ToListAsync());
        var query = Vectors.Random(5);
        Assert.Equal(await source.Books.NearestTo(query, 10).Select(b => b.Id).ToListAsync(), await target.Books.NearestTo(query, 10).Select(b => b.Id).ToListAsync());
    }

    [Fact]
    public async Task Rows_are_copied_back_to_SQLite_and_a_second_copy_changes_nothing()
    {
        await using var source = await LibraryContext.CreateAsync();
        await source.AddBooksAsync(300);
        await using var target = await SqliteAsync(rows: 0);
        Assert.Equal(300, await OmenDbMigrator.CopyAsync(source, target));
        Assert.Equal(300, await OmenDbMigrator.CopyAsync(source, target));
        var query = Vectors.Random(5);
        Assert.Equal(await source.Books.NearestTo(query, 10).Select(b => b.Id).ToListAsync(), await target.Books.NearestTo(query, 10).Select(b => b.Id).ToListAsync());
    }

    [Fact]
    public async Task A_row_that_SQLite_has_otherwise_is_refused_by_its_key_and_column()
    {
        await using var source = await LibraryContext.CreateAsync();
        await source.AddBooksAsync(3);
        await using var target = await SqliteAsync(rows: 0);
        await OmenDbMigrator.CopyAsync(source, target);
        await target.Books.Where(b => b.Id == 2).ExecuteUpdateAsync(s => s.SetProperty(b => b.Title, "BOOK 1"));
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => OmenDbMigrator.CopyAsync(source, target));

        Assert.Contains("'Books' with Id = 2 has another 'Title'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_a_constraint_of_the_target_refuses_is_told_by_its_table_and_constraint()
    {
        await using var source = await SqliteAsync(rows: 10);
        await using var target = await LibraryContext.CreateAsync();
        await target.ExecuteAsync("""ALTER TABLE {0}."Books" ADD CONSTRAINT "Low" CHECK ("Shelf" < 5)""");
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => OmenDbMigrator.CopyAsync(source, target));

        Assert.Contains("refused a row of 'Books'", error.Message, StringComparison.Ordinal);
        Assert.Contains("\"Low\"", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, await target.Books.CountAsync());
    }

    [Fact]
    public async Task A_target_with_rows_of_its_own_is_refused()
    {
        await using var source = await SqliteAsync(rows: 1);
        await using var target = await LibraryContext.CreateAsync();
        await target.AddBooksAsync(10);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => OmenDbMigrator.CopyAsync(source, target));
        Assert.Contains("'Books' has 10 rows in the target and 2 in the source", error.Message, StringComparison.Ordinal);
        Assert.Contains("such as the one with Id = 3", error.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData(1), InlineData(700), InlineData(1_000)]
    public async Task A_row_that_was_deleted_in_the_target_meanwhile_is_copied_again(int id)
    {
        await using var source = await SqliteAsync(rows: 1_500);
        await using var target = await LibraryContext.CreateAsync();
        await StoppedAsync(source, target);
        await target.Books.Where(b => b.Id == id).ExecuteDeleteAsync();
        await OmenDbMigrator.CopyAsync(source, target);

        Assert.Equal(await source.Books.OrderBy(b => b.Id).Select(b => b.Title).ToListAsync(), await target.Books.OrderBy(b => b.Id).Select(b => b.Title).ToListAsync());
    }

    [Theory, InlineData(true, false), InlineData(true, true), InlineData(false, false)]
    public async Task A_row_that_was_changed_meanwhile_is_told(bool inTarget, bool isEmptied)
    {
        await using var source = await SqliteAsync(rows: 1_500);
        await using var target = await LibraryContext.CreateAsync();
        await StoppedAsync(source, target);
        await (inTarget ? target : source).Books.Where(b => b.Id == 700).ExecuteUpdateAsync(s => s.SetProperty(b => b.Vector, isEmptied ? null : Vectors.Random(7)));
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => OmenDbMigrator.CopyAsync(source, target));

        Assert.Contains("The row of 'Books' with Id = 700 has another 'Vector' in the target than in the source", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_was_deleted_in_the_source_meanwhile_is_told_and_all_others_are_copied()
    {
        await using var source = await SqliteAsync(rows: 1_500);
        await using var target = await LibraryContext.CreateAsync();
        await StoppedAsync(source, target);
        await source.Books.Where(b => b.Id == 700).ExecuteDeleteAsync();
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => OmenDbMigrator.CopyAsync(source, target));

        Assert.Contains("such as the one with Id = 700", error.Message, StringComparison.Ordinal);
        Assert.Equal(1_501, await target.Books.CountAsync());
    }

    [Fact]
    public async Task Rows_that_both_stores_were_seeded_with_stay()
    {
        await using var source = await SqliteAsync(rows: 5);
        await using var target = await LibraryContext.CreateAsync();
        target.Add(await source.Books.AsNoTracking().OrderBy(b => b.Id).LastAsync());
        await target.SaveChangesAsync();

        Assert.Equal(7, await OmenDbMigrator.CopyAsync(source, target));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private static async Task StoppedAsync(LibraryContext source, LibraryContext target)
    {
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => OmenDbMigrator.CopyAsync(source, target, new StopAfterFirst(stop), stop.Token));
    }

    private async Task<LibraryContext> SqliteAsync(int rows)
    {
        var db = LibraryContext.OnSqlite(File);
        await db.GetService<IRelationalDatabaseCreator>().EnsureCreatedAsync();
        if (rows == 0)
            return db;
        await db.AddBooksAsync(rows);
        db.Add(new Novel { Title = "last", Hero = "hero" });
        db.Add(new Stamp { Issued = new DateTime(2024, 2, 29, 12, 0, 0, DateTimeKind.Utc), Picture = new Picture { Vector = [(Half)1, (Half)2, (Half)3, (Half)4] } });
        await db.SaveChangesAsync();
        await db.Database.VectorIndex<Book>(b => b.Vector).FlushAsync();
        return db;
    }

    private sealed class StopAfterFirst(CancellationTokenSource stop) : IProgress<long>
    {
        public void Report(long value) => stop.Cancel();
    }
}
