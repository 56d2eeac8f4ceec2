using Microsoft.Data.Sqlite;

namespace OmenDb.EFCore.Sqlite.Tests.Files;

/// <summary>A database in memory has no file to put an index beside.</summary>
public sealed class MemoryDatabaseTests : DatabaseTest
{
    // So many that what they compare is put into the graph.
    private const int Searches = 60;

    private static readonly float[] Query = Vectors.Random(99);

    [Theory, InlineData(false), InlineData(true)]
    public async Task It_is_searched(bool flushed)
    {
        await using var db = await CreateAsync();
        await db.AddArticlesAsync(300);
        if (flushed)
            await db.ArticleIndex().FlushAsync();
        await db.Articles.Where(a => a.Category == 1).ExecuteDeleteAsync();

        Assert.Equal(await db.ExactIdsAsync(Query, 20), await db.NearestIdsAsync(Query, 20));
        Assert.True((await db.ArticleIndex().VerifyAsync()).IsHealthy);
    }

    [Fact]
    public async Task It_is_not_rebuilt()
    {
        await using var db = await CreateAsync();

        await Refusal.SaysAsync<NotSupportedException>(() => db.ArticleIndex().RebuildAsync(), "in memory");
    }

    [Fact]
    public async Task A_search_sees_what_its_transaction_sees()
    {
        await using var db = await CreateAsync();
        await db.AddArticlesAsync(100);
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await db.AddArticlesAfterAsync(2_500, from: 1_000);
            Assert.Equal(await db.ExactIdsAsync(Query, 20), await db.NearestIdsAsync(Query, 20));
            await transaction.RollbackAsync();
        }

        await db.AddArticlesAfterAsync(50, from: 9_000);
        Assert.Equal(await db.ExactIdsAsync(Query, 150), await db.NearestIdsAsync(Query, 150));
    }

    [Fact]
    public async Task Many_rows_go_into_the_graph_by_searching()
    {
        await using var db = await CreateAsync();
        await db.Articles.AddBatchAsync(Vectors.Many(3_000).Select(v => new LibraryArticle { Embedding = v }));

        for (var search = 0; search < Searches; search++)
            Assert.Equal(10, (await db.NearestIdsAsync(Query, 10)).Count);

        Assert.Equal(3_000, (await db.ArticleIndex().GetStatisticsAsync()).Indexed);
        Assert.True(Exact.Recall(await db.ExactIdsAsync(Query, 100), await db.NearestIdsAsync(Query, 100)) > 0.95);
    }

    [Fact]
    public async Task A_few_searches_compare_many_rows_rather_than_build_a_graph_that_may_not_be_used_again()
    {
        await using var db = await CreateAsync();
        await db.Articles.AddBatchAsync(Vectors.Many(3_000).Select(v => new LibraryArticle { Embedding = v }));

        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));

        Assert.Equal(0, (await db.ArticleIndex().GetStatisticsAsync()).Indexed);
    }

    [Fact]
    public async Task More_rows_than_are_read_at_once_go_into_the_graph_though_somebody_has_emptied_sqlite_sequence()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        await using var db = new ModelContext(
            Database.Options<ModelContext>(o => o.UseSqlite(connection, sqlite => sqlite.UseOmenDb())), model => model.Entity<Note>().Property(n => n.Vector).IsVector(4_096).HasVectorIndex());
        await db.Database.EnsureCreatedAsync();
        await db.Database.ExecuteSqlRawAsync( // two blocks of vectors that no graph takes time to connect
            "WITH RECURSIVE n(Id) AS (SELECT 1 UNION ALL SELECT Id + 1 FROM n WHERE Id < 4100) INSERT INTO Note (Id, Vector) SELECT Id, x'00' FROM n");
        db.Add(new Note { Id = 5_000, Vector = Vectors.Random(1, 4_096) });
        await db.SaveChangesAsync();
        await db.Database.ExecuteSqlRawAsync("DELETE FROM sqlite_sequence");

        var found = await Task.Run(() => Enumerable.Range(0, Searches).SelectMany(_ => db.Set<Note>().NearestTo(n => n.Vector, Vectors.Random(2, 4_096), 1).Select(n => n.Id)).ToList())
            .WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(Enumerable.Repeat(5_000, Searches), found);
        Assert.Equal(1, (await db.Database.VectorIndex<Note>(n => n.Vector).GetStatisticsAsync()).Indexed);
    }

    [Fact]
    public async Task What_is_stale_is_dropped_before_it_is_more_than_the_rows()
    {
        await using var db = await CreateAsync();
        await db.AddArticlesAsync(1_500);

        for (var round = 2; round < 8; round++)
        {
            await db.Articles.ExecuteDeleteAsync();
            await db.AddArticlesAsync(1_500, seed: round);
            await db.ArticleIndex().FlushAsync();
            Assert.InRange((await db.ArticleIndex().GetStatisticsAsync()).Indexed, 1_500, 3_000);
        }

        Assert.True(Exact.Recall(await db.ExactIdsAsync(Query, 100), await db.NearestIdsAsync(Query, 100)) > 0.95);
        Assert.True((await db.ArticleIndex().VerifyAsync()).IsHealthy);
    }

    [Fact]
    public async Task Two_databases_in_memory_are_two()
    {
        await using var one = await CreateAsync();
        await using var two = await CreateAsync();
        await one.AddArticlesAsync(100);
        await two.AddArticlesAsync(50, seed: 2);
        await one.ArticleIndex().FlushAsync();

        Assert.Equal(await one.ExactIdsAsync(Query, 20), await one.NearestIdsAsync(Query, 20));
        Assert.Equal(await two.ExactIdsAsync(Query, 20), await two.NearestIdsAsync(Query, 20));
    }

    [Fact]
    public async Task A_shared_database_in_memory_is_searched_by_each_of_its_connections()
    {
        const string shared = "Data Source=omendb-shared-test;Mode=Memory;Cache=Shared";
        await using var keeper = new SqliteConnection(shared);
        await keeper.OpenAsync();
        await using (var db = OpenShared())
        {
            await db.Database.EnsureCreatedAsync();
            await db.AddArticlesAsync(100);
            await db.ArticleIndex().FlushAsync();
        }

        await using var other = OpenShared();
        Assert.Equal(await other.ExactIdsAsync(Query, 20), await other.NearestIdsAsync(Query, 20));
        Assert.False(Directory.Exists("omendb-shared-test.omen"));

        LibraryContext OpenShared() => new(Database.Options<LibraryContext>(o => o.UseSqlite(shared, sqlite => sqlite.UseOmenDb())));
    }

    // The database lives as long as its connection, and that as long as the context.
    private async Task<LibraryContext> CreateAsync()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        var db = new LibraryContext(Database.Options<LibraryContext>(o => o.UseSqlite(connection, contextOwnsConnection: true, sqlite => sqlite.UseOmenDb())));
        await db.Database.EnsureCreatedAsync();
        return db;
    }
}
