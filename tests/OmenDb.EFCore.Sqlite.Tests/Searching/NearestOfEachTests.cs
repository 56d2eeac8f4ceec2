using Microsoft.Data.Sqlite;

namespace OmenDb.EFCore.Sqlite.Tests.Searching;

/// <summary>A search for each row of another query, in one statement.</summary>
public sealed class NearestOfEachTests : DatabaseTest
{
    private static readonly float[] Query = Vectors.Random(99);

    [Fact]
    public async Task A_source_with_a_limit_is_searched_within_it()
    {
        await using var db = await Database.FillLibraryAsync(500, flushed: true);
        var last = db.Articles.Where(a => a.Category == 1).OrderByDescending(a => a.Id).Skip(5).Take(50);

        var found = await db.Articles.Where(o => o.Id <= 3).SelectMany(o => last.NearestTo(a => a.Embedding, o.Embedding, 4), (o, a) => new { Outer = o.Id, a.Id }).ToListAsync();

        var rows = (await last.AsNoTracking().ToListAsync()).Select(a => (a.Id, a.Embedding.ToArray())).ToList();
        foreach (var outer in await db.Articles.Where(o => o.Id <= 3).ToListAsync())
            Assert.Equal(Exact.Nearest(rows, outer.Embedding, 4), found.Where(f => f.Outer == outer.Id).Select(f => f.Id));
    }

    [Fact]
    public async Task A_row_without_a_vector_has_no_nearest_rows()
    {
        await using var db = await Database.FillLibraryAsync(50);
        db.AddRange(new LibraryDraft { Id = 1, Author = new LibraryAuthor(), Sketch = Query }, new LibraryDraft { Id = 2, Author = new LibraryAuthor() });
        await db.SaveChangesAsync();

        var found = await (from d in db.Drafts from a in db.Articles.NearestTo(a => a.Embedding, d.Sketch!, 3) select d.Id).ToListAsync();

        Assert.Equal([1, 1, 1], found);
        Assert.Empty(Database.Events);
    }

    [Fact]
    public async Task A_row_whose_vector_is_zero_has_no_nearest_rows_by_cosine()
    {
        await using var db = await Database.CreateAsync(m =>
        {
            Animal.Model(m);
            m.Entity<Note>().Property(n => n.Vector).IsVector(4);
        });
        db.AddRange(Vectors.Many(20, 4).Select(v => new Cat { Vector = v }));
        db.AddRange(new Note { Id = 1, Vector = Vectors.Random(1, 4) }, new Note { Id = 2, Vector = new float[4] });
        await db.SaveChangesAsync();
        var (notes, animals) = (db.Set<Note>().OrderBy(n => n.Id), db.Set<Animal>());

        Assert.Equal([3, 0], await notes.Select(n => animals.NearestTo(a => a.Vector, n.Vector, 3).Count()).ToListAsync());
        Assert.Equal([1, 0], await notes.Select(n => db.Set<Note>().NearestTo(o => o.Vector, n.Vector, 3).Count()).ToListAsync());
        Assert.Equal([1, 1, 1], await (from n in notes from a in animals.NearestTo(a => a.Vector, n.Vector, 3) select n.Id).ToListAsync());
    }

    [Fact]
    public async Task Rows_that_REPLACE_removed_are_nobody_s_nearest_and_a_rebuild_forgets_them()
    {
        await using var db = await Database.FillLibraryAsync(100);
        Database.Execute("INSERT OR REPLACE INTO Articles (Id, Title, Category, Slug, Embedding) SELECT Id + 1000, '', 0, Slug, Embedding FROM Articles WHERE Id % 2 = 0");

        var found = await (from a in db.Articles from b in db.Articles.NearestTo(b => b.Embedding, a.Embedding, 5) select a.Id).ToListAsync();
        await db.ArticleIndex().RebuildAsync();

        Assert.Equal(500, found.Count);
        Assert.True((await db.ArticleIndex().VerifyAsync()).IsHealthy);
        Assert.Equal(100, (await db.ArticleIndex().GetStatisticsAsync()).Rows);
    }

    [Fact]
    public async Task A_source_that_gives_a_row_twice_is_refused()
    {
        await using var db = await Database.FillLibraryAsync(300, flushed: true);
        var twice = db.Articles.Where(a => a.Id > 100).Concat(db.Articles);

        await Refusal.SaysAsync<SqliteException>(
            () => (from a in db.Articles where a.Id <= 3 from b in twice.NearestTo(b => b.Embedding, a.Embedding, 4) select b.Id).ToListAsync(), "LibraryArticle.Embedding", "Distinct()");

        Assert.Equal(12, await (from a in db.Articles where a.Id <= 3 from b in twice.Distinct().NearestTo(b => b.Embedding, a.Embedding, 4) select b.Id).CountAsync());
    }

    [Fact]
    public async Task Rows_of_a_type_that_the_model_does_not_know_are_not_among_the_nearest()
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
}
