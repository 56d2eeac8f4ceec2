namespace OmenDb.EFCore.Sqlite.Tests.Setup;

/// <summary>What a vector property may be, and what becomes of it in the file.</summary>
public sealed class PropertyTypeTests : DatabaseTest
{
    private static readonly float[] Query = Vectors.Random(99, 4);

    [Fact]
    public Task ReadOnlyMemory() => CheckAsync<ReadOnlyMemory<float>>(v => v, v => v.ToArray());

    [Fact]
    public Task Memory() => CheckAsync<Memory<float>>(v => v, v => v.ToArray());

    [Fact]
    public Task Array() => CheckAsync<float[]>(v => v, v => v);

    [Fact]
    public Task Nullable_ReadOnlyMemory() => CheckAsync<ReadOnlyMemory<float>?>(v => v, v => v!.Value.ToArray());

    [Fact]
    public Task Nullable_Memory() => CheckAsync<Memory<float>?>(v => v, v => v!.Value.ToArray());

    [Fact]
    public Task ReadOnlyMemory_of_halves() => CheckAsync<ReadOnlyMemory<Half>>(v => Halves(v), v => Floats(v));

    [Fact]
    public Task Memory_of_halves() => CheckAsync<Memory<Half>>(v => Halves(v), v => Floats(v));

    [Fact]
    public Task Array_of_halves() => CheckAsync<Half[]>(Halves, v => Floats(v));

    [Fact]
    public Task Nullable_ReadOnlyMemory_of_halves() => CheckAsync<ReadOnlyMemory<Half>?>(v => Halves(v), v => Floats(v!.Value));

    [Fact]
    public Task Nullable_Memory_of_halves() => CheckAsync<Memory<Half>?>(v => Halves(v), v => Floats(v!.Value));

    [Fact]
    public async Task A_vector_without_an_attribute_is_declared_by_IsVector_and_HasVectorIndex()
    {
        await using var db = await Database.CreateAsync(m =>
        {
            m.Entity<Plain>().Property(p => p.Vector).IsVector(4);
            m.Entity<Plain>().HasVectorIndex(p => p.Vector).HasMetric(VectorMetric.Euclidean);
        });
        db.AddRange(Vectors.Many(50, 4).Select((v, i) => new Plain { Id = i + 1, Vector = i == 3 ? null : v }));
        await db.SaveChangesAsync();

        Assert.Equal(
            Exact.Nearest(Vectors.Many(50, 4).Select((v, i) => (i + 1, v)).Where((_, i) => i != 3), Query, 60, VectorMetric.Euclidean),
            await db.Set<Plain>().NearestTo(p => p.Vector, Query, 60).Select(p => p.Id).ToListAsync());
        Assert.Equal(VectorMetric.Euclidean, (await db.Database.VectorIndex<Plain>(p => p.Vector).GetStatisticsAsync()).Metric);
    }

    [Fact]
    public async Task A_shadow_property_is_searched_by_EF_Property()
    {
        await using var db = await Database.CreateAsync(m =>
        {
            m.Entity<LibraryComment>().Ignore(c => c.Article);
            m.Entity<LibraryComment>().Property<ReadOnlyMemory<float>>("Embedding").IsVector(4);
        });
        foreach (var (vector, i) in Vectors.Many(50, 4).Select((v, i) => (v, i)))
            db.Entry(db.Add(new LibraryComment { Id = i + 1 }).Entity).Property("Embedding").CurrentValue = new ReadOnlyMemory<float>(vector);
        await db.SaveChangesAsync();

        Assert.Equal(
            Exact.Nearest(Vectors.Many(50, 4).Select((v, i) => (i + 1, v)), Query, 10),
            await db.Set<LibraryComment>().NearestTo(c => EF.Property<ReadOnlyMemory<float>>(c, "Embedding"), Query, 10).Select(c => c.Id).ToListAsync());
    }

    [Fact]
    public async Task An_array_that_is_changed_in_place_is_saved_and_found()
    {
        await using var db = await Database.CreateLibraryAsync();
        db.AddRange(Vectors.Many(50).Select((v, i) => new LibraryDraft { Id = i + 1, Sketch = v }));
        await db.SaveChangesAsync();
        await db.DraftIndex().FlushAsync();
        var target = Vectors.Random(99);

        var draft = (await db.Drafts.FindAsync(17))!;
        target.CopyTo(draft.Sketch!, 0);
        Assert.Equal(1, await db.SaveChangesAsync());

        Assert.Equal(17, (await db.Drafts.NearestTo(target, 1).SingleAsync()).Id);
        db.ChangeTracker.Clear();
        Assert.Equal(target, (await db.Drafts.FindAsync(17))!.Sketch);
    }

    [Fact]
    public async Task Nothing_changed_saves_nothing()
    {
        await using var db = await Database.FillLibraryAsync(20);
        var articles = await db.Articles.ToListAsync();
        articles[3].Embedding = articles[3].Embedding.ToArray(); // the same floats somewhere else

        Assert.Equal(0, await db.SaveChangesAsync());
    }

