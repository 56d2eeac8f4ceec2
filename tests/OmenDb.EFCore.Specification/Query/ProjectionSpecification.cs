namespace OmenDb.EFCore.Specification.Query;

/// <summary>What <c>Select</c> and the result selector may make of the k.</summary>
public abstract class ProjectionSpecification(SpecificationStore store) : SpecificationTest(store)
{
    [Fact]
    public virtual Task A_scalar() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 10).Select(a => a.Title));

    [Fact]
    public virtual Task A_computed_scalar() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 10).Select(a => a.Title + "!" + a.Id));

    [Fact]
    public virtual Task A_constant() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 10).Select(a => 1));

    [Fact]
    public virtual Task The_vector() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 10).Select(a => a.Embedding));

    [Fact]
    public virtual Task An_anonymous_type() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 10).Select(a => new { a.Id, a.Title, a.Category }));

    [Fact]
    public virtual Task An_object() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 10).Select(a => new Hit { Id = a.Id, Title = a.Title }));

    [Fact]
    public virtual Task A_tuple() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 10).Select(a => new Tuple<int, string>(a.Id, a.Title)));

    [Fact]
    public virtual Task The_row_inside_an_object() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 10).Select(a => new { Article = a, a.Rating }));

    [Fact]
    public virtual Task An_owned_part() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 10).Select(a => new { a.Origin.City, a.Origin.Country }));

    [Fact]
    public virtual Task A_complex_part() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 10).Select(a => a.Format));

    [Fact]
    public virtual Task A_reference() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 10).Select(a => new { a.Id, a.Author!.Name }));

    [Fact]
    public virtual Task A_referenced_row() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 10).Select(a => a.Author));

    [Fact]
    public virtual Task A_count() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 10).Select(a => new { a.Id, Count = a.Comments.Count() }));

    [Fact]
    public virtual Task A_collection()
        => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 10).Select(a => new { a.Id, Texts = a.Comments.OrderBy(c => c.Id).Select(c => c.Text).ToList() }));

    [Fact]
    public virtual Task A_collection_in_a_split_query() => QueryAsync(
        ss => ss.Set<Article>().NearestTo(Query, 10).Select(a => new { a.Id, Texts = a.Comments.OrderBy(c => c.Id).Select(c => c.Text).ToList() }).AsSplitQuery(), commands: 2);

    [Fact]
    public virtual Task A_filtered_collection()
        => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 10).Select(a => new { a.Id, Texts = a.Comments.Where(c => c.Stars > 2).OrderBy(c => c.Id).Select(c => c.Text).ToList() }));

    [Fact]
    public virtual Task Groups_of_what_has_a_vector() => QueryAsync(
        ss => ss.Set<Comment>().NearestTo(Query, 10).GroupBy(c => c.Article), shape: g => new { g.Key!.Id, Texts = g.Select(c => c.Text).Order().ToList() }, ordered: false);

    [Fact]
    public virtual Task A_collection_of_each_different_vector() => QueryAsync(
        ss => ss.Set<Comment>().GroupBy(c => new { c.Article!.Id, c.Article.Embedding }).Select(g => new { g.Key.Id, Texts = g.OrderBy(c => c.Id).Select(c => c.Text).ToList() }),
        ordered: false);

    [Fact]
    public virtual Task A_condition() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 10).Select(a => a.Rating > 2 ? a.Title : a.Subtitle));

    [Fact]
    public virtual Task A_subquery()
        => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 10).Select(a => new { a.Id, Best = ss.Set<Comment>().Where(c => c.ArticleId == a.Id).Max(c => c.Stars) }));

    [Fact]
    public virtual Task A_method_of_the_application() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 10).Select(a => Shout(a.Title)));

    [Fact]
    public virtual Task The_distance() => QueryAsync(ss => ss.Set<Article>().NearestTo(a => a.Embedding, Query, 10, (a, distance) => distance));

    [Fact]
    public virtual Task The_row_and_its_distance() => QueryAsync(ss => ss.Set<Article>().NearestTo(a => a.Embedding, Query, 10, (a, distance) => new { Article = a, distance }));

    [Fact]
    public virtual Task The_distance_in_an_object()
        => QueryAsync(ss => ss.Set<Article>().NearestTo(a => a.Embedding, Query, 10, (a, distance) => new Hit { Id = a.Id, Title = a.Title, Distance = distance }));

    [Fact]
    public virtual Task The_distance_as_a_score() => QueryAsync(ss => ss.Set<Article>().NearestTo(a => a.Embedding, Query, 10, (a, distance) => new { a.Id, Score = 1 - distance }));

    [Fact]
    public virtual Task The_distance_behind_a_filter()
        => QueryAsync(ss => ss.Set<Article>().Where(a => a.Rating > 2).NearestTo(a => a.Embedding, Query, 10, (a, distance) => new { a.Id, distance }));

    [Fact]
    public virtual Task The_distance_and_what_belongs_to_the_row()
        => QueryAsync(ss => ss.Set<Article>().NearestTo(a => a.Embedding, Query, 10, (a, distance) => new { a.Id, distance, a.Author!.Name, Stars = a.Comments.Sum(c => c.Stars) }));

    [Fact]
    public virtual Task The_distance_to_something_else()
    {
        var other = Other;
        return QueryAsync(ss => ss.Set<Article>()
            .NearestTo(a => a.Embedding, Query, 10, (a, distance) => new { a.Id, distance, Other = EF.Functions.VectorDistance(VectorMetric.Euclidean, a.Embedding, other) }));
    }

    [Fact]
    public virtual Task Select_after_Select()
        => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 10).Select(a => new { a.Id, a.Author }).Select(a => new { a.Id, a.Author!.Country }));

    private static string Shout(string text) => text.ToUpperInvariant();

    private sealed class Hit
    {
        public int Id { get; set; }

        public string Title { get; set; } = "";

        public double Distance { get; set; }
    }
}
