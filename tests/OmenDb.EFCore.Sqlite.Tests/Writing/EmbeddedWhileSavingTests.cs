namespace OmenDb.EFCore.Sqlite.Tests.Writing;

/// <summary>Vectors that an application's own interceptor sets in SavingChanges are saved, or refused, like those that were set before.</summary>
public sealed class EmbeddedWhileSavingTests : DatabaseTest
{
    private static readonly float[] Good = Vectors.Random(99);

    public static TheoryData<float[], string, bool> BadVectors
    {
        get
        {
            var vectors = new TheoryData<float[], string, bool>();
            foreach (var async in new[] { false, true })
            {
                vectors.Add(new float[7], "expected 8 elements, got 7", async);
                vectors.Add([1, 2, 3, float.NaN, 5, 6, 7, 8], "NaN or infinity", async);
                vectors.Add(new float[8], "zero", async);
            }

            return vectors;
        }
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task An_added_row_needs_no_vector_before(bool async)
    {
        await using var db = await CreateAsync(Good);
        db.Add(new LibraryArticle { Id = 7 });

        await SaveAsync(db, async);

        Assert.Equal([7], await db.NearestIdsAsync(Good, 1));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_changed_row_is_found_where_its_new_vector_is(bool async)
    {
        await using var db = await CreateAsync(Good);
        await FillAsync();
        (await db.Articles.SingleAsync(a => a.Id == 7)).Title = "changed";

        await SaveAsync(db, async);

        Assert.Equal([7], await db.NearestIdsAsync(Good, 1));
    }

    [Theory, MemberData(nameof(BadVectors))]
    public async Task A_bad_vector_of_an_added_row_is_refused_and_nothing_is_written(float[] vector, string because, bool async)
    {
        await using var db = await CreateAsync(vector);
        db.Add(new LibraryArticle { Embedding = Good });

        await RefusedAsync(db, async, "LibraryArticle.Embedding", because);

        Assert.Equal(0L, Database.Scalar("SELECT count(*) FROM Articles"));
    }

    [Theory, MemberData(nameof(BadVectors))]
    public async Task A_bad_vector_of_a_changed_row_is_refused_and_nothing_is_written(float[] vector, string because, bool async)
    {
        await using var db = await CreateAsync(vector);
        await FillAsync();
        (await db.Articles.SingleAsync(a => a.Id == 7)).Title = "changed";

        await RefusedAsync(db, async, "LibraryArticle.Embedding", because);

        Assert.Equal(0L, Database.Scalar("SELECT count(*) FROM Articles WHERE Title = 'changed'"));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Vectors_of_parts_are_saved(bool async)
    {
        await using var db = await CreateHouseAsync(look: [1, 2, 3, 4], yard: [4, 3, 2, 1]);
        db.Add(new House { Id = 7 });

        await SaveAsync(db, async);

        Assert.Equal(7, await db.Set<House>().NearestTo(h => h.Look.Vector, new float[] { 1, 2, 3, 4 }, 1).Select(h => h.Id).SingleAsync());
        Assert.Equal(7, await db.Set<House>().NearestTo(h => h.Yard.Vector, new float[] { 4, 3, 2, 1 }, 1).Select(h => h.Id).SingleAsync());
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_bad_vector_of_a_complex_part_is_refused(bool async)
    {
        await using var db = await CreateHouseAsync(look: [1, 2, float.NaN, 4], yard: [4, 3, 2, 1]);
        db.Add(new House());

        await RefusedAsync(db, async, "Facade.Vector", "NaN");
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_bad_vector_of_an_owned_part_is_refused(bool async)
    {
        await using var db = await CreateHouseAsync(look: [1, 2, 3, 4], yard: [4, 3, 2]);
        db.Add(new House());

        await RefusedAsync(db, async, "Yard.Vector", "expected 4 elements, got 3");
    }

    /// <summary>A library in which whatever is added or changed is embedded.</summary>
    private async Task<LibraryContext> CreateAsync(float[] vector)
    {
        var db = new LibraryContext(Options<LibraryContext>(context =>
        {
            foreach (var article in context.ChangeTracker.Entries<LibraryArticle>().Where(a => a.State is EntityState.Added or EntityState.Modified))
                article.Entity.Embedding = vector;
        }));
        await db.Database.EnsureCreatedAsync();
        return db;
    }

    private async Task<ModelContext> CreateHouseAsync(float[] look, float[] yard)
    {
        var db = new ModelContext(
            Options<ModelContext>(context =>
            {
                foreach (var house in context.ChangeTracker.Entries<House>())
                    (house.Entity.Look.Vector, house.Entity.Yard.Vector) = (look, yard);
            }),
            static m => m.Entity<House>(house =>
            {
                house.ComplexProperty(h => h.Look);
                house.OwnsOne(h => h.Yard);
            }));
        await db.Database.EnsureCreatedAsync();
        return db;
    }

    private DbContextOptions<TContext> Options<TContext>(Action<DbContext> onSaving)
        where TContext : DbContext
        => Database.Options<TContext>(o => o.UseSqlite(Database.ConnectionString, sqlite => sqlite.UseOmenDb()).AddInterceptors(new OnSaving(onSaving)));

    private async Task FillAsync()
    {
        await using var other = Database.Library();
        await other.AddArticlesAsync(20);
    }

    private async Task RefusedAsync(DbContext db, bool async, params string[] words)
    {
        Database.Commands.Clear();

        await Refusal.SaysAsync<ArgumentException>(() => SaveAsync(db, async), words);

        Assert.Empty(Database.Commands.Texts);
    }

    private static async Task SaveAsync(DbContext db, bool async)
    {
        if (async)
            await db.SaveChangesAsync();
        else
            db.SaveChanges();
    }

    private sealed class House
    {
        public int Id { get; set; }

        public Facade Look { get; set; } = new();

        public Yard Yard { get; set; } = new();
    }

    private sealed class Facade
    {
        [Vector(4)]
        public float[] Vector { get; set; } = [];
    }

    private sealed class Yard
    {
        [Vector(4)]
        public float[] Vector { get; set; } = [];
    }
}
