namespace OmenDb.EFCore.Sqlite.Tests;

/// <summary>What cannot work is refused before anything is written, in words that help.</summary>
public sealed class RefusalTests : DatabaseTest
{
    public static TheoryData<float[], string> BadVectors => new()
    {
        { new float[7], "expected 8 elements, got 7" },
        { [], "expected 8 elements, got 0" },
        { [1, 2, 3, 4, 5, 6, 7, 8, 9], "expected 8 elements, got 9" },
        { [1, 2, 3, float.NaN, 5, 6, 7, 8], "NaN or infinity" },
        { [1, 2, 3, float.PositiveInfinity, 5, 6, 7, 8], "NaN or infinity" },
        { [1, 2, 3, float.NegativeInfinity, 5, 6, 7, 8], "NaN or infinity" },
        { new float[8], "zero" },
        { [0, -0f, 0, 0, 0, 0, 0, 0], "zero" },
    };

    [Theory, MemberData(nameof(BadVectors))]
    public async Task SaveChanges_refuses_a_bad_vector_and_inserts_nothing(float[] vector, string because)
    {
        await using var db = await Database.CreateLibraryAsync();
        db.Add(new Article { Title = "good", Embedding = Vectors.Random(1) });
        db.Add(new Article { Title = "bad", Embedding = vector });

        var error = await Assert.ThrowsAsync<ArgumentException>(() => db.SaveChangesAsync());

        Assert.Contains("Article.Embedding", error.Message, StringComparison.Ordinal);
        Assert.Contains(because, error.Message, StringComparison.Ordinal);
        Assert.Equal(0L, Database.Scalar("SELECT count(*) FROM Articles"));
    }

    [Theory, MemberData(nameof(BadVectors))]
    public async Task SaveChanges_refuses_to_change_to_a_bad_vector(float[] vector, string because)
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(3);
        (await db.Articles.FindAsync(2))!.Embedding = vector;

        var error = Assert.Throws<ArgumentException>(() => db.SaveChanges());

