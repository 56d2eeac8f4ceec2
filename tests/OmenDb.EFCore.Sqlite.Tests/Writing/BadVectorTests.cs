using OmenDb.DiskAnn.Distance;

namespace OmenDb.EFCore.Sqlite.Tests.Writing;

/// <summary>Vectors that cannot be compared are refused before anything is written, in words that help; and so are queries.</summary>
public sealed class BadVectorTests : DatabaseTest
{
    private static readonly float[] TooLong = [1e18f, 1e18f, 0, 0, 0, 0, 0, 0];

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
        db.Add(new LibraryArticle { Title = "good", Embedding = Vectors.Random(1) });
        db.Add(new LibraryArticle { Title = "bad", Embedding = vector });

        var error = await Assert.ThrowsAsync<ArgumentException>(() => db.SaveChangesAsync());

        Assert.Contains("LibraryArticle.Embedding", error.Message, StringComparison.Ordinal);
        Assert.Contains(because, error.Message, StringComparison.Ordinal);
        Assert.Equal(0L, Database.Scalar("SELECT count(*) FROM Articles"));
    }

    [Theory, InlineData(VectorMetric.Euclidean), InlineData(VectorMetric.InnerProduct)]
    public async Task The_longest_vector_that_can_be_saved_is_the_longest_that_the_engine_compares(VectorMetric metric)
    {
        var longest = (float)RowEncoder.LongestNorm;
        await using var db = await Database.CreateAsync(model => model.Entity<Note>().HasVectorIndex(n => n.Vector).HasMetric(metric));
        db.Add(new Note { Vector = new[] { longest, 0, 0, 0 } });
        await db.SaveChangesAsync();
        await db.Database.VectorIndex<Note>(n => n.Vector).FlushAsync();

        db.Add(new Note { Vector = new[] { MathF.BitIncrement(longest), 0, 0, 0 } });

        await Assert.ThrowsAsync<ArgumentException>(() => db.SaveChangesAsync());
        Assert.Equal(1, (await db.Database.VectorIndex<Note>(n => n.Vector).GetStatisticsAsync()).Indexed);
    }

    [Theory, MemberData(nameof(BadVectors))]
    public async Task SaveChanges_refuses_to_change_to_a_bad_vector(float[] vector, string because)
    {
        await using var db = await Database.FillLibraryAsync(3);
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
        var articles = Vectors.Many(20).Select(v => new LibraryArticle { Embedding = v }).Append(new LibraryArticle { Embedding = vector });

        var error = await Assert.ThrowsAsync<ArgumentException>(() => db.Articles.AddBatchAsync(articles));

        Assert.Contains("LibraryArticle.Embedding", error.Message, StringComparison.Ordinal);
        Assert.Contains(because, error.Message, StringComparison.Ordinal);
        Assert.Equal(0L, Database.Scalar("SELECT count(*) FROM Articles"));
        Assert.Empty(await db.NearestIdsAsync(Vectors.Random(1), 10));
    }

    [Theory, MemberData(nameof(BadVectors))]
    public async Task ExecuteUpdate_refuses_a_bad_vector_and_changes_nothing(float[] vector, string because)
    {
        await using var db = await Database.FillLibraryAsync(3);

        await Refusal.SaysAsync<ArgumentException>(
            () => db.Articles.ExecuteUpdateAsync(s => s.SetProperty(a => a.Title, "changed").SetProperty(a => a.Embedding, new ReadOnlyMemory<float>(vector))), "LibraryArticle.Embedding", because);

        Assert.Equal(0L, Database.Scalar("SELECT count(*) FROM Articles WHERE Title = 'changed'"));
    }

    [Fact]
    public async Task ExecuteUpdate_refuses_a_bad_vector_that_some_rows_would_get()
    {
        await using var db = await Database.CreateLibraryAsync();
        ReadOnlyMemory<float> good = Vectors.Random(1), bad = new float[7];

        await Refusal.SaysAsync<ArgumentException>(() => db.Articles.ExecuteUpdateAsync(s => s.SetProperty(a => a.Embedding, a => a.Id == 2 ? bad : good)), "LibraryArticle.Embedding", "got 7");
    }

    [Fact]
    public async Task ExecuteUpdate_refuses_a_bad_vector_that_comes_out_of_a_subquery()
    {
        await using var db = await Database.FillLibraryAsync(10);
        ReadOnlyMemory<float> bad = new float[7];

        await Refusal.SaysAsync<ArgumentException>(
            () => db.Articles.ExecuteUpdateAsync(s => s.SetProperty(
                a => a.Embedding, a => db.Articles.Where(b => b.Id >= a.Id).OrderBy(b => b.Id).Select(b => b.Category > 0 ? bad : b.Embedding).Take(3).Distinct().First())),
            "LibraryArticle.Embedding", "got 7");
    }

    [Fact]
    public async Task ExecuteUpdate_refuses_a_part_with_a_bad_vector()
    {
        await using var db = await Database.CreateAsync(static m => m.Entity<Portrait>().ComplexProperty(p => p.Picture));
        var bad = new Picture { Vector = new[] { 1, 2, float.NaN, 4 } };

        await Refusal.SaysAsync<ArgumentException>(() => db.Set<Portrait>().ExecuteUpdateAsync(s => s.SetProperty(p => p.Picture, bad)), "Portrait.Picture", "NaN");
    }

    [Fact]
    public async Task ExecuteUpdate_may_take_a_vector_away()
    {
        await using var db = await Database.CreateLibraryAsync();
        db.Add(new LibraryDraft { Sketch = Vectors.Random(1) });
        await db.SaveChangesAsync();

        await db.Drafts.ExecuteUpdateAsync(s => s.SetProperty(d => d.Sketch, (float[]?)null));

        Assert.Empty(await db.Drafts.NearestTo(d => d.Sketch, Vectors.Random(1), 5).ToListAsync());
    }

    [Fact]
    public async Task A_vector_that_is_left_out_is_refused()
    {
        await using var db = await Database.CreateLibraryAsync();
        db.Add(new LibraryArticle { Title = "no vector" });

        var error = await Assert.ThrowsAsync<ArgumentException>(() => db.SaveChangesAsync());

        Assert.Contains("expected 8 elements, got 0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vector_too_long_to_compare_is_refused_by_Euclidean_distance()
    {
        await using var db = await Database.CreateLibraryAsync();
        db.Add(new LibraryDraft { Sketch = TooLong });

        var error = await Assert.ThrowsAsync<ArgumentException>(() => db.SaveChangesAsync());

        Assert.Contains("'LibraryDraft.Sketch' was refused, and nothing was written: its norm is above 1E+18", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_too_long_to_compare_is_refused_by_Euclidean_distance()
    {
        await using var db = await Database.CreateLibraryAsync();

        var error = await Assert.ThrowsAsync<ArgumentException>(() => db.Drafts.NearestTo(TooLong, 1).ToListAsync());

        Assert.Contains("The query for 'LibraryDraft.Sketch' was refused: its norm is above 1E+18", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zero_vector_is_stored_and_searched_by_Euclidean_distance()
    {
        await using var db = await Database.CreateLibraryAsync();
        db.Add(new LibraryDraft { Id = 1, Sketch = new float[8] });
        await db.SaveChangesAsync();

        Assert.Equal(1, (await db.Drafts.NearestTo(new float[8], 1).SingleAsync()).Id);
    }

    [Fact]
    public async Task A_query_of_another_length_is_refused_over_an_empty_table_too()
    {
        await using var db = await Database.CreateLibraryAsync();

        var error = await Assert.ThrowsAsync<ArgumentException>(() => db.NearestIdsAsync(new float[] { 1, 2, 3 }, 5));

        Assert.Contains("expected 8 elements, got 3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_query_leaves_the_connection_usable()
    {
        await using var db = await Database.FillLibraryAsync(20);
        await db.Database.OpenConnectionAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => db.NearestIdsAsync(new float[] { 1, 2, 3 }, 5));
        Assert.Equal(await db.ExactIdsAsync(Vectors.Random(3), 5), await db.NearestIdsAsync(Vectors.Random(3), 5));
    }

    private sealed class Portrait
    {
        public int Id { get; set; }

        public required Picture Picture { get; set; }
    }
}
