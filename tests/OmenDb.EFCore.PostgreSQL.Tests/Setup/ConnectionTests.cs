namespace OmenDb.EFCore.PostgreSQL.Tests.Setup;

/// <summary>Where a context's connection comes from.</summary>
public sealed class ConnectionTests
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task A_connection_string_can_be_set_later(bool isReplaced)
    {
        await using var tables = await LibraryContext.CreateAsync();
        var server = await PostgresServer.GetAsync();
        await using var db = LibraryContext.OnPostgres(isReplaced ? server.ConnectionString + ";Database=elsewhere" : null, tables.Schema!);
        db.Database.SetConnectionString(server.ConnectionString);
        var book = new Book { Vector = Vectors.Random(1) };
        db.Add(book);
        await db.SaveChangesAsync();

        Assert.Equal(1, await db.Books.AddBatchAsync([new Book { Vector = Vectors.Random(2) }]));
        Assert.Equal(book.Vector, await db.Books.AsNoTracking().NearestTo(book.Vector, 1).Select(b => b.Vector).SingleAsync());
    }

    [Fact]
    public async Task A_connection_string_can_be_set_again_and_again()
    {
        await using var tables = await LibraryContext.CreateAsync();
        await tables.AddBooksAsync(1);
        var server = await PostgresServer.GetAsync();
        await using var db = LibraryContext.OnPostgres(server.ConnectionString, tables.Schema!);
        foreach (var name in new[] { "a", "b", "b", "a" })
        {
            db.Database.SetConnectionString($"{server.ConnectionString};Application Name={name}");

            Assert.Single(await db.Books.NearestTo(b => b.Vector, Vectors.Random(1), 1).ToListAsync());
        }
    }
}
