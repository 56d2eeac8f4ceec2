namespace OmenDb.EFCore.PostgreSQL.Tests;

/// <summary>Many rows by COPY.</summary>
public sealed class AddBatchTests
{
    [Fact]
    public async Task Rows_are_found_and_their_keys_are_set()
    {
        await using var db = await LibraryContext.CreateAsync();
        var books = await db.AddBooksAsync(2_500);

        Assert.Equal(2_500, books.Select(b => b.Id).Distinct().Count());
        Assert.DoesNotContain(books, b => b.Id == 0);
        Assert.Empty(db.ChangeTracker.Entries());
        Assert.Equal(books[1_234].Title, (await db.Books.NearestTo(books[1_234].Vector, 1).SingleAsync()).Title);
        Assert.Equal(books[1_234].Title, (await db.Books.SingleAsync(b => b.Id == books[1_234].Id)).Title);
    }

    [Fact]
    public async Task Keys_that_are_set_stay_and_others_follow_the_sequence()
    {
        await using var db = await LibraryContext.CreateAsync();
        var mine = new Book { Id = 1_000_000, Vector = Vectors.Random(1) };
        var theirs = new Book { Vector = Vectors.Random(2) };
        await db.Books.AddBatchAsync([mine, theirs]);
        var later = db.Add(new Book { Vector = Vectors.Random(3) });
        await db.SaveChangesAsync();

        Assert.Equal(1_000_000, mine.Id);
        Assert.True(later.Entity.Id > theirs.Id);
        Assert.Equal(3, await db.Books.CountAsync());
    }

    [Fact]
    public async Task A_refused_vector_leaves_nothing_behind()
    {
        await using var db = await LibraryContext.CreateAsync();
        var books = Vectors.Many(1_500).Select(v => new Book { Vector = v }).Append(new Book { Vector = new float[8] });
        var error = await Assert.ThrowsAsync<ArgumentException>(() => db.Books.AddBatchAsync(books));

        Assert.Contains("Book.Vector", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, await db.Books.CountAsync());
    }

    [Fact]
    public async Task A_batch_that_fails_inside_a_transaction_leaves_the_transaction_usable()
    {
        await using var db = await LibraryContext.CreateAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.AddBooksAsync(10);
        await Assert.ThrowsAsync<ArgumentException>(() => db.Books.AddBatchAsync([new Book { Vector = [1] }]));
        await db.AddBooksAsync(5);
        await transaction.CommitAsync();

        Assert.Equal(15, await db.Books.CountAsync());
    }

    [Fact]
    public async Task A_hierarchy_and_missing_vectors_are_inserted()
    {
        await using var db = await LibraryContext.CreateAsync();
        await db.Books.AddBatchAsync([new Book { Title = "a" }, new Novel { Title = "b", Hero = "c", Vector = Vectors.Random(1) }]);

        Assert.Equal("c", (await db.Set<Novel>().SingleAsync()).Hero);
        Assert.Equal("b", (await db.Books.NearestTo(b => b.Vector, Vectors.Random(1), 10).SingleAsync()).Title);
    }

    [Fact]
    public async Task Synchronously_too_with_progress()
    {
        await using var db = await LibraryContext.CreateAsync();
        var reports = new Reports();
        Assert.Equal(2_100, db.Books.AddBatch(Vectors.Many(2_100).Select(v => new Book { Vector = v }), new AddBatchOptions { Progress = reports }));

        Assert.Equal([1_000, 2_000, 2_100, 2_100], reports.Values);
        Assert.Equal(2_100, db.Books.Count());
    }

    [Fact]
    public async Task An_entity_with_parts_is_refused()
    {
        await using var db = await LibraryContext.CreateAsync();
        var error = await Assert.ThrowsAsync<NotSupportedException>(() => db.Stamps.AddBatchAsync([new Stamp()]));
        Assert.Contains("Stamp", error.Message, StringComparison.Ordinal);
    }
}
