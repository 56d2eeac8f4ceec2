using Microsoft.EntityFrameworkCore.Infrastructure;

namespace OmenDb.EFCore.Sqlite.Tests;

/// <summary><c>NearestTo</c> composes with what EF Core has.</summary>
public sealed class CompositionTests : DatabaseTest
{
    private static readonly float[] Query = Vectors.Random(99);

    [Fact]
    public async Task OrderBy_before_does_not_matter()
    {
        await using var db = await FilledAsync();

        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.Articles.OrderBy(a => a.Title).NearestTo(Query, 10).Select(a => a.Id).ToListAsync());
    }

    [Fact]
    public async Task Take_before_restricts_what_is_searched()
    {
        await using var db = await FilledAsync();
        var first = (await db.Articles.AsNoTracking().OrderBy(a => a.Id).Take(50).ToListAsync()).Select(a => (a.Id, a.Embedding.ToArray()));

        Assert.Equal(Exact.Nearest(first, Query, 10), await db.Articles.OrderBy(a => a.Id).Take(50).NearestTo(Query, 10).Select(a => a.Id).ToListAsync());
    }

    [Fact]
    public async Task Skip_and_Take_after_page_through_the_k()
    {
        await using var db = await FilledAsync();
        var exact = await db.ExactIdsAsync(Query, 30);

        Assert.Equal(exact[10..20], await db.Articles.NearestTo(Query, 30).Skip(10).Take(10).Select(a => a.Id).ToListAsync());
        Assert.Equal(exact[25..], await db.Articles.NearestTo(Query, 30).Skip(25).Take(10).Select(a => a.Id).ToListAsync());
    }

    [Fact]
    public async Task OrderBy_after_orders_the_k()
    {
        await using var db = await FilledAsync();

        Assert.Equal((await db.ExactIdsAsync(Query, 10)).Order(), await db.Articles.NearestTo(Query, 10).OrderBy(a => a.Id).Select(a => a.Id).ToListAsync());
    }

    [Fact]
    public async Task Select_gives_scalars_anonymous_types_and_objects()
    {
        await using var db = await FilledAsync();
        var exact = await db.ExactIdsAsync(Query, 10);

        Assert.Equal(exact.Select(i => $"Article {i}"), await db.Articles.NearestTo(Query, 10).Select(a => a.Title).ToListAsync());
        Assert.Equal(exact.Select(i => (i, 2)), (await db.Articles.NearestTo(Query, 10).Select(a => new { a.Id, Count = a.Comments.Count() }).ToListAsync()).Select(a => (a.Id, a.Count)));
        Assert.Equal(exact, (await db.Articles.NearestTo(Query, 10).Select(a => new Comment { ArticleId = a.Id }).ToListAsync()).Select(c => c.ArticleId));
    }

    [Fact]
    public async Task The_result_selector_may_use_navigations()
    {
        await using var db = await FilledAsync();

        var found = await db.Articles.NearestTo(a => a.Embedding, Query, 5, (a, distance) => new { a.Id, distance, Texts = a.Comments.OrderBy(c => c.Id).Select(c => c.Text).ToList() }).ToListAsync();

        Assert.Equal(await db.ExactIdsAsync(Query, 5), found.Select(f => f.Id));
        Assert.All(found, f => Assert.Equal([$"first of {f.Id}", $"second of {f.Id}"], f.Texts));
        Assert.Equal(found.Select(f => f.distance).Order(), found.Select(f => f.distance));
    }

    [Fact]
    public async Task The_result_selector_may_give_the_distance_alone()
    {
        await using var db = await FilledAsync();

        var distances = await db.Articles.NearestTo(a => a.Embedding, Query, 5, (a, distance) => distance).ToListAsync();

        Assert.Equal(5, distances.Count);
        Assert.Equal(distances.Order(), distances);
    }

    [Theory]
    [InlineData(false, false), InlineData(false, true), InlineData(true, false), InlineData(true, true)]
    public async Task Include_loads_what_belongs_to_each_of_the_k(bool split, bool before)
    {
        await using var db = await FilledAsync();
        var query = before
            ? db.Articles.Include(a => a.Comments.OrderBy(c => c.Id)).NearestTo(Query, 10)
            : db.Articles.NearestTo(Query, 10).Include(a => a.Comments.OrderBy(c => c.Id));

        var found = await (split ? query.AsSplitQuery() : query).ToListAsync();

        Assert.Equal(await db.ExactIdsAsync(Query, 10), found.Select(a => a.Id));
        Assert.All(found, a => Assert.Equal([$"first of {a.Id}", $"second of {a.Id}"], a.Comments.Select(c => c.Text)));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Include_of_a_reference_and_its_collection_works_behind_a_filter(bool split)
    {
        await using var db = await FilledAsync();
        db.AddRange(new Author { Id = 1, Name = "A" }, new Author { Id = 2, Name = "B" });
        db.AddRange(Vectors.Many(40).Select((v, i) => new Draft { Id = i + 1, AuthorId = 1 + i % 2, Sketch = v }));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        var query = db.Drafts.Where(d => d.AuthorId == 2).Include(d => d.Author!.Drafts).NearestTo(d => d.Sketch, Query, 6);

        var found = await (split ? query.AsSplitQuery() : query).ToListAsync();

        Assert.Equal(Exact.Nearest(Vectors.Many(40).Select((v, i) => (i + 1, v)).Where((_, i) => i % 2 == 1), Query, 6, VectorMetric.Euclidean), found.Select(d => d.Id));
        Assert.All(found, d => Assert.Equal(20, d.Author!.Drafts.Count));
    }

    [Fact]
    public async Task A_filter_over_a_navigation_restricts_what_is_searched()
    {
        await using var db = await FilledAsync();

        var found = await db.Articles.Where(a => a.Comments.Any(c => c.Text == "first of 7" || c.Text == "second of 9")).NearestTo(Query, 10).Select(a => a.Id).ToListAsync();

        Assert.Equal([7, 9], found.Order());
    }

    [Fact]
    public async Task A_query_filter_restricts_what_is_searched_until_it_is_ignored()
    {
        await using var db = await Database.CreateAsync(m =>
        {
            m.Entity<Note>().HasVectorIndex(n => n.Vector);
            m.Entity<Note>().HasQueryFilter(n => n.Id % 10 == 0);
        });
        db.AddRange(Vectors.Many(200, dimensions: 4).Select((v, i) => new Note { Id = i + 1, Vector = v }));
        await db.SaveChangesAsync();
        var rows = Vectors.Many(200, dimensions: 4).Select((v, i) => (Id: i + 1, v)).ToList();
        var query = Vectors.Random(5, 4);

        Assert.Equal(Exact.Nearest(rows.Where(r => r.Id % 10 == 0), query, 10), await db.Set<Note>().NearestTo(query, 10).Select(n => n.Id).ToListAsync());
        Assert.Equal(Exact.Nearest(rows, query, 10), await db.Set<Note>().IgnoreQueryFilters().NearestTo(query, 10).Select(n => n.Id).ToListAsync());
        Assert.Equal(Exact.Nearest(rows, query, 10), await db.Set<Note>().NearestTo(query, 10).IgnoreQueryFilters().Select(n => n.Id).ToListAsync());
    }

    [Fact]
    public async Task A_hierarchy_is_searched_by_its_base_and_by_its_derived_types()
    {
        await using var db = await Database.CreateAsync(Animal.Model);
        var vectors = Vectors.Many(200, dimensions: 4);
        db.AddRange(vectors.Select((v, i) => i % 4 == 0 ? new Cat { Id = i + 1, Vector = v, Lives = 9 } : i % 4 == 1 ? (Animal)new Dog { Id = i + 1, Vector = v } : new Animal { Id = i + 1, Vector = v }));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        var query = Vectors.Random(5, 4);
        var rows = vectors.Select((v, i) => (i + 1, v)).ToList();

        var animals = await db.Set<Animal>().NearestTo(query, 20).ToListAsync();
        Assert.Equal(Exact.Nearest(rows, query, 20), animals.Select(a => a.Id));
        Assert.All(animals, a => Assert.Equal((a.Id - 1) % 4 == 0 ? typeof(Cat) : (a.Id - 1) % 4 == 1 ? typeof(Dog) : typeof(Animal), a.GetType()));

        var cats = rows.Where((_, i) => i % 4 == 0).ToList();
        Assert.Equal(Exact.Nearest(cats, query, 20), await db.Set<Cat>().NearestTo(query, 20).Select(c => c.Id).ToListAsync());
        Assert.Equal(Exact.Nearest(cats, query, 20), await db.Set<Animal>().OfType<Cat>().NearestTo(query, 20).Select(c => c.Id).ToListAsync());
        Assert.Equal(Exact.Nearest(cats, query, 20), await db.Set<Cat>().Where(c => c.Lives == 9).NearestTo(c => c.Vector, query, 20).Select(c => c.Id).ToListAsync());
    }

    [Fact]
    public async Task An_index_on_a_derived_type_is_searched()
    {
        await using var db = await Database.CreateAsync(m =>
        {
            Animal.Model(m);
            m.Entity<Dog>().HasVectorIndex(d => d.Bark);
        });
        var vectors = Vectors.Many(100, dimensions: 4);
        db.AddRange(vectors.Select((v, i) => i % 2 == 0 ? new Dog { Id = i + 1, Vector = v, Bark = v } : new Animal { Id = i + 1, Vector = v }));
        await db.SaveChangesAsync();
        var query = Vectors.Random(5, 4);

        Assert.Equal(
            Exact.Nearest(vectors.Select((v, i) => (i + 1, v)).Where((_, i) => i % 2 == 0), query, 10),
            await db.Set<Dog>().NearestTo(d => d.Bark, query, 10).Select(d => d.Id).ToListAsync());
    }

    [Fact]
    public async Task An_owned_type_comes_with_each_row()
    {
        await using var db = await Database.CreateAsync(m => m.Entity<Shop>(shop =>
        {
            shop.HasVectorIndex(s => s.Vector);
            shop.OwnsOne(s => s.Address);
        }));
        db.AddRange(Vectors.Many(100, dimensions: 4).Select((v, i) => new Shop { Id = i + 1, Vector = v, Address = new Address { City = i % 2 == 0 ? "Oslo" : "Bergen" } }));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        var query = Vectors.Random(5, 4);

        var found = await db.Set<Shop>().Where(s => s.Address.City == "Oslo").NearestTo(query, 10).ToListAsync();

        Assert.Equal(Exact.Nearest(Vectors.Many(100, dimensions: 4).Select((v, i) => (i + 1, v)).Where((_, i) => i % 2 == 0), query, 10), found.Select(s => s.Id));
        Assert.All(found, s => Assert.Equal("Oslo", s.Address.City));
    }

    [Fact]
    public async Task It_joins()
    {
        await using var db = await FilledAsync();

        var joined = await db.Articles.NearestTo(Query, 5).Join(db.Comments, a => a.Id, c => c.ArticleId, (a, c) => new { a.Id, c.Text }).ToListAsync();

        Assert.Equal((await db.ExactIdsAsync(Query, 5)).SelectMany(i => new[] { $"first of {i}", $"second of {i}" }).Order(), joined.Select(j => j.Text).Order());
    }

    [Fact]
    public async Task SelectMany_flattens_the_k()
    {
        await using var db = await FilledAsync();

        var texts = await db.Articles.NearestTo(Query, 5).SelectMany(a => a.Comments).Select(c => c.Text).ToListAsync();

        Assert.Equal((await db.ExactIdsAsync(Query, 5)).SelectMany(i => new[] { $"first of {i}", $"second of {i}" }).Order(), texts.Order());
    }

    [Fact]
    public async Task First_Any_Count_and_Max_work_on_the_k()
    {
        await using var db = await FilledAsync();
        var exact = await db.ExactIdsAsync(Query, 10);

        Assert.Equal(exact[0], (await db.Articles.NearestTo(Query, 10).FirstAsync()).Id);
        Assert.Equal(exact[0], (await db.Articles.NearestTo(Query, 1).SingleAsync()).Id);
        Assert.True(await db.Articles.NearestTo(Query, 10).AnyAsync());
        Assert.True(await db.Articles.NearestTo(Query, 10).AnyAsync(a => a.Id == exact[9]));
        Assert.False(await db.Articles.NearestTo(Query, 9).AnyAsync(a => a.Id == exact[9]));
        Assert.Equal(10, await db.Articles.NearestTo(Query, 10).CountAsync());
        Assert.Equal(exact.Max(), await db.Articles.NearestTo(Query, 10).MaxAsync(a => a.Id));
    }

    [Fact]
    public async Task GroupBy_groups_the_k()
    {
        await using var db = await FilledAsync();

        var groups = await db.Articles.NearestTo(Query, 30).GroupBy(a => a.Category).Select(g => new { g.Key, Count = g.Count() }).ToListAsync();

        Assert.Equal((await db.ExactIdsAsync(Query, 30)).GroupBy(i => (i - 1) % 3).Select(g => (g.Key, g.Count())).Order(), groups.Select(g => (g.Key, g.Count)).Order());
    }

    [Fact]
    public async Task Contains_of_a_search_filters_another_query()
    {
        await using var db = await FilledAsync();
        var nearest = db.Articles.NearestTo(Query, 5).Select(a => a.Id);

        var comments = await db.Comments.Where(c => nearest.Contains(c.ArticleId)).ToListAsync();

        Assert.Equal((await db.ExactIdsAsync(Query, 5)).Order(), comments.Select(c => c.ArticleId).Distinct().Order());
    }

    [Fact]
    public async Task Contains_of_ids_restricts_what_is_searched()
    {
        await using var db = await FilledAsync();
        var ids = new[] { 3, 14, 15, 92, 65 };

        var found = await db.Articles.Where(a => ids.Contains(a.Id)).NearestTo(Query, 10).Select(a => a.Id).ToListAsync();

        Assert.Equal((await db.ExactIdsAsync(Query, 200)).Where(ids.Contains), found);
    }

    [Fact]
    public async Task Two_searches_stand_in_one_query()
    {
        await using var db = await FilledAsync();
        var other = Vectors.Random(98);
        var expected = (await db.ExactIdsAsync(Query, 60)).Intersect(await db.ExactIdsAsync(other, 60)).Order().ToList();

        Assert.Equal(expected, (await db.Articles.NearestTo(Query, 60).Select(a => a.Id).Intersect(db.Articles.NearestTo(other, 60).Select(a => a.Id)).ToListAsync()).Order());
        Assert.Equal(expected, (await db.Articles.NearestTo(Query, 60).Where(a => db.Articles.NearestTo(other, 60).Any(b => b.Id == a.Id)).Select(a => a.Id).ToListAsync()).Order());
    }

    [Fact]
    public async Task A_search_of_a_search_searches_the_k()
    {
        await using var db = await FilledAsync();
        var other = Vectors.Random(98);
        var first = (await db.ExactIdsAsync(Query, 60)).ToHashSet();

        Assert.Equal(
            (await db.ExactIdsAsync(other, 200)).Where(first.Contains).Take(7),
            await db.Articles.NearestTo(Query, 60).NearestTo(other, 7).Select(a => a.Id).ToListAsync());
    }

    [Fact]
    public async Task It_stands_inside_a_projection_of_another_query()
    {
        await using var db = await FilledAsync();
        ReadOnlyMemory<float> query = Query;

        var best = await db.Articles.Select(a => a.Category).Distinct().OrderBy(c => c)
            .Select(c => new { Category = c, Best = db.Articles.Where(a => a.Category == c).NearestTo(a => a.Embedding, query, 1).Select(a => a.Id).FirstOrDefault() })
            .ToListAsync();

        var exact = await db.ExactIdsAsync(Query, 200);
        Assert.Equal([0, 1, 2], best.Select(b => b.Category));
        Assert.Equal(best.Select(b => exact.First(i => (i - 1) % 3 == b.Category)), best.Select(b => b.Best));
    }

    [Fact]
    public async Task It_searches_by_the_vector_of_an_outer_row()
    {
        await using var db = await FilledAsync();

        var similar = await db.Articles.Where(a => a.Id <= 20).OrderBy(a => a.Id)
            .Select(a => new { a.Id, Other = db.Articles.NearestTo(b => b.Embedding, a.Embedding, 2).Where(b => b.Id != a.Id).Select(b => b.Id).FirstOrDefault() })
            .ToListAsync();

        var vectors = Vectors.Many(200);
        Assert.Equal(Enumerable.Range(1, 20), similar.Select(s => s.Id));
        foreach (var row in similar)
            Assert.Equal((await db.ExactIdsAsync(vectors[row.Id - 1], 2)).Single(i => i != row.Id), row.Other);
    }

    [Fact]
    public async Task AsNoTracking_tracks_nothing()
    {
        await using var db = await FilledAsync();

        Assert.Equal(await db.ExactIdsAsync(Query, 10), (await db.Articles.AsNoTracking().NearestTo(Query, 10).ToListAsync()).Select(a => a.Id));
        Assert.Empty(db.ChangeTracker.Entries());
    }

    [Fact]
    public async Task A_tracked_row_can_be_changed_and_saved()
    {
        await using var db = await FilledAsync();
        var article = await db.Articles.NearestTo(Query, 1).SingleAsync();
        article.Title = "changed";
        await db.SaveChangesAsync();

        Assert.Equal("changed", await db.Articles.NearestTo(Query, 1).Select(a => a.Title).SingleAsync());
    }

    [Fact]
    public async Task It_streams()
    {
        await using var db = await FilledAsync();
        var ids = new List<int>();
        await foreach (var article in db.Articles.NearestTo(Query, 50).AsAsyncEnumerable())
            ids.Add(article.Id);

        Assert.Equal(await db.ExactIdsAsync(Query, 50), ids);
    }

    [Fact]
    public async Task A_stream_may_be_left_early_and_another_search_begun()
    {
        await using var db = await FilledAsync();
        await foreach (var article in db.Articles.NearestTo(Query, 50).AsAsyncEnumerable())
        {
            Assert.Equal(await db.ExactIdsAsync(Query, 5), await db.NearestIdsAsync(Query, 5));
            break;
        }

        Assert.Equal(await db.ExactIdsAsync(Query, 5), await db.NearestIdsAsync(Query, 5));
    }

    [Fact]
    public async Task It_works_synchronously()
    {
        await using var db = await FilledAsync();

        Assert.Equal(await db.ExactIdsAsync(Query, 10), db.Articles.NearestTo(Query, 10).Select(a => a.Id).ToList());
    }

    [Fact]
    public async Task A_compiled_query_takes_vector_and_k()
    {
        await using var db = await FilledAsync();
        var memory = EF.CompileQuery((LibraryContext c, ReadOnlyMemory<float> q, int k) => c.Articles.NearestTo(a => a.Embedding, q, k).Select(a => a.Id));
        var array = EF.CompileQuery((LibraryContext c, float[] q, int k) => c.Articles.Where(a => a.Category == 1).NearestTo(q, k).Select(a => a.Id));

        foreach (var (query, k) in new[] { (Query, 10), (Vectors.Random(5), 3) })
        {
            Assert.Equal(await db.ExactIdsAsync(query, k), memory(db, query, k));
            Assert.Equal((await db.ExactIdsAsync(query, 200)).Where(i => (i - 1) % 3 == 1).Take(k), array(db, query, k));
        }
    }

    [Fact]
    public async Task An_asynchronous_compiled_query_takes_vector_and_k()
    {
        await using var db = await FilledAsync();
        var memory = EF.CompileAsyncQuery((LibraryContext c, ReadOnlyMemory<float> q, int k) => c.Articles.NearestTo(a => a.Embedding, q, k));
        var array = EF.CompileAsyncQuery((LibraryContext c, float[] q, int k) => c.Articles.NearestTo(a => a.Embedding, q, k, (a, distance) => new { a.Id, distance }));

        Assert.Equal(await db.ExactIdsAsync(Query, 10), await memory(db, Query, 10).Select(a => a.Id).ToListAsync());
        Assert.Equal(await db.ExactIdsAsync(Query, 4), await array(db, Query, 4).Select(a => a.Id).ToListAsync());
    }

    [Fact]
    public async Task Another_vector_and_another_k_do_not_compile_another_query()
    {
        await using var db = await FilledAsync();
        await db.NearestIdsAsync(Query, 10);
        Database.Commands.Clear();

        await db.NearestIdsAsync(Vectors.Random(3), 5);
        await db.NearestIdsAsync(Vectors.Random(4), 7);

        Assert.Single(Database.Commands.Texts.Distinct());
    }

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
    public async Task ExecuteDelete_deletes_the_k()
    {
        await using var db = await FilledAsync();
        var exact = await db.ExactIdsAsync(Query, 10);
        await db.Comments.ExecuteDeleteAsync();

        Assert.Equal(4, await db.Articles.NearestTo(Query, 4).ExecuteDeleteAsync());

        Assert.Equal(exact[4..], await db.NearestIdsAsync(Query, 6));
    }

    [Fact]
    public async Task ExecuteUpdate_updates_the_k()
    {
        await using var db = await FilledAsync();

        await db.Articles.Where(a => a.Category == 2).NearestTo(Query, 4).ExecuteUpdateAsync(s => s.SetProperty(a => a.Title, "near"));

        Assert.Equal((await db.ExactIdsAsync(Query, 200)).Where(i => (i - 1) % 3 == 2).Take(4).Order(), await db.Articles.Where(a => a.Title == "near").OrderBy(a => a.Id).Select(a => a.Id).ToListAsync());
    }

    [Fact]
    public async Task FromSql_is_a_source()
    {
        await using var db = await FilledAsync();

        var found = await db.Articles.FromSql($"SELECT * FROM Articles WHERE Id > {150}").NearestTo(Query, 10).Select(a => a.Id).ToListAsync();

        Assert.Equal((await db.ExactIdsAsync(Query, 200)).Where(i => i > 150).Take(10), found);
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
