using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace OmenDb.EFCore.Sqlite.Tests.Setup;

/// <summary>What a model may say of vectors and indexes, and what overrides what.</summary>
public sealed class ModelTests : DatabaseTest
{
    private static readonly float[] Query = Vectors.Random(1, 4);

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
    public async Task A_metric_that_is_said_overrides_the_one_that_nobody_said()
    {
        await using var db = await Database.CreateAsync(m =>
        {
            m.Entity<Note>().HasVectorIndex(n => n.Vector);
            m.Entity<Note>().HasVectorIndex(n => n.Vector).HasMetric(VectorMetric.Euclidean);
            m.Entity<Note>().HasVectorIndex(n => n.Vector);
        });

        Assert.Equal(VectorMetric.Euclidean, (await db.Database.VectorIndex<Note>(n => n.Vector).GetStatisticsAsync()).Metric);
    }

    [Fact]
    public async Task A_metric_in_OnModelCreating_overrides_the_attribute()
    {
        await using var db = await Database.CreateAsync(m => m.Entity<LibraryArticle>().HasVectorIndex(a => a.Embedding).HasMetric(VectorMetric.InnerProduct));

        Assert.Equal(VectorMetric.InnerProduct, (await db.Database.VectorIndex<LibraryArticle>(a => a.Embedding).GetStatisticsAsync()).Metric);
    }

    [Theory, InlineData("columns, politely"), InlineData("columns"), InlineData("tables"), InlineData("tables and columns"), InlineData("those of the application alone")]
    public async Task What_a_convention_of_the_application_renames_keeps_its_index(string renamed)
    {
        await using var db = await Database.CreateAsync(m => m.Entity<Note>().ToTable("Notes").HasVectorIndex(n => n.Vector), c => c.Conventions.Add(_ => new Renaming(renamed)));
        var vectors = Vectors.Many(30, 4);
        db.AddRange(vectors.Select((v, i) => new Note { Id = i + 1, Vector = v }));
        await db.SaveChangesAsync();
        var index = db.Database.VectorIndex<Note>(n => n.Vector);
        await index.FlushAsync();

        Assert.Equal(Exact.Nearest(vectors.Select((v, i) => (i + 1, v)), Query, 10), await db.Set<Note>().NearestTo(Query, 10).Select(n => n.Id).ToListAsync());
        Assert.Equal(30, (await index.GetStatisticsAsync()).Indexed);
        Assert.Contains("omen_nearest", db.Set<Note>().NearestTo(Query, 10).ToQueryString(), StringComparison.Ordinal);
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

    [Fact]
    public async Task An_entity_that_the_model_leaves_out_gets_no_ledger()
    {
        await using var db = await Database.CreateAsync(m => m.Entity<LibraryAuthor>().Ignore(a => a.Drafts)); // EF Core has seen LibraryDraft before it is told to leave it

        db.Add(new LibraryAuthor { Name = "A" });
        await db.SaveChangesAsync();

        Assert.Equal(1L, Database.Scalar("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"));
    }

    // As conventions for names in snake_case do.
    private sealed class Renaming(string what) : IModelFinalizingConvention
    {
        public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
        {
            foreach (var entity in modelBuilder.Metadata.GetEntityTypes().Where(e => what != "those of the application alone" || e.ClrType == typeof(Note)))
            {
                if (what is not ("columns" or "columns, politely") && entity.GetTableName() is { } table)
                    entity.SetTableName(table + "_table");
                foreach (var property in entity.GetProperties())
                {
                    if (what == "columns, politely")
                        property.Builder.HasColumnName("c_" + property.Name);
                    else if (what != "tables")
                        property.SetColumnName("c_" + property.Name);
                }
            }
        }
    }
}
