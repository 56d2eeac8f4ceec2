using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.ValueGeneration;

namespace OmenDb.EFCore.Sqlite.Tests.Writing;

/// <summary>What <c>AddBatch</c> inserts, and what it makes of the entities.</summary>
public sealed class AddBatchTests : DatabaseTest
{
    private static readonly float[] Query = Vectors.Random(99);

    [Fact]
    public async Task It_inserts_all_and_sets_generated_keys()
    {
        await using var db = await Database.CreateLibraryAsync();
        var articles = Vectors.Many(3_000).Select((v, i) => new LibraryArticle { Title = $"t{i}", Category = i % 5, Embedding = v }).ToList();

        Assert.Equal(3_000, await db.Articles.AddBatchAsync(articles));

        Assert.Equal(Enumerable.Range(1, 3_000), articles.Select(a => a.Id));
        Assert.Empty(db.ChangeTracker.Entries());
        var stored = await db.Articles.OrderBy(a => a.Id).ToListAsync();
        Assert.Equal(articles.Select(a => (a.Id, a.Title, a.Category, a.Slug)), stored.Select(a => (a.Id, a.Title, a.Category, a.Slug)));
        Assert.All(articles.Zip(stored), pair => Assert.Equal(pair.First.Embedding.ToArray(), pair.Second.Embedding.ToArray()));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task What_it_inserted_is_found(bool flushed)
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.Articles.AddBatchAsync(Vectors.Many(500).Select(v => new LibraryArticle { Embedding = v }));
        if (flushed)
            await db.ArticleIndex().FlushAsync();

        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
    }

    [Fact]
    public async Task It_works_synchronously()
    {
        await using var db = await Database.CreateLibraryAsync();

        Assert.Equal(500, db.Articles.AddBatch(Vectors.Many(500).Select(v => new LibraryArticle { Embedding = v })));

        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
    }

    [Fact]
    public async Task It_takes_an_asynchronous_stream()
    {
        await using var db = await Database.CreateLibraryAsync();

        Assert.Equal(100, await db.Articles.AddBatchAsync(Stream()));

        Assert.Equal(100, await db.Articles.CountAsync());

        static async IAsyncEnumerable<LibraryArticle> Stream()
        {
            foreach (var vector in Vectors.Many(100))
            {
                await Task.Yield();
                yield return new LibraryArticle { Embedding = vector };
            }
        }
    }

    [Fact]
    public async Task Nothing_to_insert_is_fine()
    {
        await using var db = await Database.CreateLibraryAsync();

        Assert.Equal(0, await db.Articles.AddBatchAsync(Array.Empty<LibraryArticle>()));
    }

