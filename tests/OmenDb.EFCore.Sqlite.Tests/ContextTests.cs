using Microsoft.EntityFrameworkCore.Infrastructure;

namespace OmenDb.EFCore.Sqlite.Tests;

/// <summary>However a context comes by its connection, and however many there are.</summary>
public sealed class ContextTests : DatabaseTest
{
    private static readonly float[] Query = Vectors.Random(99);

    [Fact]
    public async Task Pooled_contexts_search()
    {
        await using (await FilledAsync())
        {
        }

        var pool = new PooledDbContextFactory<LibraryContext>(Database.Options<LibraryContext>(), poolSize: 2);
        for (var round = 0; round < 5; round++)
        {
            await using var db = await pool.CreateDbContextAsync();
            db.Add(new Article { Embedding = Vectors.Random(round + 500) });
            await db.SaveChangesAsync();
            Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
            await db.ArticleIndex().FlushAsync();
        }
    }

    [Fact]
    public async Task A_pooled_context_goes_back_with_its_transaction_open()
    {
        await using (await FilledAsync())
        {
        }

        var pool = new PooledDbContextFactory<LibraryContext>(Database.Options<LibraryContext>(), poolSize: 1);
        for (var round = 0; round < 3; round++)
        {
            await using var db = await pool.CreateDbContextAsync();
            await db.Database.BeginTransactionAsync();
            db.Add(new Article { Embedding = Query });
            await db.SaveChangesAsync();
        }

        await using var last = await pool.CreateDbContextAsync();
        Assert.Equal(await last.ExactIdsAsync(Query, 10), await last.NearestIdsAsync(Query, 10)); // and nothing was committed
    }

    [Fact]
    public async Task A_connection_that_the_application_opened_itself_searches()
    {
        await using (await FilledAsync())
        {
        }

        await using var connection = Database.Connect();
        await using var db = new LibraryContext(Database.Options<LibraryContext>(o => o.UseSqlite(connection, sqlite => sqlite.UseOmenDb())));

        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
        await db.ArticleIndex().FlushAsync();
        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
    }

    [Fact]
    public async Task Many_contexts_search_at_once_while_another_writes()
    {
        await using var db = await FilledAsync();
        var searches = Enumerable.Range(0, 4).Select(async n =>
        {
            await using var own = Database.Library();
            for (var i = 0; i < 30; i++)
                Assert.Equal(10, (await own.NearestIdsAsync(Vectors.Random(n * 100 + i), 10)).Distinct().Count());
        }).ToList();
        for (var i = 0; i < 10; i++)
        {
            db.Add(new Article { Embedding = Vectors.Random(700 + i) });
            await db.SaveChangesAsync();
        }

        await Task.WhenAll(searches);
        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
    }

    private async Task<LibraryContext> FilledAsync()
    {
        var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(200);
        db.AddRange(Enumerable.Range(1, 200).SelectMany(i => new[] { new Comment { ArticleId = i, Text = $"first of {i}" }, new Comment { ArticleId = i, Text = $"second of {i}" } }));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        await db.ArticleIndex().FlushAsync();
        return db;
    }
}
