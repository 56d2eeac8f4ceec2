using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace OmenDb.EFCore.Sqlite.Tests;

#pragma warning disable EF1001 // a user can replace what is internal, too

/// <summary>A context that was set up in a way that cannot work says so, and what to do.</summary>
public sealed class ConfigurationTests : DatabaseTest
{
    private static readonly float[] Query = Vectors.Random(1, 4);

    [Fact]
    public void UseOmenDb_without_SQLite_is_refused()
    {
        var withSqlite = Database.Options<ModelContext>();
        var builder = new DbContextOptionsBuilder<ModelContext>();
        foreach (var extension in withSqlite.Extensions.Where(e => e.GetType().Namespace!.StartsWith("OmenDb", StringComparison.Ordinal)))
            ((IDbContextOptionsBuilderInfrastructure)builder).AddOrUpdateExtension(extension);

        AssertSays(() => new ModelContext(builder.Options, Indexed).Model, "needs SQLite", "UseSqlite");
    }

    [Fact]
    public void A_service_provider_without_the_extension_is_refused()
    {
        using var services = new ServiceCollection().AddEntityFrameworkSqlite().BuildServiceProvider();
        var options = new DbContextOptionsBuilder<ModelContext>().UseSqlite(Database.ConnectionString, sqlite => sqlite.UseOmenDb()).UseInternalServiceProvider(services);

        AssertSays(() => new ModelContext(options.Options, Indexed).Model, "UseInternalServiceProvider", "UseOmenDb", "AddEntityFrameworkSqliteOmenDb");
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_service_provider_with_the_extension_searches(bool addedFirst)
    {
        var collection = new ServiceCollection();
        _ = addedFirst ? collection.AddEntityFrameworkSqliteOmenDb().AddEntityFrameworkSqlite() : collection.AddEntityFrameworkSqlite().AddEntityFrameworkSqliteOmenDb();
        await using var services = collection.BuildServiceProvider(validateScopes: true);
        var options = new DbContextOptionsBuilder<ModelContext>().UseSqlite(Database.ConnectionString, sqlite => sqlite.UseOmenDb()).UseInternalServiceProvider(services);
        await using var db = new ModelContext(options.Options, Indexed);
        await db.Database.EnsureCreatedAsync();
        db.AddRange(Vectors.Many(20, 4).Select((v, i) => new Plain { Id = i + 1, Vector = v }));
        await db.SaveChangesAsync();

        Assert.Equal(Exact.Nearest(Vectors.Many(20, 4).Select((v, i) => (i + 1, v)), Query, 5), await db.Set<Plain>().NearestTo(Query, 5).Select(p => p.Id).ToListAsync());
    }

    [Fact]
    public void A_connection_that_something_else_replaced_is_refused_at_the_first_search()
    {
        using var db = new ModelContext(
            Database.Options<ModelContext>(o => o.UseSqlite(Database.ConnectionString, sqlite => sqlite.UseOmenDb()).ReplaceService<ISqliteRelationalConnection, SqliteRelationalConnection>()),
            Indexed);
        db.Database.EnsureCreated();

        AssertSays(() => db.Set<Plain>().Where(p => p.Id > 1).NearestTo(p => p.Vector, Query, 5).ToList(), "ISqliteRelationalConnection", "UseOmenDb");
    }

    [Fact]
    public void UseOmenDb_forgotten_is_said_behind_Where()
    {
        using var db = Forgotten();

        AssertSays(() => db.Set<Plain>().Where(p => p.Id > 1).OrderBy(p => p.Id).NearestTo(p => p.Vector, Query, 5).ToList(), "Plain", "UseOmenDb");
    }

    [Fact]
    public void UseOmenDb_forgotten_is_said_behind_FromSql()
    {
        using var db = Forgotten();

        AssertSays(() => db.Set<Plain>().FromSql($"SELECT * FROM Plain").WithinDistance(p => p.Vector, Query, 1).ToList(), "Plain", "UseOmenDb");
    }

    [Fact]
    public void UseOmenDb_forgotten_is_said_by_a_model_with_vectors_as_a_type_that_EF_Core_does_not_know()
    {
        using var db = new ModelContext(Database.Options<ModelContext>(o => o.UseSqlite(Database.ConnectionString)), m => m.Entity<Note>());

        AssertSays(() => db.Set<Note>(), "Note.Vector", "ReadOnlyMemory<float>"); // EF Core's own words: it makes the model before anything of ours runs
    }

    [Fact]
    public void The_in_memory_provider_is_refused_with_what_to_use()
    {
        using var db = new ModelContext(Database.Options<ModelContext>(o => o.UseInMemoryDatabase("vectors")), Indexed);

        AssertSays(() => db.Set<Plain>().NearestTo(p => p.Vector, Query, 5).ToList(), "UseOmenDb", "UseSqlite");
        AssertSays(() => db.Set<Plain>().Where(p => p.Id > 1).NearestTo(p => p.Vector, Query, 5).ToList(), "UseOmenDb", "UseSqlite");
        AssertSays(() => db.Set<Plain>().AddBatch([new Plain()]), "UseOmenDb", "UseSqlite");
        AssertSays(() => db.Database.VectorIndex<Plain>(p => p.Vector), "UseOmenDb", "UseSqlite");
    }

    [Fact]
    public async Task Interceptors_of_the_users_own_see_a_search_and_may_change_it()
    {
        var interceptor = new CountingInterceptor();
        await using var db = new ModelContext(
            Database.Options<ModelContext>(o => o.UseSqlite(Database.ConnectionString, sqlite => sqlite.UseOmenDb()).AddInterceptors(interceptor)), Indexed);
        await db.Database.EnsureCreatedAsync();
        db.AddRange(Vectors.Many(20, 4).Select((v, i) => new Plain { Id = i + 1, Vector = v }));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();

        Assert.Equal(5, (await db.Set<Plain>().NearestTo(p => p.Vector, Query, 5).ToListAsync()).Count);

        Assert.Equal((1, 5, 1), (interceptor.Queries, interceptor.Rows, interceptor.Saves));
    }

    [Fact]
    public async Task Contexts_of_a_factory_search()
    {
        await using var services = new ServiceCollection()
            .AddDbContextFactory<LibraryContext>(o => o.UseSqlite(Database.ConnectionString, sqlite => sqlite.UseOmenDb()))
            .BuildServiceProvider();
        var factory = services.GetRequiredService<IDbContextFactory<LibraryContext>>();
        await using (var db = await factory.CreateDbContextAsync())
        {
            await db.Database.EnsureCreatedAsync();
            await db.AddArticlesAsync(30);
        }

        await using var other = await factory.CreateDbContextAsync();
        Assert.Equal(10, await other.Articles.NearestTo(Vectors.Random(1), 10).CountAsync());
    }

    [Fact]
    public void Two_metrics_on_one_property_are_refused()
    {
        using var db = Database.Open(m =>
        {
            m.Entity<Plain>().Property(p => p.Vector).IsVector(4).HasVectorIndex(VectorMetric.InnerProduct);
            m.Entity<Plain>().HasVectorIndex(p => p.Vector).HasMetric(VectorMetric.Euclidean);
        });

        AssertSays(() => db.Model, "Plain.Vector", "InnerProduct", "Euclidean", "second property");
    }

    [Fact]
    public async Task A_metric_that_is_said_overrides_the_one_that_nobody_said()
        => Assert.Equal(VectorMetric.Euclidean, await MetricAsync(m =>
        {
            m.Entity<Plain>().Property(p => p.Vector).IsVector(4);
            m.Entity<Plain>().HasVectorIndex(p => p.Vector);
            m.Entity<Plain>().HasVectorIndex(p => p.Vector).HasMetric(VectorMetric.Euclidean);
            m.Entity<Plain>().HasVectorIndex(p => p.Vector);
        }));

    [Fact]
    public async Task A_metric_in_OnModelCreating_overrides_the_attribute()
    {
        await using var db = await Database.CreateAsync(m => m.Entity<Article>().HasVectorIndex(a => a.Embedding).HasMetric(VectorMetric.InnerProduct));

        Assert.Equal(VectorMetric.InnerProduct, (await db.Database.VectorIndex<Article>(a => a.Embedding).GetStatisticsAsync()).Metric);
    }

    [Fact]
    public async Task A_convention_that_renames_every_column_leaves_those_that_SQL_names()
    {
        await using var db = await Database.CreateAsync(Indexed, static c => c.Conventions.Add(static _ => new PrefixedColumns()));
        var vectors = Vectors.Many(30, 4);
        db.AddRange(vectors.Select((v, i) => new Plain { Id = i + 1, Vector = v }));
        await db.SaveChangesAsync();

        Assert.Equal(Exact.Nearest(vectors.Select((v, i) => (i + 1, v)), Query, 10), await db.Set<Plain>().NearestTo(Query, 10).Select(p => p.Id).ToListAsync());
    }

    [Fact]
    public async Task A_vector_in_a_complex_type_is_declared_where_the_type_is_configured()
    {
        await using var db = await Database.CreateAsync(m => m.Entity<House>().ComplexProperty(h => h.Look, look => look.Property(l => l.Vector).IsVector(4).HasVectorIndex(VectorMetric.Euclidean)));
        var vectors = Vectors.Many(20, 4);
        db.AddRange(vectors.Select((v, i) => new House { Id = i + 1, Look = new Facade { Vector = v } }));
        await db.SaveChangesAsync();

        Assert.Equal(
            Exact.Nearest(vectors.Select((v, i) => (i + 1, v)), Query, 5, VectorMetric.Euclidean), await db.Set<House>().NearestTo(h => h.Look.Vector, Query, 5).Select(h => h.Id).ToListAsync());
    }

    [Theory, InlineData(false), InlineData(true)]
    public void A_vector_inside_a_JSON_column_is_refused_without_an_index_too(bool isOwned)
    {
        using var db = Database.Open(m =>
        {
            if (isOwned)
                m.Entity<House>().OwnsOne(h => h.Look, look => look.ToJson().Property(f => f.Vector).IsVector(4));
            else
                m.Entity<House>().ComplexProperty(h => h.Look, look => look.ToJson().Property(f => f.Vector).IsVector(4));
        });

        var error = Assert.Throws<NotSupportedException>(() => db.Model);

        Assert.Contains("Facade.Vector'", error.Message, StringComparison.Ordinal);
        Assert.Contains("without ToJson", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_index_on_a_part_by_way_of_its_owner_is_refused_with_what_to_write()
    {
        using var db = Database.Open(m => m.Entity<House>(house =>
        {
            house.ComplexProperty(h => h.Look);
            house.HasVectorIndex(h => h.Look.Vector);
        }));

        Assert.All(["House", "h.Look.Vector", "ComplexProperty", "OwnsOne"], w => Assert.Contains(w, Assert.Throws<ArgumentException>(() => db.Model).Message, StringComparison.Ordinal));
    }

    private static void Indexed(ModelBuilder model) => model.Entity<Plain>().ToTable("Plain").Property(p => p.Vector).IsVector(4).HasVectorIndex();

    private static void AssertSays(Func<object?> action, params string[] words)
    {
        var message = Assert.ThrowsAny<InvalidOperationException>(action).Message;
        Assert.All(words, w => Assert.Contains(w, message, StringComparison.Ordinal));
    }

    private async Task<VectorMetric> MetricAsync(Action<ModelBuilder> model)
    {
        await using var db = await Database.CreateAsync(model);
        return (await db.Database.VectorIndex<Plain>(p => p.Vector).GetStatisticsAsync()).Metric;
    }

    private ModelContext Forgotten()
    {
        var db = new ModelContext(Database.Options<ModelContext>(o => o.UseSqlite(Database.ConnectionString)), Indexed);
        db.Database.EnsureCreated();
        return db;
    }

    private sealed class House
    {
        public int Id { get; set; }

        public Facade Look { get; set; } = new();
    }

    private sealed class Facade
    {
        public float[] Vector { get; set; } = [];
    }

    private sealed class PrefixedColumns : IModelFinalizingConvention
    {
        public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
        {
            foreach (var property in modelBuilder.Metadata.GetEntityTypes().SelectMany(e => e.GetDeclaredProperties()))
                property.Builder.HasColumnName("C_" + property.Name);
        }
    }

    private sealed class CountingInterceptor : IQueryExpressionInterceptor, IMaterializationInterceptor, ISaveChangesInterceptor
    {
        public int Queries { get; private set; }

        public int Rows { get; private set; }

        public int Saves { get; private set; }

        public System.Linq.Expressions.Expression QueryCompilationStarting(System.Linq.Expressions.Expression queryExpression, QueryExpressionEventData eventData)
        {
            Queries++;
            return queryExpression;
        }

        public object InitializedInstance(MaterializationInterceptionData materializationData, object instance)
        {
            Rows++;
            return instance;
        }

        public ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
        {
            Saves++;
            return ValueTask.FromResult(result);
        }
    }
}