    [Fact]
    public async Task The_blob_is_little_endian_floats_and_nothing_else()
    {
        await using var db = await Database.CreateLibraryAsync();
        db.Add(new LibraryDraft { Id = 1, Sketch = [1f, -2f, 0.5f, 3f, 4f, 5f, 6f, float.Epsilon] });
        await db.SaveChangesAsync();

        Assert.Equal(
            "0000803F" + "000000C0" + "0000003F" + "00004040" + "00008040" + "0000A040" + "0000C040" + "01000000",
            Database.Scalar("SELECT hex(Sketch) FROM Drafts"));
        Assert.Equal("blob", Database.Scalar("SELECT typeof(Sketch) FROM Drafts"));
    }

    [Fact]
    public async Task The_vector_is_the_last_column_of_its_table()
    {
        await using var db = await Database.CreateAsync(m => m.Entity<LibraryArticle>().Property<string>("ZLast"));

        Assert.Equal("Embedding", Database.Scalar("SELECT name FROM pragma_table_info('LibraryArticle') ORDER BY cid DESC LIMIT 1"));
        Assert.Equal("BLOB", Database.Scalar("SELECT type FROM pragma_table_info('LibraryArticle') ORDER BY cid DESC LIMIT 1"));
    }

    [Fact]
    public async Task A_part_that_is_missing_has_no_vector()
    {
        await using var db = await Database.CreateAsync(static m => m.Entity<Exhibit>().ComplexProperty(e => e.Frame).ComplexProperty(f => f!.Picture));
        var vectors = Vectors.Many(40, 4);
        db.AddRange(vectors.Select((v, i) => new Exhibit
        {
            Id = i + 1,
            Frame = i % 4 == 0 ? null : new Frame { Width = i, Picture = i % 4 == 1 ? null : new Picture { Title = "", Vector = v } },
        }));
        await db.SaveChangesAsync();
        Assert.Equal(20, await CountAsync());

        var exhibits = await db.Set<Exhibit>().OrderBy(e => e.Id).ToListAsync();
        exhibits[2].Frame = null;
        exhibits[3].Frame!.Picture = null;
        exhibits[4].Frame = new Frame { Picture = new Picture { Title = "", Vector = vectors[4] } };
        await db.SaveChangesAsync();
        Assert.Equal(19, await CountAsync());

        exhibits[2].Frame = new Frame { Picture = new Picture { Title = "", Vector = new float[3] } };
        Assert.Contains("expected 4 elements, got 3", (await Assert.ThrowsAsync<ArgumentException>(() => db.SaveChangesAsync())).Message, StringComparison.Ordinal);

        Task<int> CountAsync() => db.Set<Exhibit>().NearestTo(e => e.Frame!.Picture!.Vector, vectors[0], 100).CountAsync();
    }

    [Fact]
    public async Task A_vector_is_compared_with_a_vector_in_LINQ()
    {
        await using var db = await Database.CreateLibraryAsync();
        var vectors = await db.AddArticlesAsync(20);
        ReadOnlyMemory<float> seventh = vectors[6];

        Assert.Equal([7], await db.Articles.Where(a => a.Embedding.Equals(seventh)).Select(a => a.Id).ToListAsync());
    }

    [Theory, InlineData("00000000"), InlineData("007E003C"), InlineData("007C003C"), InlineData("003C")]
    public async Task Halves_that_cannot_be_compared_are_left_out_of_a_search_without_an_index(string blob)
    {
        await using var db = await Database.CreateAsync(m => m.Entity<Typed<Half[]>>(t => t.ToTable("Typed").Property(x => x.Vector).IsVector(2)));
        db.Add(new Typed<Half[]> { Id = 1, Vector = Halves([1, 0]) });
        await db.SaveChangesAsync();
        Database.Execute($"INSERT INTO Typed (Id, Vector) VALUES (2, x'{blob}')");

        Assert.Equal([1], await db.Set<Typed<Half[]>>().NearestTo(t => t.Vector, new float[] { 1, 0 }, 10).Select(t => t.Id).ToListAsync());
    }

    private static Half[] Halves(float[] vector) => System.Array.ConvertAll(vector, f => (Half)f);

    private static float[] Floats(ReadOnlyMemory<Half> vector) => System.Array.ConvertAll(vector.ToArray(), h => (float)h);

    private async Task CheckAsync<TVector>(Func<float[], TVector> wrap, Func<TVector, float[]> unwrap)
    {
        await using var db = await Database.CreateAsync(m =>
        {
            m.Entity<Typed<TVector>>().Property(t => t.Vector).IsVector(4);
            m.Entity<Typed<TVector>>().HasVectorIndex(t => t.Vector);
        });
        var vectors = Vectors.Many(80, 4).Select(v => Floats(Halves(v))).ToArray(); // what 16 bits can hold
        db.AddRange(vectors.Select((v, i) => new Typed<TVector> { Id = i + 1, Vector = wrap(v) }));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();

        foreach (var flush in new[] { false, true })
        {
            if (flush)
                await db.Database.VectorIndex<Typed<TVector>>(t => t.Vector).FlushAsync();
            var found = await db.Set<Typed<TVector>>().NearestTo(t => t.Vector, Query, 10).ToListAsync();
            Assert.Equal(Exact.Nearest(vectors.Select((v, i) => (i + 1, v)), Query, 10), found.Select(t => t.Id));
            Assert.All(found, t => Assert.Equal(vectors[t.Id - 1], unwrap(t.Vector)));
            Assert.Equal(found.Select(t => t.Id), await db.Set<Typed<TVector>>().NearestTo(Query, 10).Select(t => t.Id).ToListAsync());
        }
    }
}
