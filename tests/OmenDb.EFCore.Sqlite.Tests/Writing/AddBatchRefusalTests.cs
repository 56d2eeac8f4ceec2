namespace OmenDb.EFCore.Sqlite.Tests.Writing;

/// <summary>What <c>AddBatch</c> would insert in part or otherwise than <c>SaveChanges</c> is refused, and nothing is inserted.</summary>
public sealed class AddBatchRefusalTests : DatabaseTest
{
    private const string Parts = "has owned or complex parts, shares its table or is split over several. Use AddRange and SaveChanges.";

    private static readonly float[] Query = Vectors.Random(99);

    [Fact]
    public async Task A_reference_to_an_entity_that_is_not_saved_is_refused()
    {
        await using var db = await Database.CreateLibraryAsync();

        await Refusal.SaysAsync<ArgumentException>(
            () => db.Drafts.AddBatchAsync([new LibraryDraft { Sketch = Query }, new LibraryDraft { Author = new LibraryAuthor { Name = "new" } }]),
            "'LibraryDraft.Author' refers to a 'LibraryAuthor' whose 'Id' is not set: AddBatch inserts no other entities. Insert that one before.");

        Assert.Equal(0, await db.Drafts.CountAsync());
    }

    [Fact]
    public async Task An_entity_whose_dependents_would_be_left_out_is_refused()
    {
        await using var db = await Database.CreateLibraryAsync();
        var article = new LibraryArticle { Embedding = Query, Comments = [new LibraryComment { Text = "me too" }] };

        await Refusal.SaysAsync<NotSupportedException>(
            () => db.Articles.AddBatchAsync([article]),
            "AddBatch inserts no other entities, and 'LibraryArticle.Comments' holds some 'LibraryComment'. Insert those in a batch of their own, or use AddRange and SaveChanges.");

        Assert.Equal(0, await db.Articles.CountAsync());
    }

    [Fact]
    public async Task An_entity_that_others_refer_to_on_both_sides_is_refused()
    {
        await using var db = await Database.CreateAsync(m => m.Entity<Album>().HasMany(a => a.Tags).WithMany());
        var album = new Album { Vector = [1, 0], Tags = [new Named { Name = "jazz" }] };

        var refusal = await Assert.ThrowsAsync<NotSupportedException>(() => db.Set<Album>().AddBatchAsync([album]));

        Assert.Contains("'Album.Tags' holds some 'Named'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public Task An_entity_with_owned_parts_is_refused() => RefusedAsync<Addressed>(m => m.Entity<Addressed>().OwnsOne(s => s.Address), "'Addressed'", Parts);

    [Fact]
    public Task An_entity_with_an_owned_part_in_a_table_of_its_own_is_refused()
        => RefusedAsync<Addressed>(m => m.Entity<Addressed>().OwnsOne(s => s.Address, a => a.ToTable("Addresses")), "'Addressed'", Parts);

    [Fact]
    public Task An_entity_that_owns_many_is_refused() => RefusedAsync<LibraryArticle>(m => m.Entity<LibraryArticle>().OwnsMany(a => a.Comments), "'LibraryArticle'", Parts);

    [Fact]
    public Task An_entity_with_complex_parts_is_refused() => RefusedAsync<Addressed>(m => m.Entity<Addressed>().ComplexProperty(s => s.Address), "'Addressed'", Parts);

    [Fact]
    public Task An_entity_split_over_tables_is_refused() => RefusedAsync<LibraryArticle>(
        m => m.Entity<LibraryArticle>(article =>
        {
            article.Ignore(a => a.Comments);
            article.SplitToTable("Details", details => details.Property(a => a.Slug));
        }),
        "'LibraryArticle'", Parts);

    [Fact]
    public async Task An_entity_without_a_class_of_its_own_is_refused()
    {
        await using var db = await Database.CreateAsync(m => m.SharedTypeEntity<Dictionary<string, object>>("Bag").IndexerProperty<int>("Id"));

        await Refusal.SaysAsync<NotSupportedException>(
            () => db.Set<Dictionary<string, object>>("Bag").AddBatchAsync([new() { ["Id"] = 1 }]), "'Bag", "class of their own");
    }

    [Fact]
    public async Task A_value_that_is_computed_by_SQL_is_refused_where_it_is_missing()
    {
        await using var db = await Database.CreateAsync(m => m.Entity<Keyed<string>>().Property(k => k.Id).HasDefaultValueSql("hex(randomblob(8))"));
        await db.Set<Keyed<string>>().AddBatchAsync([new Keyed<string> { Id = "given", Vector = Vectors.Axis(0, 4) }]);

        await Refusal.SaysAsync<NotSupportedException>(
            () => db.Set<Keyed<string>>().AddBatchAsync([new Keyed<string> { Id = null!, Vector = Vectors.Axis(0, 4) }]), "by SQL");
    }

    private async Task RefusedAsync<TEntity>(Action<ModelBuilder> model, params string[] words)
        where TEntity : class, new()
    {
        await using var db = await Database.CreateAsync(model);

        await Refusal.SaysAsync<NotSupportedException>(() => db.Set<TEntity>().AddBatchAsync([new TEntity()]), words);
    }

    private sealed class Album
    {
        public int Id { get; set; }

        [Vector(2)]
        public required float[] Vector { get; set; }

        public List<Named> Tags { get; set; } = [];
    }
}
