using Microsoft.Data.Sqlite;

namespace OmenDb.EFCore.Sqlite.Tests.Searching;

/// <summary>A search that cannot be answered is refused, in words that say what to write. What every store refuses is in the specification.</summary>
public sealed class SearchRefusalTests : DatabaseTest
{
    private static readonly float[] Query = Vectors.Random(1, 4);

    [Theory, InlineData(0), InlineData(-1)]
    public async Task A_k_below_one_is_refused_inside_a_compiled_query(int k)
    {
        await using var db = await Database.CreateLibraryAsync();
        var compiled = EF.CompileQuery((LibraryContext c, float[] q, int n) => c.Articles.NearestTo(q, n));

        Refusal.Says<SqliteException>(() => compiled(db, Vectors.Random(1), k).ToList(), "k must be at least 1");
    }

    [Theory, InlineData(0), InlineData(-1)]
    public async Task It_is_refused_in_the_same_words_without_an_index_and_as_an_expression(int k)
    {
        await using var db = await Database.CreateAsync(m => m.Entity<Note>());
        var compiled = EF.CompileQuery((ModelContext c, float[] q, int n) => c.Set<Note>().NearestTo(x => x.Vector, q, n - 1));

        Refusal.Says<SqliteException>(() => compiled(db, Query, k + 1).ToList(), $"k must be at least 1, not {k}");
    }

    [Fact]
    public void A_distance_outside_a_query_is_refused()
        => Refusal.Says<InvalidOperationException>(() => EF.Functions.VectorDistance(VectorMetric.Cosine, Query, Query), "VectorDistance", "not supported");

    [Fact]
    public void The_form_without_a_property_counts_an_index_that_is_inherited()
    {
        using var db = Database.Open(Animal.Model);

        Refusal.Says<InvalidOperationException>(() => db.Set<Dog>().NearestTo(Query, 5).ToList(), "2 vector indexes", "Bark", "Vector");
    }

    [Fact]
    public void The_form_without_a_property_names_an_index_of_a_part_by_its_path()
    {
        using var db = Database.Open(static m => m.Entity<Diptych>(d =>
        {
            d.OwnsOne(x => x.Left).OwnsOne(f => f.Picture);
            d.ComplexProperty(x => x.Right);
        }));

        Refusal.Says<InvalidOperationException>(() => db.Set<Diptych>().NearestTo(Query, 5).ToList(), "Left.Picture.Vector", "NearestTo(a => a.Right.Vector, query, k)");
    }

    [Fact]
    public void A_search_among_owned_parts_is_refused_with_what_to_write()
    {
        using var db = Database.Open(static m => m.Entity<Exhibit>().OwnsOne(e => e.Frame).OwnsOne(f => f.Picture));

        Refusal.Says<InvalidOperationException>(
            () => db.Set<Exhibit>().Select(e => e.Frame!.Picture!).NearestTo(p => p.Vector, Query, 5).AsNoTracking().ToList(),
            "'Picture.Vector'", "'Exhibit'", "x => x.Frame.Picture.Vector,");
    }

    [Fact]
    public void A_class_that_several_entity_types_share_is_neither_searched_nor_does_it_name_an_index()
    {
        using var db = Database.Open(static m =>
        {
            m.SharedTypeEntity<Note>("Drafts").HasVectorIndex(n => n.Vector);
            m.SharedTypeEntity<Note>("Letters").HasVectorIndex(n => n.Vector);
        });
        string[] words = ["'Note'", "Drafts", "Letters", "a class of its own"];

        Refusal.Says<InvalidOperationException>(() => db.Set<Note>("Letters").NearestTo(Query, 5).ToList(), words);
        Refusal.Says<InvalidOperationException>(() => db.Database.VectorIndex<Note>(n => n.Vector), words);
    }

    [Fact]
    public void A_set_that_is_held_as_a_base_class_which_is_no_entity_type_is_refused_with_its_types()
    {
        using var db = Database.Open(static m =>
        {
            m.Entity<Question>();
            m.Entity<Answer>();
        });
        IQueryable<Post> posts = db.Set<Question>();
        string[] words = ["'Post' is not an entity type", "'Answer', 'Question'", "an IQueryable of one of them"];

        Refusal.Says<InvalidOperationException>(() => posts.NearestTo(p => p.Vector, Query, 5).ToList(), words);
        Refusal.Says<InvalidOperationException>(() => posts.Where(p => p.Id > 1).WithinDistance(p => p.Vector, Query, 5).ToList(), words);
    }

    [Fact]
    public void The_distance_between_what_are_no_vectors_is_refused()
    {
        using var db = Database.Library();

        Refusal.Says<InvalidOperationException>(() => db.Articles.Where(a => EF.Functions.VectorDistance(VectorMetric.Cosine, a.Title, "x") < 1).ToList(), "String is not a vector");
    }

    [Fact]
    public void A_handle_on_a_property_without_an_index_is_refused()
    {
        using var db = Database.Open(m => m.Entity<Note>());

        Refusal.Says<InvalidOperationException>(() => db.Database.VectorIndex<Note>(n => n.Vector), "Note.Vector");
    }

    /// <summary>Two parts, each with an index.</summary>
    private sealed class Diptych
    {
        public int Id { get; set; }

        public required Frame Left { get; set; }

        public required Picture Right { get; set; }
    }

    private abstract class Post
    {
        public int Id { get; set; }

        [Vector(8), VectorIndex]
        public float[] Vector { get; set; } = [];
    }

    private sealed class Question : Post;

    private sealed class Answer : Post;
}
