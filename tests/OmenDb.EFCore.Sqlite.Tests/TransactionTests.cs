using Microsoft.Data.Sqlite;

namespace OmenDb.EFCore.Sqlite.Tests;

/// <summary>A search sees what its transaction sees, no more and no less.</summary>
public sealed class TransactionTests : DatabaseTest
{
    private static readonly float[] Query = Vectors.Random(99);

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_search_sees_the_uncommitted_rows_of_its_own_transaction(bool flushed)
    {
        await using var db = await FilledAsync(flushed);
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.Add(new Article { Id = 1000, Embedding = Query });
        await db.SaveChangesAsync();

        Assert.Equal(1000, (await db.NearestIdsAsync(Query, 3))[0]);
        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_search_sees_no_uncommitted_rows_of_another_transaction(bool flushed)
    {
        await using var db = await FilledAsync(flushed);
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.Add(new Article { Id = 1000, Embedding = Query });
        await db.SaveChangesAsync();

        await using var other = Database.Library();
        var ids = await other.NearestIdsAsync(Query, 10);
        Assert.DoesNotContain(1000, ids);
        Assert.Equal(await other.ExactIdsAsync(Query, 10), ids);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_search_still_sees_rows_that_another_transaction_deleted_but_did_not_commit(bool flushed)
    {
        await using var db = await FilledAsync(flushed);
        var nearest = (await db.NearestIdsAsync(Query, 1))[0];
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Articles.Where(a => a.Id == nearest).ExecuteDeleteAsync();

        await using var other = Database.Library();
        Assert.Equal([nearest], await other.NearestIdsAsync(Query, 1));
        Assert.DoesNotContain(nearest, await db.NearestIdsAsync(Query, 10));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Rollback_leaves_nothing(bool flushed)
    {
        await using var db = await FilledAsync(flushed);
        var before = await db.NearestIdsAsync(Query, 10);
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            db.Add(new Article { Id = 1000, Embedding = Query });
            await db.SaveChangesAsync();
            await db.Articles.Where(a => a.Id == before[0]).ExecuteDeleteAsync();
            Assert.Equal(1000, (await db.NearestIdsAsync(Query, 10))[0]);
            await transaction.RollbackAsync();
        }

        Assert.Equal(before, await db.NearestIdsAsync(Query, 10));
        await db.ArticleIndex().FlushAsync();
        Assert.Equal(before, await db.NearestIdsAsync(Query, 10));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_label_given_out_again_after_a_rollback_is_the_new_rows(bool flushed)
    {
        await using var db = await FilledAsync(flushed);
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO Articles (Id, Title, Category, Embedding) VALUES (1000, '', 0, {Vectors.Bytes(Query)})");
            Assert.Equal(1000, (await db.NearestIdsAsync(Query, 1))[0]);
            await transaction.RollbackAsync();
        }

        var far = Query.Select(f => -f).ToArray();
        db.Add(new Article { Id = 2000, Embedding = far });
        await db.SaveChangesAsync();
        if (flushed)
            await db.ArticleIndex().FlushAsync();

        Assert.DoesNotContain(2000, await db.NearestIdsAsync(Query, 10));
        Assert.Equal(2000, (await db.NearestIdsAsync(far, 10))[0]);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Rollback_to_a_savepoint_leaves_what_came_before_it(bool flushed)
    {
        await using var db = await FilledAsync(flushed);
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            db.Add(new Article { Id = 1000, Embedding = Query });
            await db.SaveChangesAsync();
            await transaction.CreateSavepointAsync("here");
            db.Add(new Article { Id = 1001, Embedding = Query });
            await db.SaveChangesAsync();
            Assert.Equal([1000, 1001], (await db.NearestIdsAsync(Query, 2)).Order());
            await transaction.RollbackToSavepointAsync("here");
            Assert.Equal(1000, (await db.NearestIdsAsync(Query, 10))[0]);
            Assert.DoesNotContain(1001, await db.NearestIdsAsync(Query, 10));
            await transaction.CommitAsync();
        }

        if (flushed)
            await db.ArticleIndex().FlushAsync();
        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
    }

    [Fact]
    public async Task A_failed_SaveChanges_leaves_nothing()
    {
        await using var db = await FilledAsync(flushed: true);
        var before = await db.NearestIdsAsync(Query, 10);
        db.Add(new Article { Id = 1000, Embedding = Query, Slug = "new" });
        db.Add(new Article { Id = 1001, Embedding = Query, Slug = "slug-1" }); // the slug is taken
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());

        Assert.Equal(before, await db.NearestIdsAsync(Query, 10));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_long_read_transaction_keeps_its_snapshot_while_rows_change_elsewhere(bool rebuilt)
    {
        await using var reader = await FilledAsync(flushed: true);
        await reader.Database.OpenConnectionAsync();
        using var deferred = ((SqliteConnection)reader.Database.GetDbConnection()).BeginTransaction(deferred: true); // one that may write would keep others from writing
        await using var transaction = await reader.Database.UseTransactionAsync(deferred);
        var before = await reader.NearestIdsAsync(Query, 10);

        await using (var writer = Database.Library())
        {
            await writer.Articles.Where(a => a.Id == before[0]).ExecuteDeleteAsync();
            await writer.Articles.Where(a => a.Id == before[1]).ExecuteUpdateAsync(s => s.SetProperty(a => a.Embedding, new ReadOnlyMemory<float>(Vectors.Random(7))));
            writer.Add(new Article { Id = 1000, Embedding = Query });
            await writer.SaveChangesAsync();
            Assert.Equal(before, await reader.NearestIdsAsync(Query, 10));
            await writer.ArticleIndex().FlushAsync();
            Assert.Equal(before, await reader.NearestIdsAsync(Query, 10));
            if (rebuilt)
                await writer.ArticleIndex().RebuildAsync();
            Assert.Equal(before, await reader.NearestIdsAsync(Query, 10));
            Assert.Equal(await writer.ExactIdsAsync(Query, 10), await writer.NearestIdsAsync(Query, 10));
        }

        Assert.Equal(before, await reader.NearestIdsAsync(Query, 10));
        await transaction!.CommitAsync();
        Assert.Equal(1000, (await reader.NearestIdsAsync(Query, 10))[0]);
    }

    private async Task<LibraryContext> FilledAsync(bool flushed)
    {
        var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(200);
        if (flushed)
            await db.ArticleIndex().FlushAsync();
        return db;
    }
}