    [Fact]
    public async Task Progress_is_told_after_each_thousand_and_at_the_end()
    {
        await using var db = await Database.CreateLibraryAsync();
        var progress = new Reports();

        await db.Articles.AddBatchAsync(Vectors.Many(3_500).Select(v => new LibraryArticle { Embedding = v }), new AddBatchOptions { Progress = progress });

        Assert.Equal([1_000, 2_000, 3_000, 3_500], progress.Values);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task It_keeps_none_of_the_entities_that_a_stream_gives(bool isAsync)
    {
        await using var db = await Database.CreateLibraryAsync();

        Assert.Equal(3_000, isAsync ? await db.Articles.AddBatchAsync(Stream()) : db.Articles.AddBatch(Stream()));

        static IEnumerable<LibraryArticle> Stream()
        {
            var given = new List<WeakReference>();
            foreach (var vector in Vectors.Many(3_000))
            {
                if (given.Count % 1_000 == 999)
                {
                    GC.Collect();
                    Assert.InRange(given.Count(g => g.IsAlive), 0, 5); // those that are being inserted
                }

                var article = new LibraryArticle { Embedding = vector };
                given.Add(new WeakReference(article));
                yield return article;
            }
        }
    }

    [Fact]
    public async Task It_goes_past_interceptors_and_events_of_SaveChanges()
    {
        var told = 0;
        await using (await Database.CreateLibraryAsync())
        {
        }

        await using var db = new LibraryContext(Database.Options<LibraryContext>(o => o.UseSqlite(Database.ConnectionString, s => s.UseOmenDb()).AddInterceptors(new OnSaving(_ => told++))));
        db.SavingChanges += (_, _) => told++;
        db.SavedChanges += (_, _) => told++;
        db.ChangeTracker.Tracked += (_, _) => told++;

        db.Articles.AddBatch([new LibraryArticle { Embedding = Query }]);
        await db.Articles.AddBatchAsync([new LibraryArticle { Embedding = Query }]);
        Assert.Equal(0, told);

        db.Add(new LibraryArticle { Embedding = Query });
        await db.SaveChangesAsync();
        Assert.Equal(4, told);
    }

    [Fact]
    public async Task Each_type_of_a_hierarchy_is_inserted_as_itself()
    {
        await using var db = await Database.CreateAsync(Animal.Model);

        await db.Set<Animal>().AddBatchAsync([new Animal { Vector = Vectors.Axis(0, 4) }, new Cat { Vector = Vectors.Axis(1, 4), Lives = 9 }, new Dog { Vector = Vectors.Axis(2, 4), Bark = Vectors.Axis(3, 4) }]);

        var stored = await db.Set<Animal>().OrderBy(a => a.Id).ToListAsync();
        Assert.Equal([typeof(Animal), typeof(Cat), typeof(Dog)], stored.Select(a => a.GetType()));
        Assert.Equal(9, ((Cat)stored[1]).Lives);
        Assert.Equal(Vectors.Axis(3, 4), ((Dog)stored[2]).Bark!.Value.ToArray());
    }

    [Fact]
    public async Task A_guid_key_is_generated_and_a_given_one_kept()
    {
        await using var db = await Database.CreateAsync(m => m.Entity<Keyed<Guid>>().HasVectorIndex(k => k.Vector));
        var given = Guid.NewGuid();
        var items = new List<Keyed<Guid>> { new() { Id = Guid.Empty, Vector = Vectors.Axis(0, 4) }, new() { Id = given, Vector = Vectors.Axis(1, 4) } };

        await db.Set<Keyed<Guid>>().AddBatchAsync(items);

        Assert.NotEqual(Guid.Empty, items[0].Id);
        Assert.Equal(given, items[1].Id);
        Assert.Equal(items.Select(i => i.Id).Order(), (await db.Set<Keyed<Guid>>().Select(k => k.Id).ToListAsync()).Order());
        Assert.Equal(items[0].Id, (await db.Set<Keyed<Guid>>().NearestTo(Vectors.Axis(0, 4), 1).SingleAsync()).Id);
    }

    [Fact]
    public async Task Given_integer_keys_are_kept()
    {
        await using var db = await Database.CreateLibraryAsync();

        await db.Articles.AddBatchAsync([new LibraryArticle { Id = 42, Embedding = Query }, new LibraryArticle { Embedding = Query }]);

        Assert.Equal([42, 43], await db.Articles.Select(a => a.Id).OrderBy(i => i).ToListAsync());
    }

    [Fact]
    public async Task Null_vectors_and_foreign_keys_are_inserted_as_they_are()
    {
        await using var db = await Database.CreateLibraryAsync();
        db.Add(new LibraryAuthor { Id = 3, Name = "A" });
        await db.SaveChangesAsync();

        await db.Drafts.AddBatchAsync([new LibraryDraft { AuthorId = 3 }, new LibraryDraft { Sketch = Query }]);

        Assert.Equal([(3, true), (null, false)], (await db.Drafts.OrderBy(d => d.Id).ToListAsync()).Select(d => (d.AuthorId, d.Sketch is null)));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task The_key_of_what_an_entity_refers_to_is_taken_as_SaveChanges_takes_it(bool batch)
    {
        await using var db = await Database.FillLibraryAsync(3);
        var article = await db.Articles.SingleAsync(a => a.Id == 2);
        var comment = new LibraryComment { Article = article, ArticleId = 3 };

        if (batch)
        {
            await db.Comments.AddBatchAsync([comment]);
        }
        else
        {
            db.Add(comment);
            await db.SaveChangesAsync();
        }

        Assert.Equal(2, comment.ArticleId);
        Assert.Equal([2], await db.Comments.Select(c => c.ArticleId).ToListAsync());
    }

    [Fact]
    public async Task An_entity_may_refer_to_one_before_it()
    {
        await using var db = await Database.CreateAsync(m => m.Entity<Folder>());
        var root = new Folder { Vector = Vectors.Random(1) };
        var inner = new Folder { Vector = Vectors.Random(2), Parent = root };

        await db.Set<Folder>().AddBatchAsync([root, inner, new Folder { Vector = Vectors.Random(3), Parent = inner }]);

        Assert.Equal([null, 1, 2], await db.Set<Folder>().OrderBy(f => f.Id).Select(f => EF.Property<int?>(f, "ParentId")).ToListAsync());
    }

    [Fact]
    public async Task An_array_that_is_used_again_for_each_row_is_copied_in_time()
    {
        await using var db = await Database.CreateLibraryAsync();

        await db.Drafts.AddBatchAsync(Reusing());

        Assert.Equal(Vectors.Many(20), (await db.Drafts.OrderBy(d => d.Id).ToListAsync()).Select(d => d.Sketch));

        static IEnumerable<LibraryDraft> Reusing()
        {
            var buffer = new float[8];
            foreach (var vector in Vectors.Many(20))
            {
                vector.CopyTo(buffer, 0);
                yield return new LibraryDraft { Sketch = buffer };
            }
        }
    }

    [Fact]
    public async Task Long_vectors_go_in_and_come_out()
    {
        await using var db = await Database.CreateAsync(m =>
        {
            m.Entity<Plain>().Property(p => p.Vector).IsVector(1536);
            m.Entity<Plain>().HasVectorIndex(p => p.Vector);
        });
        var vectors = Vectors.Many(300, 1536);

        await db.Set<Plain>().AddBatchAsync(vectors.Select((v, i) => new Plain { Id = i + 1, Vector = v }));
        await db.Database.VectorIndex<Plain>(p => p.Vector).FlushAsync();

        var query = Vectors.Random(5, 1536);
        Assert.Equal(Exact.Nearest(vectors.Select((v, i) => (i + 1, v)), query, 1), await db.Set<Plain>().NearestTo(query, 1).Select(p => p.Id).ToListAsync());
        Assert.Equal(vectors[7], (await db.Set<Plain>().FindAsync(8))!.Vector);
    }

    [Fact]
    public async Task A_column_that_the_database_makes_is_left_to_it()
    {
        await using var db = await Database.CreateAsync(m => m.Entity<LibraryArticle>().Ignore(a => a.Comments).Property(a => a.Category).HasDefaultValue(41).ValueGeneratedOnAddOrUpdate());

        await db.Set<LibraryArticle>().AddBatchAsync(Vectors.Many(3).Select(v => new LibraryArticle { Category = 7, Embedding = v }));

        Assert.Equal([41, 41, 41], await db.Set<LibraryArticle>().Select(a => a.Category).ToListAsync());
    }

    [Fact]
    public async Task Shadow_properties_that_are_required_have_the_value_that_SaveChanges_gives_them()
    {
        await using var db = await Database.CreateAsync(m =>
        {
            m.Entity<Plain>().Property<int>("Views");
            m.Entity<Plain>().Property<int?>("Likes");
        });

        await db.Set<Plain>().AddBatchAsync([new Plain { Id = 1, Vector = Query }]);

        Assert.Equal((0, null), await db.Set<Plain>().Select(p => new ValueTuple<int, int?>(EF.Property<int>(p, "Views"), EF.Property<int?>(p, "Likes"))).SingleAsync());
    }

    [Fact]
    public async Task A_value_generator_of_the_applications_own_is_given_the_entry()
    {
        await using var db = await Database.CreateAsync(m => m.Entity<Plain>().Property<string>("Slug").HasValueGenerator<SlugGenerator>());

        await db.Set<Plain>().AddBatchAsync([new Plain { Id = 7, Vector = Query }]);

        Assert.Equal("Plain-7", await db.Set<Plain>().Select(p => EF.Property<string>(p, "Slug")).SingleAsync());
        Assert.Empty(db.ChangeTracker.Entries());
    }

    private sealed class SlugGenerator : ValueGenerator<string>
    {
        public override bool GeneratesTemporaryValues => false;

        public override string Next(EntityEntry entry) => $"{entry.Metadata.ShortName()}-{((Plain)entry.Entity).Id}";
    }

    private sealed class Folder
    {
        public int Id { get; set; }
        public Folder? Parent { get; set; }
        [Vector(8), VectorIndex] public ReadOnlyMemory<float> Vector { get; set; }
    }
}