        Assert.Contains(because, error.Message, StringComparison.Ordinal);
        db.ChangeTracker.Clear();
        Assert.Equal(8, (await db.Articles.FindAsync(2))!.Embedding.Length);
    }

    [Theory, MemberData(nameof(BadVectors))]
    public async Task AddBatch_refuses_a_bad_vector_and_inserts_nothing(float[] vector, string because)
    {
        await using var db = await Database.CreateLibraryAsync();
        var articles = Vectors.Many(20).Select(v => new Article { Embedding = v }).Append(new Article { Embedding = vector });

        var error = await Assert.ThrowsAsync<ArgumentException>(() => db.Articles.AddBatchAsync(articles));

        Assert.Contains("Article.Embedding", error.Message, StringComparison.Ordinal);
        Assert.Contains(because, error.Message, StringComparison.Ordinal);
        Assert.Equal(0L, Database.Scalar("SELECT count(*) FROM Articles"));
        Assert.Empty(await db.NearestIdsAsync(Vectors.Random(1), 10));
    }

    [Fact]
    public async Task A_vector_that_is_left_out_is_refused()
    {
        await using var db = await Database.CreateLibraryAsync();
        db.Add(new Article { Title = "no vector" });

        var error = await Assert.ThrowsAsync<ArgumentException>(() => db.SaveChangesAsync());

        Assert.Contains("expected 8 elements, got 0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vector_too_long_to_compare_is_refused_under_euclidean_and_fine_under_cosine()
    {
        await using var db = await Database.CreateLibraryAsync();
        db.Add(new Article { Id = 1, Embedding = Vectors.Axis(0).Select(e => e * 1e30f).ToArray() });
        await db.SaveChangesAsync();
        db.Add(new Draft { Id = 1, Sketch = Vectors.Axis(0).Select(e => e * 1e30f).ToArray() });

        var error = await Assert.ThrowsAsync<ArgumentException>(() => db.SaveChangesAsync());

        Assert.Contains("'Draft.Sketch' was refused, and nothing was written: its norm is above 1E+18", error.Message, StringComparison.Ordinal);
        var search = await Assert.ThrowsAsync<ArgumentException>(() => db.Drafts.NearestTo(Enumerable.Repeat(1e18f, 8).ToArray(), 1).ToListAsync());
        Assert.Contains("The query for 'Draft.Sketch' was refused: its norm is above 1E+18", search.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zero_vector_is_fine_under_euclidean()
    {
        await using var db = await Database.CreateLibraryAsync();
        db.Add(new Draft { Id = 1, Sketch = new float[8] });
        await db.SaveChangesAsync();

        Assert.Equal(1, (await db.Drafts.NearestTo(new float[8], 1).SingleAsync()).Id);
    }

    [Theory, InlineData(0), InlineData(-1), InlineData(int.MinValue)]
    public async Task A_k_below_one_is_refused(int k)
    {
        await using var db = await Database.CreateLibraryAsync();

        Assert.Throws<ArgumentOutOfRangeException>(() => db.Articles.NearestTo(Vectors.Random(1), k));
        Assert.Throws<ArgumentOutOfRangeException>(() => db.Articles.NearestTo(a => a.Embedding, Vectors.Random(1), k));
        Assert.Throws<ArgumentOutOfRangeException>(() => db.Articles.NearestTo(a => a.Embedding, Vectors.Random(1), k, (a, d) => d));
    }

    [Theory, InlineData(0), InlineData(-1)]
    public async Task A_k_below_one_is_refused_inside_a_compiled_query(int k)
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(20);
        var compiled = EF.CompileQuery((LibraryContext c, float[] q, int n) => c.Articles.NearestTo(q, n));

        var error = Assert.ThrowsAny<Exception>(() => compiled(db, Vectors.Random(1), k).ToList());
        Assert.Contains("at least 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_of_another_length_is_refused()
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(20);

        var error = await Assert.ThrowsAnyAsync<Exception>(() => db.NearestIdsAsync(new float[] { 1, 2, 3 }, 5));

        Assert.Contains("Article.Embedding", error.Message, StringComparison.Ordinal);
        Assert.Contains("expected 8 elements, got 3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_of_another_length_is_refused_over_an_empty_table_too()
    {
        await using var db = await Database.CreateLibraryAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => db.NearestIdsAsync(new float[] { 1, 2, 3 }, 5));
        await Assert.ThrowsAnyAsync<Exception>(() => db.Articles.Where(a => a.Category == 1).NearestTo(new float[] { 1, 2, 3 }, 5).ToListAsync());
    }

    [Fact]
    public async Task A_query_of_NaN_infinity_or_nothing_is_refused()
    {
        await using var db = await Database.CreateLibraryAsync();

        Assert.Contains("NaN", Assert.Throws<ArgumentException>(() => db.Articles.NearestTo(new[] { 1, float.NaN, 3, 4, 5, 6, 7, 8 }, 5)).Message, StringComparison.Ordinal);
        Assert.Contains("infinity", Assert.Throws<ArgumentException>(() => db.Articles.NearestTo(new[] { 1, float.PositiveInfinity, 3, 4, 5, 6, 7, 8 }, 5)).Message, StringComparison.Ordinal);
        Assert.Contains("empty", Assert.Throws<ArgumentException>(() => db.Articles.NearestTo(ReadOnlyMemory<float>.Empty, 5)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zero_query_is_refused_under_cosine()
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(20);

        var error = await Assert.ThrowsAnyAsync<Exception>(() => db.NearestIdsAsync(new float[8], 5));
        Assert.Contains("zero", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_query_leaves_the_connection_usable()
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(20);
        await db.Database.OpenConnectionAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => db.NearestIdsAsync(new float[] { 1, 2, 3 }, 5));
        Assert.Equal(await db.ExactIdsAsync(Vectors.Random(3), 5), await db.NearestIdsAsync(Vectors.Random(3), 5));
    }

    [Theory, InlineData(0), InlineData(-1), InlineData(16_001)]
    public void Dimensions_outside_1_to_16000_are_refused_by_IsVector(int dimensions)
    {
        using var db = Database.Open(m => m.Entity<Plain>().Property(p => p.Vector).IsVector(dimensions));

        var error = Assert.Throws<ArgumentOutOfRangeException>(() => db.Model);
        Assert.Contains("Plain.Vector", error.Message, StringComparison.Ordinal);
        Assert.Contains("16,000", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Dimensions_outside_1_to_16000_are_refused_in_the_attribute()
    {
        using var db = Database.Open(m => m.Entity<TooWide>());

        var error = Assert.Throws<InvalidOperationException>(() => db.Model);
        Assert.Contains("TooWide.Vector", error.Message, StringComparison.Ordinal);
        Assert.Contains("16,001", error.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData(1), InlineData(16_000)]
    public async Task One_and_16000_dimensions_work(int dimensions)
    {
        await using var db = await Database.CreateAsync(m =>
        {
            m.Entity<Plain>().Property(p => p.Vector).IsVector(dimensions);
            m.Entity<Plain>().HasVectorIndex(p => p.Vector).HasMetric(VectorMetric.Euclidean);
        });
        var vectors = Vectors.Many(20, dimensions);
        await db.Set<Plain>().AddBatchAsync(vectors.Select((v, i) => new Plain { Id = i + 1, Vector = v }));
        var query = Vectors.Random(5, dimensions);

        foreach (var flush in new[] { false, true })
        {
            if (flush)
                await db.Database.VectorIndex<Plain>(p => p.Vector).FlushAsync();
            Assert.Equal(Exact.Nearest(vectors.Select((v, i) => (i + 1, v)), query, 5, VectorMetric.Euclidean), await db.Set<Plain>().NearestTo(query, 5).Select(p => p.Id).ToListAsync());
        }
    }

    [Fact]
    public async Task The_form_without_a_property_is_refused_where_there_are_two_indexes_or_none()
    {
        await using var db = await Database.CreateAsync(m =>
        {
            m.Entity<Animal>();
            m.Entity<Dog>().HasVectorIndex(d => d.Bark);
            m.Entity<Plain>();
        });

        var two = Assert.Throws<InvalidOperationException>(() => db.Set<Dog>().NearestTo(Vectors.Random(1, 4), 5).ToList());
        Assert.Contains("Bark", two.Message, StringComparison.Ordinal);
        Assert.Contains("Vector", two.Message, StringComparison.Ordinal);
        var none = Assert.Throws<InvalidOperationException>(() => db.Set<Plain>().NearestTo(Vectors.Random(1, 4), 5).ToList());
        Assert.Contains("'Plain' has no vector index", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_without_a_property_names_an_index_of_a_part_by_its_path()
    {
        await using var db = await Database.CreateAsync(static m => m.Entity<Diptych>(d =>
        {
            d.OwnsOne(x => x.Left).OwnsOne(f => f.Picture);
            d.ComplexProperty(x => x.Right);
        }));

        var error = Assert.Throws<InvalidOperationException>(() => db.Set<Diptych>().NearestTo(Vectors.Random(1, 4), 5).ToList());

        Assert.Contains("Left.Picture.Vector", error.Message, StringComparison.Ordinal);
        Assert.Contains("NearestTo(a => a.Right.Vector, query, k)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_index_on_what_is_no_vector_is_refused()
    {
        using var db = Database.Open(m => m.Entity<Article>().HasVectorIndex(a => a.Title));

        var error = Assert.Throws<ArgumentException>(() => db.Model);
        Assert.Contains("Title", error.Message, StringComparison.Ordinal);
        Assert.Contains("Article", error.Message, StringComparison.Ordinal);
        Assert.Contains("String", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_vector_attribute_on_what_is_no_vector_is_refused()
    {
        using var db = Database.Open(m => m.Entity<NotAVector>());

        var error = Assert.Throws<InvalidOperationException>(() => db.Model);
        Assert.Contains("NotAVector.Numbers", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_index_on_a_vector_of_unknown_dimensions_is_refused()
    {
        using var db = Database.Open(m => m.Entity<Plain>().HasVectorIndex(p => p.Vector));

        var error = Assert.Throws<InvalidOperationException>(() => db.Model);
        Assert.Contains("Plain.Vector", error.Message, StringComparison.Ordinal);
        Assert.Contains("IsVector", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_index_on_a_keyless_entity_is_refused()
    {
        using var db = Database.Open(m => m.Entity<Plain>(plain =>
        {
            plain.HasNoKey().Property(p => p.Vector).IsVector(4);
            plain.HasVectorIndex(p => p.Vector);
        }));

        var error = Assert.Throws<InvalidOperationException>(() => db.Model);
        Assert.Contains("Plain.Vector", error.Message, StringComparison.Ordinal);
        Assert.Contains("no primary key", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_by_what_is_no_vector_is_refused()
    {
        await using var db = await Database.CreateLibraryAsync();

        var error = Assert.Throws<InvalidOperationException>(() => db.Articles.NearestTo(a => a.Title, Vectors.Random(1), 5).ToList());
        Assert.Contains("Article.Title", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handle_on_a_property_without_an_index_is_refused()
    {
        await using var db = await Database.CreateAsync(m => m.Entity<Note>());

        var error = Assert.Throws<InvalidOperationException>(() => db.Database.VectorIndex<Note>(n => n.Vector));
        Assert.Contains("Note.Vector", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_by_a_class_that_several_entity_types_share_is_refused_in_clear_words()
    {
        await using var db = Database.Open(static m =>
        {
            m.SharedTypeEntity<Note>("Drafts").HasVectorIndex(n => n.Vector);
            m.SharedTypeEntity<Note>("Letters").HasVectorIndex(n => n.Vector);
        });

        foreach (var search in new Func<object>[] { () => db.Set<Note>("Letters").NearestTo(Vectors.Random(1, 4), 5).ToList(), () => db.Database.VectorIndex<Note>(n => n.Vector) })
        {
            var error = Assert.Throws<InvalidOperationException>(search);

            Assert.Contains("'Note'", error.Message, StringComparison.Ordinal);
            Assert.Contains("Drafts", error.Message, StringComparison.Ordinal);
            Assert.Contains("Letters", error.Message, StringComparison.Ordinal);
            Assert.Contains("a class of its own", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_search_among_owned_parts_is_refused_with_what_to_write()
    {
        using var db = Database.Open(static m => m.Entity<Exhibit>().OwnsOne(e => e.Frame).OwnsOne(f => f.Picture));

        var error = Assert.Throws<InvalidOperationException>(() => db.Set<Exhibit>().Select(e => e.Frame!.Picture!).NearestTo(p => p.Vector, Vectors.Random(1, 4), 5).AsNoTracking().ToList());

        Assert.Contains("'Picture.Vector'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'Exhibit'", error.Message, StringComparison.Ordinal);
        Assert.Contains("x => x.Frame.Picture.Vector,", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_index_on_a_vector_that_is_split_off_is_refused_in_clear_words()
    {
        using var db = Database.Open(static m => m.Entity<Note>().ToTable("Notes").SplitToTable("Vectors", t => t.Property(n => n.Vector)).HasVectorIndex(n => n.Vector));

        var error = Assert.Throws<NotSupportedException>(() => db.Model);

        Assert.Contains("'Note.Vector'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'Notes'", error.Message, StringComparison.Ordinal);
        Assert.Contains("SplitToTable", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_indexes_whose_ledgers_would_be_one_table_are_refused_in_clear_words()
    {
        using var db = Database.Open(static m =>
        {
            m.Entity<Note>().ToTable("Notes").HasVectorIndex(n => n.Vector);
            m.Entity<Note>().Property(n => n.Vector).HasColumnName("Part_Vector");
            m.Entity<Keyed<int>>().ToTable("Notes_Part").HasVectorIndex(k => k.Vector);
        });

        var error = Assert.Throws<InvalidOperationException>(() => db.Model);

        Assert.Contains("Note.Vector'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'Keyed<int>.Vector'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'Notes_Part_Vector_Ledger'", error.Message, StringComparison.Ordinal);
        Assert.Contains("HasColumnName", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_search_after_a_projection_is_refused()
    {
        using var db = Database.Library();

        Assert.Throws<InvalidOperationException>(() => db.Articles.Select(a => new { a.Embedding }).NearestTo(a => a.Embedding, Vectors.Random(1), 5).ToList());
    }

    [Fact]
    public async Task UseOmenDb_forgotten_is_said_by_AddBatch()
    {
        await using var db = await ForgottenAsync();

        Assert.Contains("UseOmenDb", Assert.Throws<InvalidOperationException>(() => db.Set<Plain>().AddBatch([new Plain()])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UseOmenDb_forgotten_is_said_by_VectorIndex()
    {
        await using var db = await ForgottenAsync();

        Assert.Contains("UseOmenDb", Assert.Throws<InvalidOperationException>(() => db.Database.VectorIndex<Plain>(p => p.Vector)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UseOmenDb_forgotten_is_said_by_NearestTo()
    {
        await using var db = await ForgottenAsync();

        Assert.Contains("UseOmenDb", Assert.Throws<InvalidOperationException>(() => db.Set<Plain>().NearestTo(p => p.Vector, Vectors.Random(1, 4), 5).ToList()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UseOmenDb_forgotten_is_said_by_WithinDistance()
    {
        await using var db = await ForgottenAsync();

        Assert.Contains("UseOmenDb", Assert.Throws<InvalidOperationException>(() => db.Set<Plain>().WithinDistance(p => p.Vector, Vectors.Random(1, 4), 1).ToList()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_index_in_a_hierarchy_of_a_table_for_each_type_is_refused()
    {
        using var db = Database.Open(static m =>
        {
            m.Entity<Animal>().UseTpcMappingStrategy();
            m.Entity<Dog>().ToTable("Dogs");
        });

        var error = Assert.Throws<NotSupportedException>(() => db.Model);
        Assert.Contains("Animal.Vector", error.Message, StringComparison.Ordinal);
        Assert.Contains("UseTphMappingStrategy", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vector_on_each_concrete_type_of_such_a_hierarchy_is_indexed_instead()
    {
        await using var db = await Database.CreateAsync(static m =>
        {
            m.Entity<OmenDb.EFCore.Specification.Model.Shape>().UseTpcMappingStrategy().Property(s => s.Id).ValueGeneratedNever();
            m.Entity<OmenDb.EFCore.Specification.Model.Circle>();
            m.Entity<OmenDb.EFCore.Specification.Model.Square>();
        });
        var vectors = Vectors.Many(40, 4).Select((v, i) => (Id: i + 1, v)).ToList();
        db.AddRange(vectors.Take(20).Select(v => new OmenDb.EFCore.Specification.Model.Circle { Id = v.Id, Vector = v.v }));
        db.AddRange(vectors.Skip(20).Select(v => new OmenDb.EFCore.Specification.Model.Square { Id = v.Id, Vector = v.v }));
        await db.SaveChangesAsync();
        var query = Vectors.Random(99, 4);

        Assert.Equal(Exact.Nearest(vectors.Take(20), query, 5), await db.Set<OmenDb.EFCore.Specification.Model.Circle>().NearestTo(query, 5).Select(c => c.Id).ToListAsync());
        Assert.Equal(Exact.Nearest(vectors.Skip(20), query, 5), await db.Set<OmenDb.EFCore.Specification.Model.Square>().Where(s => s.Id > 20).NearestTo(query, 5).Select(s => s.Id).ToListAsync());
    }

    private async Task<ModelContext> ForgottenAsync()
    {
        var db = new ModelContext(Database.Options<ModelContext>(o => o.UseSqlite(Database.ConnectionString)), m =>
        {
            m.Entity<Plain>().Property(p => p.Vector).IsVector(4);
            m.Entity<Plain>().HasVectorIndex(p => p.Vector);
        });
        await db.Database.EnsureCreatedAsync();
        return db;
    }

    /// <summary>Two parts, each with an index.</summary>
    private sealed class Diptych
    {
        public int Id { get; set; }

        public required Frame Left { get; set; }

        public required Picture Right { get; set; }
    }
}
