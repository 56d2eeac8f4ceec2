using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace OmenDb.EFCore.Sqlite.Tests.Setup;

/// <summary>A model that cannot work is refused when it is built, in words that help.</summary>
public sealed class ModelRefusalTests : DatabaseTest
{
    [Theory, InlineData(0), InlineData(-1), InlineData(16_001)]
    public void Dimensions_outside_1_to_16000_are_refused_by_IsVector(int dimensions)
        => Refused<ArgumentOutOfRangeException>(m => m.Entity<Plain>().Property(p => p.Vector).IsVector(dimensions), "Plain.Vector", "16,000");

    [Fact]
    public void Dimensions_outside_1_to_16000_are_refused_in_the_attribute()
        => Refused<InvalidOperationException>(m => m.Entity<TooWide>(), "TooWide.Vector", "16,001");

    [Fact]
    public void A_vector_attribute_on_what_is_no_vector_is_refused() => Refused<InvalidOperationException>(m => m.Entity<NotAVector>(), "NotAVector.Numbers");

    [Theory, InlineData(false), InlineData(true)]
    public void A_vector_attribute_on_an_object_that_holds_a_vector_is_refused_with_what_to_use(bool isPart) => Refused<InvalidOperationException>(
        m =>
        {
            if (isPart)
                m.Entity<Cover>().Ignore(c => c.Bare).ComplexProperty(c => c.Embedded, embedded => embedded.ComplexProperty(e => e.Embedding, embedding => embedding.Ignore(e => e.Properties)));
            else
                m.Entity<Embedded>();
        },
        "Embedded.Embedding'", "its type is Embedding<float>", "ReadOnlyMemory<float>", "its Vector is one");

    [Fact]
    public void A_vector_attribute_on_what_cannot_be_a_column_is_refused() => Refused<InvalidOperationException>(
        m => m.Entity<Cover>().Ignore(c => c.Embedded), "'Cover.Bare'", "its type is Vector4", "ReadOnlyMemory<float>");

    [Fact]
    public void A_vector_attribute_on_what_the_model_leaves_out_is_not_looked_at()
    {
        using var property = Database.Open(m => m.Entity<Embedded>().Ignore(e => e.Embedding));
        using var type = Database.Open(m => m.Ignore<Embedding<float>>().Entity<Embedded>());
        using var entity = Database.Open(m => m.Entity<Cover>().Ignore(c => c.Bare).Ignore(c => c.Embedded)); // EF Core has seen Embedded before it is told to leave it

        Assert.All([property, type, entity], db => Assert.Single(db.Model.GetEntityTypes()));
    }

    [Fact]
    public void An_index_on_what_is_no_vector_is_refused() => Refused<ArgumentException>(m => m.Entity<LibraryArticle>().HasVectorIndex(a => a.Title), "LibraryArticle", "Title", "String");

    [Fact]
    public void An_index_on_a_property_that_there_is_not_is_refused()
        => Refused<ArgumentException>(m => m.Entity<Plain>().HasVectorIndex("Embedding"), "Plain", "no property 'Embedding'", "IsVector");

    [Fact]
    public void An_index_on_a_vector_of_unknown_dimensions_is_refused() => Refused<InvalidOperationException>(m => m.Entity<Plain>().HasVectorIndex(p => p.Vector), "Plain.Vector", "IsVector");

    [Fact]
    public void A_search_in_a_query_filter_is_refused()
    {
        var all = Array.Empty<LibraryArticle>().AsQueryable();
        Refused<InvalidOperationException>(
            m => m.Entity<LibraryArticle>().HasQueryFilter("near", a => all.NearestTo(b => b.Embedding, Vectors.Random(1), 3).Any(b => b.Id == a.Id)), "LibraryArticle", "query filter", "VectorDistance");
    }

    [Fact]
    public void An_index_on_a_keyless_entity_is_refused() => Refused<InvalidOperationException>(
        m => m.Entity<Plain>(plain =>
        {
            plain.HasNoKey().Property(p => p.Vector).IsVector(4);
            plain.HasVectorIndex(p => p.Vector);
        }),
        "Plain.Vector", "no primary key");

    [Fact]
    public void An_index_on_an_entity_whose_key_has_more_columns_than_searches_join_by_is_refused() => Refused<NotSupportedException>(
        m => m.Entity<Plain>(plain =>
        {
            string[] key = [.. Enumerable.Range(0, 8).Select(i => $"Key{i}")];
            foreach (var column in key)
                plain.Property<int>(column);
            plain.HasKey(key);
            plain.Property(p => p.Vector).IsVector(4).HasVectorIndex();
        }),
        "Plain.Vector", "8 columns", "7 at most");

    [Fact]
    public void An_index_on_a_vector_that_is_split_off_is_refused() => Refused<NotSupportedException>(
        m => m.Entity<Note>().ToTable("Notes").SplitToTable("Vectors", t => t.Property(n => n.Vector)).HasVectorIndex(n => n.Vector),
        "'Note.Vector'", "'Notes'", "SplitToTable");

    [Fact]
    public void An_index_in_a_hierarchy_of_a_table_for_each_concrete_type_is_refused() => Refused<NotSupportedException>(
        m =>
        {
            m.Entity<Animal>().UseTpcMappingStrategy();
            m.Entity<Dog>().ToTable("Dogs");
        },
        "Animal.Vector", "UseTphMappingStrategy");

