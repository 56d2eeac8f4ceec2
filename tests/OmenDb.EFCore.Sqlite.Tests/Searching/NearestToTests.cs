using OmenDb.EFCore.Diagnostics;

namespace OmenDb.EFCore.Sqlite.Tests.Searching;

/// <summary>What <c>NearestTo</c> returns, whether the index has taken the rows up or not. What LINQ may make of it is the specification.</summary>
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
            db.Add(new LibraryArticle { Id = id, Embedding = Query });
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
        await db.Articles.AddBatchAsync(Enumerable.Range(1, 2_000).Select(i => new LibraryArticle { Id = i, Embedding = Query }));
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
        db.AddRange(Vectors.Many(90).Select((v, i) => new LibraryDraft { Id = i + 1, Sketch = i % 3 == 0 ? null : v }));
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
        await using var db = await Database.FillLibraryAsync(5);
        List<int> none = [];

        Assert.Empty(await db.Articles.Where(a => none.Contains(a.Id)).NearestTo(Vectors.Random(1), 3).ToListAsync());
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
    public async Task Two_indexes_of_one_entity_are_searched_apart()
    {
        await using var db = await Database.CreateAsync(m =>
        {
            Animal.Model(m);
            m.Entity<Dog>().HasVectorIndex(d => d.Bark).HasMetric(VectorMetric.InnerProduct);
        });
        var vectors = Vectors.Many(100, 4);
        var barks = Vectors.Many(100, 4, seed: 2);
        db.AddRange(vectors.Select((v, i) => new Dog { Id = i + 1, Vector = v, Bark = barks[i] }));
        await db.SaveChangesAsync();
        await db.Database.VectorIndex<Dog>(d => d.Bark).FlushAsync();
        await db.Database.VectorIndex<Dog>(d => d.Vector).FlushAsync();
        var query = Vectors.Random(5, 4);

        Assert.Equal(2, Database.Snapshots.Length);
        Assert.Equal(Exact.Nearest(vectors.Select((v, i) => (i + 1, v)), query, 10), await db.Set<Dog>().NearestTo(d => d.Vector, query, 10).Select(d => d.Id).ToListAsync());
        Assert.Equal(Exact.Nearest(barks.Select((v, i) => (i + 1, v)), query, 10, VectorMetric.InnerProduct), await db.Set<Dog>().NearestTo(d => d.Bark, query, 10).Select(d => d.Id).ToListAsync());
    }

    [Fact]
    public async Task Rows_come_nearest_first_where_many_are_stale()
    {
        await using var db = await Database.FillLibraryAsync(1500, flushed: true);
        await db.Articles.Where(a => a.Id % 2 == 0).ExecuteDeleteAsync();

        foreach (var query in Vectors.Many(150, seed: 3))
        {
            var distances = await db.Articles.NearestTo(a => a.Embedding, query, 40, (_, distance) => distance).ToListAsync();
            Assert.Equal(distances.Order(), distances);
        }
    }

    [Fact]
    public async Task Huge_and_tiny_vectors_are_as_far_as_they_are()
    {
        await using var db = await Database.FillLibraryAsync(50);
        db.AddRange(new LibraryArticle { Id = 101, Embedding = Array.ConvertAll(Query, e => e * -1e30f) }, new LibraryArticle { Id = 102, Embedding = Array.ConvertAll(Query, e => e * -1e-30f) });
        await db.SaveChangesAsync();

        Assert.Equal([101, 102], (await db.NearestIdsAsync(Query, 52)).TakeLast(2).Order());
        Assert.Equal(2, await db.Articles.Where(a => a.Id == 101).Select(a => EF.Functions.VectorDistance(VectorMetric.Cosine, a.Embedding, Query)).SingleAsync(), 1e-6);
    }

    [Fact]
    public async Task Rows_whose_labels_lie_far_apart_are_found_by_a_filter_in_little_memory()
    {
        await using var db = await Database.FillLibraryAsync(600);
        Database.Execute("UPDATE sqlite_sequence SET seq = 5000000000 WHERE name = 'Articles_Embedding_Ledger'");
        await db.AddArticlesAfterAsync(600, from: 1_000);
        await db.Articles.Where(a => a.Id % 100 == 1).ExecuteUpdateAsync(s => s.SetProperty(a => a.Category, 7));
        await db.ArticleIndex().FlushAsync();
        var filtered = db.Articles.Where(a => a.Category == 7);
        var exact = Exact.Nearest((await filtered.AsNoTracking().ToListAsync()).Select(a => (a.Id, a.Embedding.ToArray())), Query, 12);
        Assert.Equal(exact, filtered.NearestTo(Query, 12).Select(a => a.Id).ToList());

        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = filtered.NearestTo(Query, 12).Select(a => a.Id).ToList();

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 1_000_000);
    }

    private Task<LibraryContext> FilledAsync(bool flushed) => Database.FillLibraryAsync(300, flushed);
}
