namespace OmenDb.EFCore.Sqlite.Tests.Searching;

/// <summary>Filters of every strength on 20,000 rows.</summary>
public sealed class SelectivityTests : DatabaseTest
{
    private const int Rows = 20_000;
    private const int Dimensions = 16;
    private const int K = 10;

    [Fact]
    public async Task A_filter_returns_k_rows_and_they_are_the_nearest()
    {
        await using var db = await Database.CreateAsync(model => model.Entity<Place>().HasVectorIndex(p => p.Position));
        var vectors = Vectors.Many(Rows, Dimensions);
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await db.Set<Place>().AddBatchAsync(vectors.Select((v, i) => new Place { Id = i + 1, Rank = i * 7919 % Rows, Position = v }));

            // Nothing is in the graph before the commit: every answer is exact.
            foreach (var below in new[] { Rows / 2, Rows / 1000 })
                Assert.Equal(1.0, await RecallAsync(db, vectors, below, queries: 3));
            await transaction.CommitAsync();
        }

        await db.Database.VectorIndex<Place>(p => p.Position).FlushAsync();
        foreach (var below in new[] { Rows, Rows / 2, Rows / 10, Rows / 100, Rows / 1000 })
        {
            var recall = await RecallAsync(db, vectors, below, queries: 30);
            Assert.True(recall >= 0.95, $"recall {recall} where {below} of {Rows} rows pass");
        }
    }

    private static async Task<double> RecallAsync(ModelContext db, float[][] vectors, int below, int queries)
    {
        var total = 0.0;
        for (var i = 0; i < queries; i++)
        {
            var query = Vectors.Random(1_000 + i, Dimensions);
            var found = await db.Set<Place>().Where(p => p.Rank < below).NearestTo(query, K).Select(p => p.Id).ToListAsync();
            Assert.Equal(Math.Min(K, below), found.Count);
            Assert.All(found, id => Assert.True((id - 1) * 7919 % Rows < below));
            var allowed = vectors.Select((v, n) => (n + 1, v)).Where((_, n) => n * 7919 % Rows < below);
            total += Exact.Recall(Exact.Nearest(allowed, query, K), found);
        }

        return total / queries;
    }

    [Fact]
    public async Task A_filter_that_answers_anew_each_time_gives_as_many_rows_and_none_twice()
    {
        await using var db = await Database.FillLibraryAsync(400, flushed: true);
        for (var i = 0; i < 20; i++)
        {
            var found = await db.Articles.Where(a => EF.Functions.Random() < 0.5).NearestTo(Vectors.Random(i), K).Select(a => a.Id).ToListAsync();
            Assert.Equal(K, found.Distinct().Count());
        }
    }

    [Fact]
    public async Task A_row_that_a_join_repeats_is_given_as_often()
    {
        await using var db = await Database.FillLibraryAsync(400, flushed: true);
        Database.Execute("INSERT INTO Comments (Id, ArticleId, Text) SELECT Id, Id, 'one' FROM Articles; INSERT INTO Comments (Id, ArticleId, Text) SELECT Id + 1000, Id, 'two' FROM Articles");
        var nearest = await db.NearestIdsAsync(Vectors.Random(99), K / 2);

        var found = await db.Articles.Join(db.Set<LibraryComment>(), a => a.Id, c => c.ArticleId, (a, c) => a).NearestTo(Vectors.Random(99), K).Select(a => a.Id).ToListAsync();

        Assert.Equal(nearest.SelectMany(id => new[] { id, id }), found);
    }

    [Fact]
    public async Task A_row_that_a_filter_refuses_is_looked_at_once()
    {
        await using var db = await Database.FillLibraryAsync(400, flushed: true);
        await db.Database.OpenConnectionAsync();
        var refused = new List<long>();
        ((Microsoft.Data.Sqlite.SqliteConnection)db.Database.GetDbConnection()).CreateFunction("is_even", (long id) =>
        {
            if (id % 2 != 0)
                refused.Add(id);
            return id % 2 == 0;
        });

        var rows = await db.Articles.Where(a => db.Articles.FromSqlRaw("SELECT * FROM Articles WHERE is_even(Id)").Any(even => even.Id == a.Id)).NearestTo(Vectors.Random(7), 10).ToListAsync();

        Assert.Equal(10, rows.Count);
        Assert.NotEmpty(refused);
        Assert.Equal(refused.Distinct().Count(), refused.Count);
    }

    [Fact]
    public async Task Searches_with_the_same_text_and_other_values_in_one_statement_find_rows_of_their_own()
    {
        await using var db = await Database.FillLibraryAsync(400, flushed: true);
        var query = Vectors.Random(7);
        IQueryable<int> Nearest(int remainder) => db.Articles.Where(a => a.Id % 3 == remainder).NearestTo(query, 10).Select(a => a.Id);

        var both = await Nearest(0).Concat(Nearest(1)).Concat(Nearest(2)).ToListAsync();

        Assert.Equal([.. await Nearest(0).ToListAsync(), .. await Nearest(1).ToListAsync(), .. await Nearest(2).ToListAsync()], both);
        Assert.Equal(30, both.Distinct().Count());
    }
}