    [Fact]
    public void An_index_on_a_part_by_way_of_its_owner_is_refused_with_what_to_write() => Refused<ArgumentException>(
        m => m.Entity<House>(house =>
        {
            house.ComplexProperty(h => h.Look);
            house.HasVectorIndex(h => h.Look.Vector);
        }),
        "House", "h.Look.Vector", "ComplexProperty", "OwnsOne");

    [Theory, InlineData(false), InlineData(true)]
    public void An_index_in_a_collection_of_parts_is_refused(bool isDeeper) => Refused<NotSupportedException>(
        m => m.Entity<Gallery>(gallery =>
        {
            if (isDeeper)
                gallery.Ignore(g => g.Pictures).OwnsMany(g => g.Frames, frame => frame.OwnsOne(f => f.Picture));
            else
                gallery.Ignore(g => g.Frames).OwnsMany(g => g.Pictures);
        }),
        "Picture.Vector'", "a collection of parts", "an entity with a key of its own");

    [Theory, InlineData(false), InlineData(true)]
    public void A_vector_inside_a_JSON_column_is_refused_without_an_index_too(bool isOwned) => Refused<NotSupportedException>(
        m =>
        {
            if (isOwned)
                m.Entity<House>().OwnsOne(h => h.Look, look => look.ToJson().Property(f => f.Vector).IsVector(4));
            else
                m.Entity<House>().ComplexProperty(h => h.Look, look => look.ToJson().Property(f => f.Vector).IsVector(4));
        },
        "Facade.Vector'", "without ToJson");

    [Fact]
    public void Two_indexes_whose_ledgers_would_be_one_table_are_refused() => Refused<InvalidOperationException>(
        m =>
        {
            m.Entity<Note>().ToTable("Notes").HasVectorIndex(n => n.Vector);
            m.Entity<Note>().Property(n => n.Vector).HasColumnName("Part_Vector");
            m.Entity<Keyed<int>>().ToTable("Notes_Part").HasVectorIndex(k => k.Vector);
        },
        "Note.Vector'", "'Keyed<int>.Vector'", "'Notes_Part_Vector_Ledger'", "HasColumnName");

    [Fact]
    public void Two_indexes_that_would_have_one_name_are_refused() => Refused<InvalidOperationException>(
        m =>
        {
            m.Entity<Note>().ToTable("Notes").HasVectorIndex(n => n.Vector);
            m.Entity<Note>().Property(n => n.Vector).HasColumnName("Part.Vector");
            m.Entity<Keyed<int>>().ToTable("Notes.Part").HasVectorIndex(k => k.Vector);
        },
        "Note.Vector'", "'Keyed<int>.Vector'", "'Notes.Part.Vector'", "HasColumnName");

    [Fact]
    public void Two_metrics_on_one_property_are_refused() => Refused<InvalidOperationException>(
        m =>
        {
            m.Entity<Plain>().Property(p => p.Vector).IsVector(4).HasVectorIndex(VectorMetric.InnerProduct);
            m.Entity<Plain>().HasVectorIndex(p => p.Vector).HasMetric(VectorMetric.Euclidean);
        },
        "Plain.Vector", "InnerProduct", "Euclidean", "second property");

    [Fact]
    public void A_storage_that_is_none_is_refused()
        => Refused<ArgumentOutOfRangeException>(m => m.Entity<Note>().HasVectorIndex(n => n.Vector).HasStorage((VectorIndexStorage)9), "Full or Compact");

    [Fact]
    public void An_index_whose_ledger_a_convention_renames_is_refused()
    {
        using var db = Database.Open(m => m.Entity<Note>().ToTable("Notes").HasVectorIndex(n => n.Vector), static c => c.Conventions.Add(static _ => new LowerCase()));

        Refusal.Says<InvalidOperationException>(() => db.Model, "'Note.Vector'", "'notes_Vector_Ledger'", "IModelFinalizingConvention");
    }

    // Whenever a table is given a name, its ledger's included.
    private sealed class LowerCase : IEntityTypeAnnotationChangedConvention
    {
        public void ProcessEntityTypeAnnotationChanged(
            IConventionEntityTypeBuilder entityTypeBuilder, string name, IConventionAnnotation? annotation, IConventionAnnotation? oldAnnotation, IConventionContext<IConventionAnnotation> context)
        {
            if (name == RelationalAnnotationNames.TableName && annotation?.Value is string table)
                entityTypeBuilder.Metadata.SetTableName(table.ToLowerInvariant(), fromDataAnnotation: true);
        }
    }

    // As the library for models has it that makes vectors of texts.
    private sealed class Embedding<T>(ReadOnlyMemory<T> values)
    {
        public ReadOnlyMemory<T> Vector { get; set; } = values;

        public Bag? Properties { get; set; }
    }

    private sealed class Bag : Dictionary<string, object?>;

    private sealed class Embedded
    {
        public int Id { get; set; }

        [Vector(4), VectorIndex]
        public Embedding<float>? Embedding { get; set; }
    }

    private sealed class Cover
    {
        public int Id { get; set; }

        public Embedded Embedded { get; set; } = new();

        [Vector(4)]
        public System.Numerics.Vector4 Bare { get; set; }
    }

    private sealed class Gallery
    {
        public int Id { get; set; }

        public List<Frame> Frames { get; set; } = [];

        public List<Picture> Pictures { get; set; } = [];
    }

    private void Refused<TException>(Action<ModelBuilder> model, params string[] words)
        where TException : Exception
    {
        using var db = Database.Open(model);

        Refusal.Says<TException>(() => db.Model, words);
    }
}
