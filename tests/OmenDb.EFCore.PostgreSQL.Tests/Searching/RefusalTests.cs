#pragma warning disable EF1001, EF9100 // what the dotnet ef tool calls
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace OmenDb.EFCore.PostgreSQL.Tests.Searching;

/// <summary>What cannot work is refused before anything is written.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData(7, "expected 8")]
    [InlineData(0, "zero")]
    [InlineData(-1, "NaN")]
    public async Task A_vector_that_no_index_could_hold_is_refused(int kind, string problem)
    {
        await using var db = await LibraryContext.CreateAsync();
        db.Add(new Book { Vector = kind switch { 7 => Vectors.Random(1, 7), 0 => new float[8], _ => [float.NaN, 1, 1, 1, 1, 1, 1, 1] } });

        await Refusal.SaysAsync<ArgumentException>(() => db.SaveChangesAsync(), "Book.Vector", problem);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_bad_vector_that_an_interceptor_sets_while_saving_is_refused(bool async)
    {
        await using var db = await EmbeddingAsync([1, 2, 3, float.NaN, 5, 6, 7, 8]);
        db.Add(new Book { Vector = Vectors.Random(1) });

        await Refusal.SaysAsync<ArgumentException>(() => SaveAsync(db, async), "Book.Vector", "NaN");

        Assert.Empty(await db.Books.ToListAsync());
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_row_without_a_vector_that_an_interceptor_embeds_while_saving_is_stored(bool async)
    {
        await using var db = await EmbeddingAsync(Vectors.Random(1));
        db.Add(new Book { Title = "embedded", Vector = [] });
        await SaveAsync(db, async);

        Assert.Equal("embedded", (await db.Books.AsNoTracking().NearestTo(Vectors.Random(1), 1).SingleAsync()).Title);
    }

    [Fact]
    public void An_index_takes_2000_dimensions_and_4000_of_16_bits()
    {
        using var db = Configured(m =>
        {
            m.Entity<Book>().Property(b => b.Vector).IsVector(2_000);
            m.Entity<Stamp>().ComplexProperty(s => s.Picture).Property(p => p.Vector).IsVector(4_000);
        });

        Assert.NotNull(db.Model);
    }

    [Fact]
    public void An_index_of_more_than_2000_dimensions_is_refused()
        => Refused(m => m.Entity<Book>().Property(b => b.Vector).IsVector(2_001), "Book.Vector", "2,001", "2,000", "Half");

    [Fact]
    public void An_index_of_more_than_4000_dimensions_of_16_bits_is_refused()
        => Refused(m => m.Entity<Stamp>().ComplexProperty(s => s.Picture).Property(p => p.Vector).IsVector(4_001), "4,000");

    [Fact]
    public void UseOmenDb_without_PostgreSQL_is_refused()
    {
        var options = new DbContextOptionsBuilder().UseSqlite("Data Source=:memory:");
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(new PostgreSQL.Infrastructure.Internal.OmenDbNpgsqlOptionsExtension());

        Refusal.Says<InvalidOperationException>(() => new DbContext(options.Options).Model, "UseNpgsql");
    }

    [Fact]
    public void A_service_provider_without_the_extension_is_refused()
    {
        using var without = new ServiceCollection().AddEntityFrameworkNpgsql().BuildServiceProvider();
        using var with = new ServiceCollection().AddEntityFrameworkNpgsql().AddEntityFrameworkNpgsqlOmenDb().BuildServiceProvider();

        Refusal.Says<InvalidOperationException>(() => new ConfiguredContext(Options(without), Nothing).Model, "AddEntityFrameworkNpgsqlOmenDb");
        Assert.NotNull(new ConfiguredContext(Options(with), Nothing).Model);

        static void Nothing(ModelBuilder model)
        {
        }

        static DbContextOptions Options(IServiceProvider services)
            => new DbContextOptionsBuilder<ConfiguredContext>().UseNpgsql("Host=nowhere", npgsql => npgsql.UseOmenDb()).UseInternalServiceProvider(services).Options;
    }

    [Fact]
    public void A_search_that_is_precompiled_is_refused()
    {
        using var db = LibraryContext.OnPostgres("Host=nowhere", "public");
        var search = db.Books.NearestTo(b => b.Vector, Vectors.Random(1), 5);

        Refusal.Says<InvalidOperationException>(() => db.GetService<IQueryCompiler>().PrecompileQuery<IEnumerable<Book>>(search.Expression, async: false), "cannot be precompiled on PostgreSQL");
    }

    private static async Task<LibraryContext> EmbeddingAsync(float[] vector)
    {
        await using var tables = await LibraryContext.CreateAsync();
        return new LibraryContext(
            await LibraryContext.OptionsAsync(o => o.AddInterceptors(new OnSaving(context => context.ChangeTracker.Entries<Book>().Single().Entity.Vector = vector))), tables.Schema);
    }

    private static async Task SaveAsync(LibraryContext db, bool async)
    {
        if (async)
            await db.SaveChangesAsync();
        else
            db.SaveChanges();
    }

    private static void Refused(Action<ModelBuilder> configure, params string[] words)
    {
        using var db = Configured(configure);

        Refusal.Says<NotSupportedException>(() => db.Model, words);
    }

    private static ConfiguredContext Configured(Action<ModelBuilder> configure)
        => new(new DbContextOptionsBuilder<ConfiguredContext>().UseNpgsql("Host=nowhere", npgsql => npgsql.UseOmenDb()).EnableServiceProviderCaching(false).Options, configure);

    private sealed class ConfiguredContext(DbContextOptions options, Action<ModelBuilder> configure) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Stamp>().ComplexProperty(s => s.Picture);
            configure(modelBuilder);
        }
    }
}
