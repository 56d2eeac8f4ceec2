using System.Transactions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OmenDb.EFCore.Sqlite.Tests.Writing;

/// <summary><c>AddBatch</c> inserts all, or nothing, in the transaction that there is or in its own.</summary>
public sealed class AddBatchTransactionTests : DatabaseTest
{
    private static readonly float[] Query = Vectors.Random(99);

    [Fact]
    public async Task An_error_half_way_leaves_nothing()
    {
        await using var db = await Database.CreateLibraryAsync();

        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => db.Articles.AddBatchAsync(Failing()));

        Assert.Equal(0, await db.Articles.CountAsync());
        await db.ArticleIndex().FlushAsync();
        Assert.Equal(0, (await db.ArticleIndex().GetStatisticsAsync()).Indexed);

        static IEnumerable<LibraryArticle> Failing()
        {
            foreach (var vector in Vectors.Many(1_500))
                yield return new LibraryArticle { Embedding = vector };
            throw new InvalidTimeZoneException("on the way");
        }
    }

    [Fact]
    public async Task A_violated_constraint_leaves_nothing()
    {
        await using var db = await Database.CreateLibraryAsync();

        await Assert.ThrowsAsync<SqliteException>(() => db.Articles.AddBatchAsync(Vectors.Many(100).Select((v, i) => new LibraryArticle { Slug = i == 50 ? "slug-7" : $"slug-{i}", Embedding = v })));

        Assert.Equal(0, await db.Articles.CountAsync());
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Cancellation_leaves_nothing(bool async)
    {
        await using var db = await Database.CreateLibraryAsync();
        using var source = new CancellationTokenSource();
        var articles = Vectors.Many(1_000).Select((v, i) =>
        {
            if (i == 500)
                source.Cancel();
            return new LibraryArticle { Embedding = v };
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => async ? db.Articles.AddBatchAsync(articles, ct: source.Token) : Task.FromResult(db.Articles.AddBatch(articles, ct: source.Token)));

        Assert.Equal(System.Data.ConnectionState.Closed, db.Database.GetDbConnection().State);
        Assert.Equal(0, await db.Articles.CountAsync());
    }

    [Fact]
    public async Task A_source_may_read_from_the_same_context()
    {
        await using var db = await Database.FillLibraryAsync(40, flushed: true);

        await db.Articles.AddBatchAsync(Copies());

        Assert.Equal(80, await db.Articles.CountAsync());

        async IAsyncEnumerable<LibraryArticle> Copies()
        {
            await foreach (var article in db.Articles.AsNoTracking().Where(a => a.Id <= 40).AsAsyncEnumerable())
                yield return new LibraryArticle { Embedding = article.Embedding };
        }
    }

    [Fact]
    public async Task A_source_that_gives_nothing_writes_nothing()
    {
        await using var db = await Database.CreateLibraryAsync();

        Assert.Equal(0, await db.Articles.AddBatchAsync([]));
    }

    [Fact]
    public async Task It_joins_the_current_transaction()
    {
        await using var db = await Database.CreateLibraryAsync();
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await db.Articles.AddBatchAsync(Vectors.Many(100).Select(v => new LibraryArticle { Embedding = v }));
            Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
            await using var other = Database.Library();
            Assert.Empty(await other.NearestIdsAsync(Query, 10));
            await transaction.RollbackAsync();
        }

        Assert.Empty(await db.NearestIdsAsync(Query, 10));
    }

    [Fact]
    public async Task An_error_inside_a_transaction_undoes_the_batch_alone()
    {
        await using var db = await Database.CreateLibraryAsync();
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await db.AddArticlesAsync(50);
            await Assert.ThrowsAsync<ArgumentException>(() => db.Articles.AddBatchAsync(Vectors.Many(100).Select((v, i) => new LibraryArticle { Embedding = i == 70 ? [] : v })));
            await transaction.CommitAsync();
        }

        Assert.Equal(50, await db.Articles.CountAsync());
        Assert.Equal(await db.ExactIdsAsync(Query, 60), await db.NearestIdsAsync(Query, 60));
    }

    [Fact]
    public async Task What_is_saved_after_an_error_inside_a_scope_is_kept()
    {
        await using var db = new LibraryContext(Database.Options<LibraryContext>(o => o.UseSqlite(Database.ConnectionString, sqlite => sqlite.UseOmenDb())
            .ConfigureWarnings(w => w.Ignore(RelationalEventId.AmbientTransactionWarning))));
        await db.Database.EnsureCreatedAsync();
        using (new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
            await Assert.ThrowsAsync<ArgumentException>(() => db.Articles.AddBatchAsync([new LibraryArticle { Embedding = new float[3] }]));

        await db.AddArticlesAsync(1);
        SqliteConnection.ClearAllPools(); // or the next one would be that very connection

        Assert.Equal(1L, Database.Scalar("SELECT count(*) FROM Articles"));
    }

    [Fact]
    public async Task An_error_inside_a_transaction_leaves_no_savepoint()
    {
        await using var db = await Database.CreateLibraryAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => db.Articles.AddBatchAsync([new LibraryArticle { Embedding = new float[3] }]));

        var error = await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlAsync($"RELEASE SAVEPOINT omen_batch"));

        Assert.Contains("no such savepoint", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_that_ends_the_transaction_is_told_as_it_is()
    {
        await using var db = await Database.CreateLibraryAsync();
        Database.Execute("CREATE TRIGGER refuse BEFORE INSERT ON Articles WHEN NEW.Title = 'seventh' BEGIN SELECT RAISE(ROLLBACK, 'none is seventh'); END");
        await using var transaction = await db.Database.BeginTransactionAsync();

        var error = await Assert.ThrowsAsync<SqliteException>(() => db.Articles.AddBatchAsync([new LibraryArticle { Embedding = Query }, new LibraryArticle { Title = "seventh", Embedding = Query }]));

        Assert.Contains("none is seventh", error.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Entities_of_a_batch_that_failed_can_be_added_again(bool async)
    {
        await using var db = await Database.CreateLibraryAsync();
        var articles = Vectors.Many(5).Select(v => new LibraryArticle { Embedding = v }).ToList();
        articles[1].Id = 42;
        articles[4].Embedding = new float[3];
        await Assert.ThrowsAsync<ArgumentException>(() => async ? db.Articles.AddBatchAsync(articles) : Task.FromResult(db.Articles.AddBatch(articles)));
        Assert.Equal([0, 42, 0, 0, 0], articles.Select(a => a.Id));
        await db.AddArticlesAsync(1);
        articles[4].Embedding = Query;

        await db.Articles.AddBatchAsync(articles);

        Assert.Equal([2, 42, 43, 44, 45], articles.Select(a => a.Id));
    }
}
