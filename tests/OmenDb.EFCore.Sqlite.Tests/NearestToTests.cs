using Microsoft.Data.Sqlite;
using OmenDb.EFCore.Diagnostics;

namespace OmenDb.EFCore.Sqlite.Tests;

/// <summary>What <c>NearestTo</c> returns.</summary>
public sealed class NearestToTests : DatabaseTest
{
    private static readonly float[] Query = Vectors.Random(99);

    [Theory, InlineData(false), InlineData(true)]
    public async Task It_returns_the_k_nearest_rows_nearest_first(bool flushed)
    {
        await using var db = await FilledAsync(flushed);

        foreach (var k in new[] { 1, 2, 10, 150, 300 })
            Assert.Equal(await db.ExactIdsAsync(Query, k), await db.NearestIdsAsync(Query, k));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_k_larger_than_the_table_returns_every_row_once(bool flushed)
    {
        await using var db = await FilledAsync(flushed);

        Assert.Equal(await db.ExactIdsAsync(Query, 300), await db.NearestIdsAsync(Query, 1_000_000));
        Assert.Equal(300, (await db.NearestIdsAsync(Query, int.MaxValue)).Count);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task An_empty_table_returns_nothing(bool flushed)
    {
        await using var db = await Database.CreateLibraryAsync();
        if (flushed)
            await db.ArticleIndex().FlushAsync();

        Assert.Empty(await db.NearestIdsAsync(Query, 10));
        Assert.Empty(await db.Articles.Where(a => a.Category == 1).NearestTo(Query, 10).ToListAsync());
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Where_then_NearestTo_returns_k_matching_rows(bool flushed)
    {
        await using var db = await FilledAsync(flushed);
        var rows = await db.Articles.AsNoTracking().ToListAsync();

        foreach (var category in new[] { 0, 1, 2 })
        {
            var found = await db.Articles.Where(a => a.Category == category).NearestTo(Query, 10).Select(a => a.Id).ToListAsync();
            Assert.Equal(Exact.Nearest(rows.Where(a => a.Category == category).Select(a => (a.Id, a.Embedding.ToArray())), Query, 10), found);
        }
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Where_then_NearestTo_returns_all_matching_rows_when_there_are_fewer_than_k(bool flushed)
    {
        await using var db = await FilledAsync(flushed);

        var found = await db.Articles.Where(a => a.Id <= 4).NearestTo(Query, 10).Select(a => a.Id).ToListAsync();

        Assert.Equal((await db.ExactIdsAsync(Query, 300)).Where(id => id <= 4), found);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Where_that_nothing_passes_then_NearestTo_returns_nothing(bool flushed)
    {
        await using var db = await FilledAsync(flushed);

        Assert.Empty(await db.Articles.Where(a => a.Category == 77).NearestTo(Query, 10).ToListAsync());
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task NearestTo_then_Where_filters_the_k(bool flushed)
    {
        await using var db = await FilledAsync(flushed);
        var nearest = await db.ExactIdsAsync(Query, 30);

        var found = await db.Articles.NearestTo(Query, 30).Where(a => a.Category == 1).Select(a => a.Id).ToListAsync();

        Assert.Equal(nearest.Where(id => (id - 1) % 3 == 1), found);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Equal_distances_come_in_the_order_the_vectors_were_written(bool flushed)
    {
        await using var db = await Database.CreateLibraryAsync();
        foreach (var id in new[] { 5, 3, 9, 1 })
        {
            db.Add(new Article { Id = id, Embedding = Query });
            await db.SaveChangesAsync();
        }

        await db.AddArticlesAfterAsync(100, from: 100);
        if (flushed)
            await db.ArticleIndex().FlushAsync();

        Assert.Equal([5, 3, 9, 1], await db.NearestIdsAsync(Query, 4));
        Assert.Equal([5, 3], await db.NearestIdsAsync(Query, 2));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Many_rows_of_one_vector_are_all_found(bool flushed)
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.Articles.AddBatchAsync(Enumerable.Range(1, 2_000).Select(i => new Article { Id = i, Embedding = Query }));
        await db.AddArticlesAfterAsync(200, from: 5_000);
        if (flushed)
            await db.ArticleIndex().FlushAsync();

        Assert.Equal(2_000, (await db.NearestIdsAsync(Query, 2_000)).Distinct().Count(id => id <= 2_000));
        Assert.Equal(2_200, await db.Articles.NearestTo(Vectors.Random(4), 10_000).CountAsync());
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_row_without_a_vector_is_never_returned(bool flushed)
    {
        await using var db = await Database.CreateLibraryAsync();
        db.AddRange(Vectors.Many(90).Select((v, i) => new Draft { Id = i + 1, Sketch = i % 3 == 0 ? null : v }));
        await db.SaveChangesAsync();
        if (flushed)
            await db.DraftIndex().FlushAsync();

        var found = await db.Drafts.NearestTo(d => d.Sketch, Query, 100).ToListAsync();

        Assert.Equal(60, found.Count);
        Assert.All(found, d => Assert.NotNull(d.Sketch));
    }

    [Fact]
    public async Task A_search_among_no_keys_finds_nothing()
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(5);
        List<int> none = [];

        Assert.Empty(await db.Articles.Where(a => none.Contains(a.Id)).NearestTo(Vectors.Random(1), 3).ToListAsync());
    }

    [Fact]
    public async Task The_form_without_a_property_searches_the_only_index()
    {
        await using var db = await FilledAsync(flushed: false);

        Assert.Equal(await db.NearestIdsAsync(Query, 10), await db.Articles.NearestTo(Query, 10).Select(a => a.Id).ToListAsync());
    }

    [Fact]
    public async Task A_property_without_an_index_is_searched_exactly_and_an_event_says_so()
    {
        await using var db = await Database.CreateAsync(m => m.Entity<Note>());
        db.AddRange(Vectors.Many(200, dimensions: 4).Select((v, i) => new Note { Id = i + 1, Vector = v }));
        await db.SaveChangesAsync();
        var query = Vectors.Random(7, 4);

        var found = await db.Set<Note>().NearestTo(n => n.Vector, query, 20).Select(n => n.Id).ToListAsync();

        Assert.Equal(Exact.Nearest(Vectors.Many(200, dimensions: 4).Select((v, i) => (i + 1, v)), query, 20), found);
        Assert.Contains(Database.Events, e => e.Id == OmenDbEventId.VectorSearchWithoutIndex && e.Message.Contains("Note.Vector", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_property_without_an_index_is_told_of_once()
    {
        // Services of its own: in those that all tests share, compiled queries may be pushed out of the cache.
        var options = Database.Options<ModelContext>(o => o.UseSqlite(Database.ConnectionString, sqlite => sqlite.UseOmenDb()).EnableServiceProviderCaching(false));
        await using var db = new ModelContext(options, m => m.Entity<Note>());
        await db.Database.EnsureCreatedAsync();
        for (var i = 0; i < 3; i++)
            await db.Set<Note>().NearestTo(n => n.Vector, Vectors.Random(i, 4), 20).ToListAsync();

        Assert.Single(Database.Events, e => e.Id == OmenDbEventId.VectorSearchWithoutIndex);
    }

    [Fact]
    public async Task An_array_without_an_index_is_searched_with_filter_and_distance()
    {
        await using var db = await Database.CreateAsync(m => m.Entity<Plain>().Property(p => p.Vector).IsVector(4));
        db.AddRange(Vectors.Many(100, dimensions: 4).Select((v, i) => new Plain { Id = i + 1, Vector = i % 4 == 0 ? null : v }));
        await db.SaveChangesAsync();
        var query = Vectors.Random(7, 4);

        var found = await db.Set<Plain>().Where(p => p.Id > 50).NearestTo(p => p.Vector, query, 5, (p, distance) => new { p.Id, distance }).ToListAsync();

        var rows = Vectors.Many(100, dimensions: 4).Select((v, i) => (Id: i + 1, Vector: v)).Where(r => r.Id > 50 && (r.Id - 1) % 4 != 0).ToList();
        Assert.Equal(Exact.Nearest(rows, query, 5), found.Select(f => f.Id));
        Assert.All(found, f => Assert.Equal(Exact.Distance(VectorMetric.Cosine, rows.Single(r => r.Id == f.Id).Vector, query), f.distance, 1e-5));
    }

    [Theory]
    [InlineData(VectorMetric.Cosine, false), InlineData(VectorMetric.Cosine, true)]
    [InlineData(VectorMetric.Euclidean, false), InlineData(VectorMetric.Euclidean, true)]
    [InlineData(VectorMetric.InnerProduct, false), InlineData(VectorMetric.InnerProduct, true)]
    public async Task Each_metric_orders_by_its_distance_and_gives_it(VectorMetric metric, bool flushed)
    {
        await using var db = await Database.CreateAsync(m => m.Entity<Note>().HasVectorIndex(n => n.Vector).HasMetric(metric));
        var vectors = Vectors.Many(300, dimensions: 4);
        db.AddRange(vectors.Select((v, i) => new Note { Id = i + 1, Vector = v }));
        await db.SaveChangesAsync();
        if (flushed)
            await db.Database.VectorIndex<Note>(n => n.Vector).FlushAsync();
        var query = Vectors.Random(7, 4);

        var found = await db.Set<Note>().NearestTo(n => n.Vector, query, 20, (n, distance) => new { n.Id, distance }).ToListAsync();

        Assert.Equal(Exact.Nearest(vectors.Select((v, i) => (i + 1, v)), query, 20, metric), found.Select(f => f.Id));
        Assert.All(found, f => Assert.Equal(Exact.Distance(metric, vectors[f.Id - 1], query), f.distance, 1e-5));
    }

    [Fact]
    public async Task Distances_equal_VectorDistance()
    {
        await using var db = await FilledAsync(flushed: true);
        ReadOnlyMemory<float> query = Query;

        var found = await db.Articles
            .NearestTo(a => a.Embedding, query, 50, (a, distance) => new { distance, Exact = EF.Functions.VectorDistance(VectorMetric.Cosine, a.Embedding, query) })
            .ToListAsync();

        Assert.Equal(50, found.Count);
        Assert.All(found, f => Assert.Equal(f.Exact, f.distance, 1e-5));
    }

    [Theory]
    [InlineData(VectorMetric.Cosine)]
    [InlineData(VectorMetric.Euclidean)]
    [InlineData(VectorMetric.InnerProduct)]
    public async Task VectorDistance_computes_each_metric_in_SQL(VectorMetric metric)
    {
        await using var db = await FilledAsync(flushed: false);
        ReadOnlyMemory<float> query = Query;
        var rows = metric switch // the metric must be a constant of the query
        {
            VectorMetric.Cosine => db.Articles.Select(a => new { a.Embedding, Distance = EF.Functions.VectorDistance(VectorMetric.Cosine, a.Embedding, query) }),
            VectorMetric.Euclidean => db.Articles.Select(a => new { a.Embedding, Distance = EF.Functions.VectorDistance(VectorMetric.Euclidean, a.Embedding, query) }),
            _ => db.Articles.Select(a => new { a.Embedding, Distance = EF.Functions.VectorDistance(VectorMetric.InnerProduct, a.Embedding, query) }),
        };

        Assert.All(await rows.ToListAsync(), r => Assert.Equal(Exact.Distance(metric, r.Embedding.ToArray(), Query), r.Distance, 1e-5));
    }

    [Fact]
    public async Task A_source_that_gives_a_row_twice_is_refused_where_each_row_of_another_query_searches_it()
    {
        await using var db = await FilledAsync(flushed: true);
        var twice = db.Articles.Where(a => a.Id > 100).Concat(db.Articles);

        var error = await Assert.ThrowsAsync<SqliteException>(
            () => (from a in db.Articles where a.Id <= 3 from b in twice.NearestTo(b => b.Embedding, a.Embedding, 4) select b.Id).ToListAsync());

        Assert.Contains("Article.Embedding", error.Message, StringComparison.Ordinal);
        Assert.Contains("Distinct()", error.Message, StringComparison.Ordinal);
        Assert.Equal(12, await (from a in db.Articles where a.Id <= 3 from b in twice.Distinct().NearestTo(b => b.Embedding, a.Embedding, 4) select b.Id).CountAsync());
    }

    [Fact]
    public async Task Rows_of_a_type_that_the_model_does_not_know_are_not_among_the_nearest_of_each_row()
    {
        await using var db = await Database.CreateAsync(m =>
        {
            Animal.Model(m);
            m.Entity<Animal>().HasDiscriminator().IsComplete(false);
        });
        db.AddRange(Vectors.Many(40, 4).Select(v => new Cat { Vector = v }));
        await db.SaveChangesAsync();
        Database.Execute("UPDATE Animal SET Discriminator = 'Fish' WHERE Id % 2 = 0");

        var found = from a in db.Set<Animal>() from b in db.Set<Animal>().NearestTo(b => b.Vector, a.Vector, 3) select b.Id;

        Assert.Equal(20 * 3, await found.CountAsync());
    }

    [Fact]
    public async Task A_set_of_a_derived_type_that_is_held_as_its_base_gives_each_row_its_k_nearest()
    {
        await using var db = await Database.CreateAsync(Animal.Model);
        db.AddRange(Vectors.Many(40, 4).Select((v, i) => i % 2 == 0 ? new Cat { Vector = v } : new Animal { Vector = v }));
        await db.SaveChangesAsync();
        IQueryable<Animal> cats = db.Set<Cat>();

        var found = from a in db.Set<Animal>() from b in cats.NearestTo(b => b.Vector, a.Vector, 3) select b.Id;

        Assert.Equal(40 * 3, await found.CountAsync());
    }

    [Fact]
    public async Task VectorDistance_filters_and_orders_anywhere_in_a_query()
    {
        await using var db = await FilledAsync(flushed: false);
        ReadOnlyMemory<float> query = Query;

        var ids = await db.Articles
            .Where(a => EF.Functions.VectorDistance(VectorMetric.Cosine, a.Embedding, query) < 0.5)
            .OrderBy(a => EF.Functions.VectorDistance(VectorMetric.Cosine, a.Embedding, query))
            .Select(a => a.Id)
            .ToListAsync();

        var expected = Vectors.Many(300).Select((v, i) => (Id: i + 1, Distance: Exact.Distance(VectorMetric.Cosine, v, Query))).Where(r => r.Distance < 0.5).OrderBy(r => r.Distance);
        Assert.NotEmpty(ids);
        Assert.Equal(expected.Select(r => r.Id), ids);
    }

    private async Task<LibraryContext> FilledAsync(bool flushed)
    {
        var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(300);
        if (flushed)
            await db.ArticleIndex().FlushAsync();
        return db;
    }
}
