namespace OmenDb.EFCore.Specification.Query;

/// <summary>What cannot be translated is refused before anything is sent, in words that say what to write.</summary>
public abstract class RefusalSpecification(SpecificationStore store) : SpecificationTest(store)
{
    private static readonly Func<SpecificationContext, float[]?, int, IEnumerable<Article>> Compiled
        = EF.CompileQuery((SpecificationContext db, float[]? query, int k) => db.Articles.NearestTo(query, k));

    private static readonly Func<SpecificationContext, float[]?, int, IEnumerable<Author>> CompiledWithoutIndex
        = EF.CompileQuery((SpecificationContext db, float[]? query, int k) => db.Set<Author>().NearestTo(w => w.Style, query, k));

    [Fact]
    public virtual Task A_search_after_a_projection()
        => RefusedAsync(ss => ss.Set<Article>().Select(a => new { a.Embedding }).NearestTo(a => a.Embedding, Query, 5), "not an entity type", "use Select after it");

    [Fact]
    public virtual Task A_search_by_what_is_no_vector() => RefusedAsync(ss => ss.Set<Article>().NearestTo(a => a.Title, Query, 5), "Article.Title", "IsVector");

    [Fact]
    public virtual Task A_search_by_what_is_no_property()
        => RefusedAsync(ss => ss.Set<Article>().NearestTo(a => a.Embedding.ToArray(), Query, 5), "does not name a mapped property", "a => a.Embedding");

    [Fact]
    public virtual Task A_search_by_the_vector_of_another_row() => RefusedAsync(ss => ss.Set<Article>().NearestTo(a => a.Author!.Style, Query, 5), "does not name a mapped property");

    [Fact]
    public virtual Task A_search_by_the_vector_of_another_row_says_how_to_come_back_from_it()
        => RefusedAsync(ss => ss.Set<Article>().NearestTo(a => a.Author!.Style, Query, 5), "'Author.Style'", "Set<Author>().NearestTo(x => x.Style, query, k).SelectMany(x => x.Articles)");

    [Fact]
    public virtual Task A_search_by_the_vector_of_another_row_that_knows_no_way_back()
        => RefusedAsync(ss => ss.Set<Order>().NearestTo(o => o.Details!.Vector, Small, 5), "'OrderDetails.Vector'", "Set<OrderDetails>().NearestTo(x => x.Vector, query, k)", "join 'Order'");

    [Fact]
    public virtual Task A_search_by_the_vector_of_a_derived_type() => RefusedAsync(ss => ss.Set<Animal>().NearestTo(a => ((Dog)a).Bark, Small, 5), "'Dog.Bark'", "OfType<Dog>().NearestTo(x => x.Bark, query, k)");

    [Fact]
    public virtual Task A_range_by_the_vector_of_a_derived_type()
        => RefusedAsync(ss => ss.Set<Animal>().WithinDistance(a => (a as Dog)!.Bark, Small, 0.5), "'Dog.Bark'", "OfType<Dog>().NearestTo(x => x.Bark, query, k)");

    [Fact]
    public virtual Task A_search_in_an_Include()
    {
        var query = Query;
        return RefusedAsync(
            ss => ss.Set<Author>().Include(w => w.Articles.AsQueryable().NearestTo(a => a.Embedding, query, 2)),
            "NearestTo cannot stand in Include", "OrderBy(x => EF.Functions.VectorDistance(VectorMetric.Cosine, x.Embedding, query)).Take(k)");
    }

    [Fact]
    public virtual Task A_search_in_a_ThenInclude_goes_by_the_metric_of_its_index()
    {
        var query = Query;
        return RefusedAsync(
            ss => ss.Set<Author>().Include(w => w.Articles).ThenInclude(a => a.Comments.Where(c => c.Stars > 1).AsQueryable().NearestTo(query, 2).Where(c => c.Stars > 2)),
            "NearestTo cannot stand in Include", "OrderBy(x => EF.Functions.VectorDistance(VectorMetric.Euclidean, x.Mood, query)).Take(k)");
    }

    [Fact]
    public virtual Task A_range_in_an_Include_by_what_is_no_vector()
    {
        var query = Query;
        return RefusedAsync(ss => ss.Set<Author>().Include(w => w.Articles.AsQueryable().WithinDistance(a => a.Title, query, 0.5)), "Article.Title", "IsVector");
    }

