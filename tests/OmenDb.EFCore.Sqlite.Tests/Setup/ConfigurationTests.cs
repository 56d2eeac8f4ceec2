using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace OmenDb.EFCore.Sqlite.Tests.Setup;

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

        Refusal.Says<InvalidOperationException>(() => new ModelContext(builder.Options, Indexed).Model, "needs SQLite", "UseSqlite");
    }

    [Fact]
    public void A_service_provider_without_the_extension_is_refused()
    {
        using var services = new ServiceCollection().AddEntityFrameworkSqlite().BuildServiceProvider();
        var options = new DbContextOptionsBuilder<ModelContext>().UseSqlite(Database.ConnectionString, sqlite => sqlite.UseOmenDb()).UseInternalServiceProvider(services);

        Refusal.Says<InvalidOperationException>(() => new ModelContext(options.Options, Indexed).Model, "UseInternalServiceProvider", "UseOmenDb", "AddEntityFrameworkSqliteOmenDb");
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

        Refusal.Says<InvalidOperationException>(() => db.Set<Plain>().Where(p => p.Id > 1).NearestTo(p => p.Vector, Query, 5).ToList(), "ISqliteRelationalConnection", "UseOmenDb");
    }

    [Fact]
    public async Task A_connection_that_wraps_SQLite_s_own_is_refused_where_vectors_are_searched_or_saved()
    {
        await using var connection = new WrappingConnection(Database.ConnectionString);
        await using var db = new ModelContext(
            Database.Options<ModelContext>(o => o.UseSqlite(connection, sqlite => sqlite.UseOmenDb())),
            static m => m.Entity<Plain>().ToTable("Plain").HasQueryFilter("near", p => p.Id < 100 || EF.Functions.VectorDistance(VectorMetric.Cosine, p.Vector, Query) < 1).Property(p => p.Vector).IsVector(4).HasVectorIndex());
        await db.Database.EnsureCreatedAsync();
        var index = db.Database.VectorIndex<Plain>(p => p.Vector);
        string[] words = [nameof(ModelContext), typeof(WrappingConnection).FullName!, "SqliteConnection", "AddInterceptors"];

        Refusal.Says<InvalidOperationException>(() => db.Set<Plain>().IgnoreQueryFilters().NearestTo(p => p.Vector, Query, 5).ToList(), words);
        Refusal.Says<InvalidOperationException>(() => db.Set<Plain>().IgnoreQueryFilters().WithinDistance(p => p.Vector, Query, 1).ToList(), words);
        Refusal.Says<InvalidOperationException>(() => db.Set<Plain>().IgnoreQueryFilters().OrderBy(p => EF.Functions.VectorDistance(VectorMetric.Cosine, p.Vector, Query)).ToList(), words);
        Refusal.Says<InvalidOperationException>(() => db.Set<Plain>().Count(), words);
        Refusal.Says<InvalidOperationException>(() => db.Set<Plain>().AddBatch([new Plain { Vector = Query }]), words);
        await Refusal.SaysAsync<InvalidOperationException>(() => index.FlushAsync(), words);
        await Refusal.SaysAsync<InvalidOperationException>(() => index.GetStatisticsAsync(), words);
        db.Add(new Plain { Vector = Query });
        await Refusal.SaysAsync<InvalidOperationException>(() => db.SaveChangesAsync(), words);
    }

    [Fact]
    public async Task A_connection_that_wraps_SQLite_s_own_reads_and_saves_what_is_no_vector()
    {
        await using (var library = await Database.CreateLibraryAsync())
            await library.AddArticlesAsync(3);
        await using var connection = new WrappingConnection(Database.ConnectionString);
        await using var db = new LibraryContext(Database.Options<LibraryContext>(o => o.UseSqlite(connection, sqlite => sqlite.UseOmenDb())));

        var article = await db.Articles.OrderBy(a => a.Id).FirstAsync();
        article.Title = "Another";
        await db.SaveChangesAsync();

        Assert.Equal(1, await db.Articles.CountAsync(a => a.Title == "Another"));
    }

    [Fact]
    public async Task A_connection_that_wraps_SQLite_s_own_migrates()
    {
        await using var connection = new WrappingConnection(Database.ConnectionString);
        await using var db = new ModelContext(
            Database.Options<ModelContext>(o => o.UseSqlite(connection, sqlite => sqlite.UseOmenDb()).ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning))), Indexed);

        await db.Database.MigrateAsync();

        Assert.Equal(1L, Database.Scalar("SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'"));
    }

    [Fact]
    public void UseOmenDb_forgotten_is_said_whatever_is_called()
    {
        using var db = new ModelContext(Database.Options<ModelContext>(o => o.UseSqlite(Database.ConnectionString)), Indexed);
        db.Database.EnsureCreated();

        Refusal.Says<InvalidOperationException>(() => db.Set<Plain>().NearestTo(p => p.Vector, Query, 5).ToList(), "UseOmenDb");
        Refusal.Says<InvalidOperationException>(() => db.Set<Plain>().Where(p => p.Id > 1).OrderBy(p => p.Id).NearestTo(p => p.Vector, Query, 5).ToList(), "Plain", "UseOmenDb");
        Refusal.Says<InvalidOperationException>(() => db.Set<Plain>().WithinDistance(p => p.Vector, Query, 1).ToList(), "UseOmenDb");
        Refusal.Says<InvalidOperationException>(() => db.Set<Plain>().FromSql($"SELECT * FROM Plain").WithinDistance(p => p.Vector, Query, 1).ToList(), "Plain", "UseOmenDb");
        Refusal.Says<InvalidOperationException>(() => db.Set<Plain>().AddBatch([new Plain()]), "UseOmenDb");
        Refusal.Says<InvalidOperationException>(() => db.Database.VectorIndex<Plain>(p => p.Vector), "UseOmenDb");
    }

    [Fact]
    public void UseOmenDb_forgotten_is_said_by_a_model_with_vectors_as_a_type_that_EF_Core_does_not_know()
    {
        using var db = new ModelContext(Database.Options<ModelContext>(o => o.UseSqlite(Database.ConnectionString)), m => m.Entity<Note>());

        Refusal.Says<InvalidOperationException>(() => db.Set<Note>(), "Note.Vector", "ReadOnlyMemory<float>"); // EF Core's own words: it makes the model before anything of ours runs
    }

    [Fact]
    public void The_in_memory_provider_is_refused_with_what_to_use()
    {
        using var db = new ModelContext(Database.Options<ModelContext>(o => o.UseInMemoryDatabase("vectors")), Indexed);

        Refusal.Says<InvalidOperationException>(() => db.Set<Plain>().NearestTo(p => p.Vector, Query, 5).ToList(), "UseOmenDb", "UseSqlite");
        Refusal.Says<InvalidOperationException>(() => db.Set<Plain>().Where(p => p.Id > 1).NearestTo(p => p.Vector, Query, 5).ToList(), "UseOmenDb", "UseSqlite");
        Refusal.Says<InvalidOperationException>(() => db.Set<Plain>().AddBatch([new Plain()]), "UseOmenDb", "UseSqlite");
        Refusal.Says<InvalidOperationException>(() => db.Database.VectorIndex<Plain>(p => p.Vector), "UseOmenDb", "UseSqlite");
    }

    private static void Indexed(ModelBuilder model) => model.Entity<Plain>().ToTable("Plain").Property(p => p.Vector).IsVector(4).HasVectorIndex();
}
