using OmenDb.EFCore.Diagnostics;

namespace OmenDb.EFCore.Sqlite.Tests.Searching;

/// <summary>SQL of the application may give other rows than those of the entity's table, or other vectors: they are compared one by one.</summary>
public sealed class FromSqlTests : DatabaseTest
{
    private static readonly float[] Query = Vectors.Random(99);

    [Fact]
    public async Task Rows_of_another_table_are_found()
    {
        await using var db = await FilledAsync("UPDATE Archive SET Id = Id + 100000");

        var found = await db.Articles.FromSqlRaw("SELECT * FROM Archive").NearestTo(Query, 10).Select(a => a.Id).ToListAsync();

        Assert.Equal((await db.ExactIdsAsync(Query, 10)).Select(id => id + 100_000), found);
    }

    [Fact]
    public async Task Vectors_of_another_table_count_where_its_keys_are_the_same()
    {
        await using var db = await FilledAsync("UPDATE Archive SET Embedding = (SELECT Embedding FROM Articles WHERE Articles.Id = 201 - Archive.Id)");

        var found = await db.Articles.FromSqlRaw("SELECT * FROM Archive").Where(a => a.Category != 1).NearestTo(Query, 200).Select(a => a.Id).ToListAsync();
        var within = await db.Articles.FromSqlRaw("SELECT * FROM Archive").WithinDistance(a => a.Embedding, Query, 0.5).Select(a => a.Id).ToListAsync();

        var expected = (await db.ExactIdsAsync(Query, 200)).Select(id => 201 - id);
        Assert.Equal(expected.Where(id => (id - 1) % 3 != 1), found);
        var distances = await db.Articles.Where(a => EF.Functions.VectorDistance(VectorMetric.Cosine, a.Embedding, Query) <= 0.5).CountAsync();
        Assert.Equal(expected.Take(distances).Order(), within.Order());
    }

    [Fact]
    public async Task They_are_measured_by_the_index_s_metric()
    {
        await using var db = await Database.CreateAsync(m =>
        {
            m.Entity<Plain>().Property(p => p.Vector).IsVector(2);
            m.Entity<Plain>().HasVectorIndex(p => p.Vector).HasMetric(VectorMetric.Euclidean);
        });
        db.AddRange(new Plain { Id = 1, Vector = new float[] { 10, 0 } }, new Plain { Id = 2, Vector = new float[] { 1, 1 } });
        await db.SaveChangesAsync();

        Assert.Equal([2], await db.Set<Plain>().FromSqlRaw("SELECT * FROM Plain").NearestTo(p => p.Vector, new float[] { 1, 0 }, 1).Select(p => p.Id).ToListAsync());
    }

    [Fact]
    public async Task It_is_told_how_to_use_the_index_and_then_it_is_used()
    {
        await using var db = await FilledAsync("DELETE FROM Archive WHERE Id > 100");

        await db.Articles.FromSqlRaw("SELECT * FROM Archive").NearestTo(Query, 10).ToListAsync();
        var nearest = db.Articles.Where(a => db.Articles.FromSqlRaw("SELECT * FROM Archive").Any(b => b.Id == a.Id)).NearestTo(Query, 10);

        Assert.Contains("Any(b => b.Id == a.Id)", Assert.Single(Database.Events, e => e.Id == OmenDbEventId.VectorSearchWithoutIndex).Message, StringComparison.Ordinal);
        Assert.Contains("omen_nearest", nearest.ToQueryString(), StringComparison.Ordinal);
        Assert.Equal((await db.ExactIdsAsync(Query, 200)).Where(id => id <= 100).Take(10), await nearest.Select(a => a.Id).ToListAsync());
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Rows_of_a_view_or_of_SQL_that_an_entity_is_read_from_are_found(bool isView)
    {
        const string Both = "SELECT Id, Vector FROM Plain UNION ALL SELECT Id + 100, Vector FROM Plain";
        await using var db = await Database.CreateAsync(m =>
        {
            m.Entity<Plain>().Property(p => p.Vector).IsVector(2);
            m.Entity<Plain>().HasVectorIndex(p => p.Vector);
            if (isView)
                m.Entity<Plain>().ToTable("Plain").ToView("Both");
            else
                m.Entity<Plain>().ToTable("Plain").ToSqlQuery(Both);
        });
        if (isView)
            Database.Execute($"CREATE VIEW Both AS {Both}");
        db.AddRange(new Plain { Id = 1, Vector = new float[] { 1, 0 } }, new Plain { Id = 2, Vector = new float[] { 0, 1 } });
        await db.SaveChangesAsync();

        Assert.Equal([1, 101, 2, 102], await db.Set<Plain>().NearestTo(p => p.Vector, new float[] { 1, 0 }, 10).Select(p => p.Id).ToListAsync());
        Assert.Equal([1, 101], await db.Set<Plain>().WithinDistance(p => p.Vector, new float[] { 1, 0 }, 0.5).Select(p => p.Id).Order().ToListAsync());
    }

    [Fact]
    public async Task A_search_for_each_row_among_them_is_refused_and_says_what_to_write()
    {
        await using var db = await FilledAsync("DELETE FROM Archive WHERE Id > 100");

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(
            () => db.Articles.SelectMany(a => db.Articles.FromSqlRaw("SELECT * FROM Archive").NearestTo(b => b.Embedding, a.Embedding, 2)).ToListAsync());

        Assert.Contains("put FromSql into a condition", refused.Message, StringComparison.Ordinal);
    }

    private async Task<LibraryContext> FilledAsync(string change)
    {
        var db = await Database.FillLibraryAsync(200, flushed: true);
        Database.Execute("CREATE TABLE Archive AS SELECT * FROM Articles; " + change);
        return db;
    }
}
