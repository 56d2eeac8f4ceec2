namespace OmenDb.EFCore.Sqlite.Tests.Searching;

/// <summary>What one search finds is joined and counted without asking the index again for each row.</summary>
public sealed class SearchCountTests : DatabaseTest
{
    private static readonly float[] Query = Vectors.Random(99);

    [Fact]
    public Task Rows_that_have_one_among_those_within_a_distance() => AssertSearchedAsync(
        1, (db, within) => db.Articles.Where(a => within.Any(b => b.Category == a.Category)));

    [Fact]
    public Task Rows_that_have_none_among_those_within_a_distance() => AssertSearchedAsync(
        1, (db, within) => db.Articles.Where(a => !within.Any(b => b.Id == a.Id)));

    [Fact]
    public Task How_many_of_those_within_a_distance_belong_to_each_row() => AssertSearchedAsync(
        1, (db, within) => db.Articles.Where(a => within.Count(b => b.Id == a.Id) == 1));

    [Fact]
    public Task Whether_one_of_those_within_a_distance_comes_behind_each_row() => AssertSearchedAsync(
        1, (db, within) => db.Articles.Where(a => within.Any(b => b.Id > a.Id)));

    [Fact]
    public Task How_many_of_the_nearest_come_behind_each_row() => AssertSearchedAsync(
        1, (db, _) => db.Articles.Where(a => db.Articles.NearestTo(b => b.Embedding, Query, 5).Count(b => b.Id > a.Id) == 2));

    [Fact]
    public Task Those_within_one_distance_and_another() => AssertSearchedAsync(
        1, (_, within) => within.WithinDistance(a => a.Embedding, Vectors.Random(98), 0.9));

    [Fact]
    public Task The_nearest_of_those_within_a_distance() => AssertSearchedAsync(
        1, (_, within) => within.NearestTo(a => a.Embedding, Vectors.Random(98), 5));

    [Fact]
    public Task Those_of_the_nearest_that_are_within_a_distance_of_another() => AssertSearchedAsync(
        1, (db, _) => db.Articles.NearestTo(a => a.Embedding, Query, 100).WithinDistance(a => a.Embedding, Vectors.Random(98), 0.9));

    [Fact]
    public Task Two_joined() => AssertSearchedAsync(
        2, (db, within) => within.Join(db.Articles.WithinDistance(a => a.Embedding, Vectors.Random(98), 0.9), a => a.Id, b => b.Id, (a, _) => a));

    [Fact]
    public Task The_first_of_those_within_a_distance() => AssertSearchedAsync(1, (_, within) => within.OrderBy(a => a.Id).Take(1));

    [Fact]
    public async Task A_parameter_of_a_compiled_query_is_no_row_of_another()
    {
        await using var db = await FilledAsync();
        var within = EF.CompileAsyncQuery((LibraryContext db, ReadOnlyMemory<float> query, int category) => db.Articles.Where(a => a.Category == category).WithinDistance(a => a.Embedding, query, 0.8));

        var searches = await Searches.OfAsync(async () => Assert.NotEmpty(await within(db, Query, 1).ToListAsync()));

        Assert.Single(searches);
    }

    [Fact]
    public async Task What_belongs_to_each_row_is_compared_with_a_query_that_is_the_same_for_all()
    {
        await using var db = await FilledAsync();
        var nearest = (await db.NearestIdsAsync(Query, 1))[0];
        var found = new List<int>();

        var searches = await Searches.OfAsync(async () => found = await db.Articles
            .Where(a => db.Articles.Where(b => b.Id == a.Id + 1).WithinDistance(b => b.Embedding, Query, 0.8).Any()).Select(a => a.Id).ToListAsync());

        Assert.Empty(searches);
        Assert.Contains(nearest - 1, found);
    }

    [Fact]
    public async Task What_belongs_to_each_row_is_compared_with_the_vector_of_that_row()
    {
        await using var db = await FilledAsync();
        var found = new List<int>();

        var searches = await Searches.OfAsync(async () => found = await db.Articles
            .Where(a => db.Articles.Where(b => b.Id == a.Id + 1).WithinDistance(b => b.Embedding, a.Embedding, 0.8).Any()).Select(a => a.Id).ToListAsync());

        Assert.Empty(searches);
        Assert.Equal(
            await (from a in db.Articles from b in db.Articles where b.Id == a.Id + 1 && EF.Functions.VectorDistance(VectorMetric.Cosine, a.Embedding, b.Embedding) <= 0.8 select a.Id).ToListAsync(),
            found);
    }

    [Fact]
    public async Task Whether_a_row_is_among_those_that_share_their_table_with_it()
    {
        await using var db = await Database.CreateAsync(m =>
        {
            m.Entity<Head>().ToTable("Whole");
            m.Entity<Body>().ToTable("Whole").HasVectorIndex(b => b.Vector);
            m.Entity<Head>().HasOne(h => h.Body).WithOne().HasForeignKey<Body>(b => b.Id);
        });
        db.AddRange(Vectors.Many(100, 4).Select((v, i) => new Head { Id = i + 1, Body = i % 2 == 0 ? new Body { Vector = v } : null }));
        await db.SaveChangesAsync();
        var found = new List<int>();

        var searches = await Searches.OfAsync(async () => found = await db.Set<Head>()
            .Where(h => db.Set<Body>().WithinDistance(b => b.Vector, Vectors.Random(99, 4), 1.5).Any(b => b.Id == h.Id)).Select(h => h.Id).ToListAsync());

        Assert.Single(searches);
        Assert.Equal((await db.Set<Body>().WithinDistance(b => b.Vector, Vectors.Random(99, 4), 1.5).Select(b => b.Id).ToListAsync()).Order(), found.Order());
    }

    // The answer is that of the same query with the rows compared one by one.
    private async Task AssertSearchedAsync(int times, Func<LibraryContext, IQueryable<LibraryArticle>, IQueryable<LibraryArticle>> query)
    {
        await using var db = await FilledAsync();
        var found = new List<int>();

        var searches = await Searches.OfAsync(async () => found = await query(db, db.Articles.WithinDistance(a => a.Embedding, Query, 0.8)).Select(a => a.Id).ToListAsync());

        Assert.Equal(times, searches.Count);
        Assert.NotEmpty(found);
        var compared = await query(db, db.Articles.FromSqlRaw("SELECT * FROM Articles").WithinDistance(a => a.Embedding, Query, 0.8)).Select(a => a.Id).ToListAsync();
        Assert.Equal(compared.Order(), found.Order());
    }

    private Task<LibraryContext> FilledAsync() => Database.FillLibraryAsync(300, flushed: true);

    private sealed class Head
    {
        public int Id { get; set; }

        public Body? Body { get; set; }
    }

    private sealed class Body
    {
        public int Id { get; set; }

        [Vector(4)]
        public ReadOnlyMemory<float> Vector { get; set; }
    }
}