    [Fact]
    public virtual Task A_search_by_the_base_of_types_that_have_a_table_and_a_vector_each()
        => RefusedAsync(ss => ss.Set<Shape>().NearestTo(s => EF.Property<ReadOnlyMemory<float>>(s, "Vector"), Small, 5), "does not name a mapped property of 'Shape'");

    [Fact]
    public virtual Task The_form_without_a_property_where_there_are_two() => RefusedAsync(ss => ss.Set<Photo>().NearestTo(Query, 5), "2 vector indexes", "Colors", "Content");

    [Fact]
    public virtual Task The_form_without_a_property_where_there_is_none() => RefusedAsync(ss => ss.Set<Author>().NearestTo(Query, 5), "no vector index", "HasVectorIndex");

    [Fact]
    public virtual Task A_metric_that_is_not_constant()
    {
        var (metric, query) = (VectorMetric.Cosine, Query);
        return RefusedAsync(ss => ss.Set<Article>().Where(a => EF.Functions.VectorDistance(metric, a.Embedding, query) < 1), "metric", "constant");
    }

    [Fact]
    public virtual void Rows_in_memory()
    {
        var articles = new List<Article>().AsQueryable();
        Assert.Contains("call them on a DbSet", Assert.Throws<InvalidOperationException>(() => articles.NearestTo(a => a.Embedding, Query, 5)).Message, StringComparison.Ordinal);
        Assert.Contains("call them on a DbSet", Assert.Throws<InvalidOperationException>(() => articles.WithinDistance(a => a.Embedding, Query, 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public virtual async Task A_k_below_one()
    {
        await using var db = Store.CreateContext();
        foreach (var k in new[] { 0, -1, int.MinValue })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => db.Articles.NearestTo(Query, k));
            Assert.Throws<ArgumentOutOfRangeException>(() => db.Articles.NearestTo(a => a.Embedding, Query, k));
            Assert.Throws<ArgumentOutOfRangeException>(() => db.Articles.NearestTo(a => a.Embedding, Query, k, (a, distance) => distance));
        }
    }

    [Fact]
    public virtual async Task A_query_that_is_no_vector()
    {
        await using var db = Store.CreateContext();
        Refusal.Says<ArgumentException>(() => db.Articles.NearestTo(ReadOnlyMemory<float>.Empty, 5), "empty");
        Refusal.Says<ArgumentException>(() => db.Articles.NearestTo(new[] { float.NaN, 1, 1, 1, 1, 1, 1, 1 }, 5), "NaN");
        Refusal.Says<ArgumentException>(() => db.Articles.NearestTo(new[] { float.PositiveInfinity, 1, 1, 1, 1, 1, 1, 1 }, 5), "infinity");
        Assert.Throws<ArgumentException>(() => db.Articles.WithinDistance(a => a.Embedding, Query, double.NaN));
    }

    [Fact]
    public virtual async Task A_query_of_another_length()
    {
        await using var db = Store.CreateContext();
        await Refusal.SaysAsync<ArgumentException>(() => db.Articles.NearestTo(Small, 5).ToListAsync(), "Article.Embedding", "expected 8 elements, got 4");
        await Refusal.SaysAsync<ArgumentException>(() => db.Articles.Where(a => a.Id < 0).NearestTo(Small, 5).ToListAsync(), "Article.Embedding", "expected 8 elements, got 4");
        await Refusal.SaysAsync<ArgumentException>(() => db.Articles.WithinDistance(a => a.Embedding, Small, 1).ToListAsync(), "Article.Embedding", "expected 8 elements, got 4");
        var small = Small;
        await Assert.ThrowsAnyAsync<Exception>(() => db.Articles.Select(a => EF.Functions.VectorDistance(VectorMetric.Cosine, a.Embedding, small)).ToListAsync());
    }

    [Fact]
    public virtual async Task A_zero_query_by_cosine()
    {
        await using var db = Store.CreateContext();
        await Refusal.SaysAsync<ArgumentException>(() => db.Articles.NearestTo(new float[8], 5).ToListAsync(), "Article.Embedding", "zero");
    }

    [Fact]
    public virtual async Task A_zero_query_or_one_of_another_length_where_there_is_no_index()
    {
        await using var db = Store.CreateContext();
        await Refusal.SaysAsync<ArgumentException>(() => db.Set<Author>().NearestTo(w => w.Style, new float[8], 5).ToListAsync(), "Author.Style", "zero");
        await Refusal.SaysAsync<ArgumentException>(() => db.Set<Author>().NearestTo(w => w.Style, new float[8], 5, (w, distance) => distance).ToListAsync(), "Author.Style", "zero");
        await Refusal.SaysAsync<ArgumentException>(() => db.Set<Author>().Where(w => w.Id < 0).NearestTo(w => w.Style, new float[8], 5).ToListAsync(), "Author.Style", "zero");
        await Refusal.SaysAsync<ArgumentException>(() => db.Set<Author>().WithinDistance(w => w.Style, new float[8], 1).ToListAsync(), "Author.Style", "zero");
        await Refusal.SaysAsync<ArgumentException>(() => db.Set<Author>().NearestTo(w => w.Style, Small, 5).ToListAsync(), "Author.Style", "expected 8 elements, got 4");
        await Refusal.SaysAsync<ArgumentException>(() => db.Set<Author>().WithinDistance(w => w.Style, Small, 1).ToListAsync(), "Author.Style", "expected 8 elements, got 4");
    }

    [Fact]
    public virtual async Task What_a_compiled_query_without_an_index_is_called_with()
    {
        await using var db = Store.CreateContext();
        Refusal.Says<ArgumentException>(() => CompiledWithoutIndex(db, null, 5).ToList(), "Author.Style", "null");
        Refusal.Says<ArgumentException>(() => CompiledWithoutIndex(db, [float.NaN, 1, 1, 1, 1, 1, 1, 1], 5).ToList(), "Author.Style", "NaN");
        Refusal.Says<ArgumentException>(() => CompiledWithoutIndex(db, new float[8], 5).ToList(), "Author.Style", "zero");
        Refusal.Says<ArgumentException>(() => CompiledWithoutIndex(db, new float[4], 5).ToList(), "Author.Style", "expected 8 elements, got 4");
        Assert.Equal(5, CompiledWithoutIndex(db, Query.ToArray(), 5).Count());
    }

    [Theory, InlineData(0), InlineData(-1), InlineData(int.MinValue)]
    public virtual async Task A_k_below_one_that_only_the_statement_shows(int k)
    {
        await using var db = Store.CreateContext();
        var query = Query;
        Assert.ThrowsAny<Exception>(() => Compiled(db, query.ToArray(), k).ToList());
        Assert.ThrowsAny<Exception>(() => CompiledWithoutIndex(db, query.ToArray(), k).ToList());
        await Assert.ThrowsAnyAsync<Exception>(() => db.Set<Comment>().Select(c => db.Articles.NearestTo(a => a.Embedding, query, k).Count()).ToListAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => db.Set<Comment>().Select(c => db.Set<Author>().NearestTo(w => w.Style, query, k).Count()).ToListAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => db.Articles.Where(a => db.Set<Author>().NearestTo(w => w.Style, query, k).Any(w => w.Id == a.Id)).ToListAsync());
    }

    [Fact]
    public virtual async Task A_k_below_one_that_the_statement_computes()
    {
        await using var db = Store.CreateContext();
        var compiled = EF.CompileQuery((SpecificationContext db, float[] query, int k) => db.Set<Author>().NearestTo(w => w.Style, query, k - 1));
        var indexed = EF.CompileQuery((SpecificationContext db, float[] query, int k) => db.Articles.NearestTo(query, k - 1));

        foreach (var k in new[] { 1, 0 })
        {
            Assert.ThrowsAny<Exception>(() => compiled(db, Query.ToArray(), k).ToList());
            Assert.ThrowsAny<Exception>(() => indexed(db, Query.ToArray(), k).ToList());
        }

        Assert.Single(compiled(db, Query.ToArray(), 2));
        Assert.Single(indexed(db, Query.ToArray(), 2));
    }

    [Fact]
    public virtual async Task A_vector_that_VectorDistance_cannot_compare_with_a_column()
    {
        await using var db = Store.CreateContext();
        var (nan, infinite, zero) = (new ReadOnlyMemory<float>([float.NaN, 1, 1, 1, 1, 1, 1, 1]), new ReadOnlyMemory<float>([1, float.NegativeInfinity, 1, 1, 1, 1, 1, 1]), new ReadOnlyMemory<float>(new float[8]));
        var small = Small;
        await RefusesAsync(db.Articles.OrderBy(a => EF.Functions.VectorDistance(VectorMetric.Cosine, a.Embedding, nan)), "Article.Embedding", "NaN");
        await RefusesAsync(db.Articles.OrderBy(a => EF.Functions.VectorDistance(VectorMetric.Euclidean, infinite, a.Embedding)).Take(3), "Article.Embedding", "infinity");
        await RefusesAsync(db.Articles.OrderBy(a => EF.Functions.VectorDistance(VectorMetric.Cosine, a.Embedding, zero)).Take(3), "Article.Embedding", "zero");
        await RefusesAsync(db.Articles.Where(a => a.Id < 0 && EF.Functions.VectorDistance(VectorMetric.Cosine, a.Embedding, small) < 1), "Article.Embedding", "expected 8 elements, got 4");
        await RefusesAsync(db.Set<Author>().OrderBy(w => EF.Functions.VectorDistance(VectorMetric.Cosine, w.Style, new float[] { 0, 0, 0, 0, 0, 0, 0, 0 })), "Author.Style", "zero");
        await RefusesAsync(db.Articles.OrderBy(a => a.Id).Take(20).OrderBy(a => EF.Functions.VectorDistance(VectorMetric.Cosine, a.Embedding, zero)).Take(3), "Embedding", "zero");
        Assert.Equal(3, await db.Articles.OrderBy(a => EF.Functions.VectorDistance(VectorMetric.InnerProduct, a.Embedding, zero)).Take(3).CountAsync());

        static Task RefusesAsync<T>(IQueryable<T> query, params string[] words) => Refusal.SaysAsync<ArgumentException>(() => query.ToListAsync(), words);
    }

    [Fact]
    public virtual async Task A_vector_that_a_compiled_query_compares_by_two_metrics()
    {
        await using var db = Store.CreateContext();
        var compiled = EF.CompileQuery((SpecificationContext db, float[] query) => db.Set<Author>()
            .Where(w => EF.Functions.VectorDistance(VectorMetric.Euclidean, w.Style, query) >= 0).NearestTo(w => w.Style, query, 5));

        Refusal.Says<ArgumentException>(() => compiled(db, new float[8]).ToList(), "Author.Style", "zero");
        Assert.Equal(5, compiled(db, Query.ToArray()).Count());
    }

    [Fact]
    public virtual async Task What_a_compiled_query_is_called_with()
    {
        await using var db = Store.CreateContext();
        Assert.ThrowsAny<Exception>(() => Compiled(db, Query.ToArray(), 0).ToList());
        Refusal.Says<ArgumentException>(() => Compiled(db, null, 5).ToList(), "Article.Embedding", "null");
        Refusal.Says<ArgumentException>(() => Compiled(db, [float.NaN, 1, 1, 1, 1, 1, 1, 1], 5).ToList(), "Article.Embedding", "NaN");
        Refusal.Says<ArgumentException>(() => Compiled(db, new float[8], 5).ToList(), "Article.Embedding", "zero");
        Refusal.Says<ArgumentException>(() => Compiled(db, new float[4], 5).ToList(), "Article.Embedding", "expected 8 elements, got 4");
        Assert.Equal(5, Compiled(db, Query.ToArray(), 5).Count());
    }

    [Fact]
    public virtual async Task What_ExecuteUpdate_sets()
    {
        await using var db = Store.CreateContext();
        var (zero, small) = (new ReadOnlyMemory<float>(new float[8]), Small);
        await Refusal.SaysAsync<ArgumentException>(() => db.Articles.ExecuteUpdateAsync(s => s.SetProperty(a => a.Embedding, zero)), "Article.Embedding", "zero");
        await Refusal.SaysAsync<ArgumentException>(() => db.Articles.ExecuteUpdateAsync(s => s.SetProperty(a => a.Embedding, small)), "Article.Embedding", "expected 8 elements, got 4");
    }

    [Fact]
    public virtual async Task What_ExecuteUpdate_sets_in_a_join()
    {
        await using var db = Store.CreateContext();
        var small = Small.ToArray();

        // The table of cars is left out of the statement, and those that begin with its letter are renumbered.
        var comments = db.Set<Vehicle>().Join(db.Comments, v => v.Id, c => c.Id, (v, c) => c);
        await Refusal.SaysAsync<ArgumentException>(() => comments.ExecuteUpdateAsync(s => s.SetProperty(c => c.Mood, small)), "Comment.Mood", "expected 8 elements, got 4");
        await Refusal.SaysAsync<ArgumentException>(() => comments.OrderBy(c => c.Id).Take(3).ExecuteUpdateAsync(s => s.SetProperty(c => c.Mood, small)), "Comment.Mood", "expected 8 elements, got 4");
    }

    [Fact]
    public virtual async Task A_null_array_where_a_vector_may_be_missing()
    {
        await using var db = Store.CreateContext();
        float[]? none = null;
        string[] words = ["Photo.Draft", "expected 8 elements, got 0", "a null array", "(ReadOnlyMemory<float>?)null"];

        db.Add(new Photo { Colors = Small, Draft = none });
        await Refusal.SaysAsync<ArgumentException>(() => db.SaveChangesAsync(), words);
        await Refusal.SaysAsync<ArgumentException>(() => db.Set<Photo>().AddBatchAsync([new Photo { Colors = Small, Draft = none }]), words);
        await Refusal.SaysAsync<ArgumentException>(() => db.Set<Photo>().ExecuteUpdateAsync(s => s.SetProperty(p => p.Draft, none)), words);
        await Refusal.SaysAsync<ArgumentException>(() => db.Set<Photo>().AddBatchAsync([new Photo { Colors = Small, Content = none }]), "Photo.Content", "(Memory<float>?)null");
    }

    [Fact]
    public virtual void Vectors_of_two_lengths_in_one_column()
    {
        using var db = CreateContext(static m =>
        {
            m.Entity<Ant>().Property(a => a.Vector).HasColumnName("Vector").IsVector(3);
            m.Entity<Bee>().Property(b => b.Vector).HasColumnName("Vector").IsVector(4).HasVectorIndex();
        });

        Refusal.Says<InvalidOperationException>(() => db.Model, "'Ant.Vector' and 'Bee.Vector'", "3 32-bit floats", "4 32-bit floats", "HasColumnName");
    }

    [Fact]
    public virtual void Vectors_of_two_kinds_in_one_column()
    {
        using var db = CreateContext(static m =>
        {
            m.Entity<Bee>().Property(b => b.Vector).HasColumnName("Vector").IsVector(4);
            m.Entity<Fly>().Property(f => f.Vector).HasColumnName("Vector").IsVector(4).HasVectorIndex();
        });

        Refusal.Says<InvalidOperationException>(() => db.Model, "'Bee.Vector' and 'Fly.Vector'", "4 32-bit floats", "4 16-bit floats", "HasColumnName");
    }

    [Fact]
    public virtual async Task A_vector_that_the_index_on_its_column_could_not_hold()
    {
        await using var db = CreateContext(static m =>
        {
            m.Entity<Ant>().Property(a => a.Vector).HasColumnName("Vector").IsVector(4);
            m.Entity<Bee>().Property(b => b.Vector).HasColumnName("Vector").IsVector(4).HasVectorIndex();
        });
        db.Add(new Ant { Vector = new float[4] });

        await Refusal.SaysAsync<ArgumentException>(() => db.SaveChangesAsync(), "Ant.Vector", "zero");
        await Refusal.SaysAsync<ArgumentException>(() => db.Set<Bee>().ExecuteUpdateAsync(s => s.SetProperty(b => b.Vector, new float[4])), "Vector", "zero");
    }

    private InsectContext CreateContext(Action<ModelBuilder> model)
    {
        var options = new DbContextOptionsBuilder<InsectContext>().EnableServiceProviderCaching(false);
        Store.Configure(options);
        return new InsectContext(options.Options, model);
    }

    private sealed class InsectContext(DbContextOptions options, Action<ModelBuilder> model) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Insect>();
            model(modelBuilder);
        }
    }

    private abstract class Insect
    {
        public int Id { get; set; }
    }

    private sealed class Ant : Insect
    {
        public float[]? Vector { get; set; }
    }

    private sealed class Bee : Insect
    {
        public float[]? Vector { get; set; }
    }

    private sealed class Fly : Insect
    {
        public Half[]? Vector { get; set; }
    }
}
