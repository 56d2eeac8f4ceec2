namespace OmenDb.EFCore.Specification.Query;

/// <summary><c>Where</c> before <c>NearestTo</c> restricts what is searched; after it, the k.</summary>
public abstract class FilterSpecification(SpecificationStore store) : SpecificationTest(store)
{
    [Fact]
    public virtual Task Where_before_by_a_column() => QueryAsync(ss => ss.Set<Article>().Where(a => a.Category == Category.Science).NearestTo(Query, 10));

    [Fact]
    public virtual Task Where_before_by_a_captured_variable()
    {
        var category = Category.Sport;
        return QueryAsync(ss => ss.Set<Article>().Where(a => a.Category == category).NearestTo(Query, 10));
    }

    [Fact]
    public virtual Task Where_before_by_two_columns() => QueryAsync(ss => ss.Set<Article>().Where(a => a.Category == Category.News && a.Rating > 2).NearestTo(Query, 10));

    [Fact]
    public virtual Task Where_before_twice() => QueryAsync(ss => ss.Set<Article>().Where(a => a.Category == Category.News).Where(a => a.Rating > 2).NearestTo(Query, 10));

    [Fact]
    public virtual Task Where_before_by_either_of_two() => QueryAsync(ss => ss.Set<Article>().Where(a => a.Category == Category.News || a.Rating > 4).NearestTo(Query, 10));

    [Fact]
    public virtual Task Where_before_by_negation() => QueryAsync(ss => ss.Set<Article>().Where(a => !(a.Category == Category.News)).NearestTo(Query, 10));

    [Fact]
    public virtual Task Where_before_by_null() => QueryAsync(ss => ss.Set<Article>().Where(a => a.Subtitle == null).NearestTo(Query, 10));

    [Fact]
    public virtual Task Where_before_by_a_null_parameter()
    {
        string? subtitle = null;
        return QueryAsync(ss => ss.Set<Article>().Where(a => a.Subtitle == subtitle).NearestTo(Query, 10));
    }

    [Fact]
    public virtual Task Where_before_by_text() => QueryAsync(ss => ss.Set<Article>().Where(a => a.Title.StartsWith("Article 1")).NearestTo(Query, 10));

    [Fact]
    public virtual Task Where_before_by_a_date() => QueryAsync(ss => ss.Set<Article>().Where(a => a.Published > new DateOnly(2024, 5, 1)).NearestTo(Query, 10));

    [Fact]
    public virtual Task Where_before_by_a_list()
    {
        var ids = new[] { 3, 14, 15, 92, 65 };
        return QueryAsync(ss => ss.Set<Article>().Where(a => ids.Contains(a.Id)).NearestTo(Query, 10));
    }

    [Fact]
    public virtual Task Where_before_by_an_owned_part() => QueryAsync(ss => ss.Set<Article>().Where(a => a.Origin.City == "Oslo").NearestTo(Query, 10));

    [Fact]
    public virtual Task Where_before_by_a_complex_part() => QueryAsync(ss => ss.Set<Article>().Where(a => a.Format.Words > 800).NearestTo(Query, 10));

    [Fact]
    public virtual Task Where_before_by_a_reference() => QueryAsync(ss => ss.Set<Article>().Where(a => a.Author!.Country == "Norway").NearestTo(Query, 10));

    [Fact]
    public virtual Task Where_before_by_a_missing_reference() => QueryAsync(ss => ss.Set<Article>().Where(a => a.Author == null).NearestTo(Query, 10));

    [Fact]
    public virtual Task Where_before_by_any_of_a_collection() => QueryAsync(ss => ss.Set<Article>().Where(a => a.Comments.Any(c => c.Stars == 5)).NearestTo(Query, 10));

    [Fact]
    public virtual Task Where_before_by_all_of_a_collection() => QueryAsync(ss => ss.Set<Article>().Where(a => a.Comments.All(c => c.Stars > 2)).NearestTo(Query, 10));

    [Fact]
    public virtual Task Where_before_by_the_count_of_a_collection() => QueryAsync(ss => ss.Set<Article>().Where(a => a.Tags.Count > 1).NearestTo(Query, 10));

    [Fact]
    public virtual Task Where_before_by_many_to_many() => QueryAsync(ss => ss.Set<Article>().Where(a => a.Tags.Any(t => t.Name == "tag3")).NearestTo(Query, 10));

    [Fact]
    public virtual Task Where_before_by_a_subquery()
        => QueryAsync(ss => ss.Set<Article>().Where(a => ss.Set<Author>().Where(w => w.Country == "Kenya").Select(w => (int?)w.Id).Contains(a.AuthorId)).NearestTo(Query, 10));

    [Fact]
    public virtual Task Where_before_by_a_correlated_subquery()
        => QueryAsync(ss => ss.Set<Article>().Where(a => ss.Set<Comment>().Count(c => c.ArticleId == a.Id && c.Stars > 3) == 2).NearestTo(Query, 10));

    [Fact]
    public virtual Task Where_before_by_an_average() => QueryAsync(ss => ss.Set<Article>().Where(a => a.Rating > ss.Set<Article>().Average(b => b.Rating)).NearestTo(Query, 10));

    [Fact]
    public virtual Task Where_before_by_arithmetic() => QueryAsync(ss => ss.Set<Article>().Where(a => (a.Id * 3 + 1) % 4 == 0).NearestTo(Query, 10));

    [Fact]
    public virtual Task Where_before_that_few_rows_pass() => QueryAsync(ss => ss.Set<Article>().Where(a => a.Id <= 4).NearestTo(Query, 10));

    [Fact]
    public virtual Task Where_before_that_everything_passes() => QueryAsync(ss => ss.Set<Article>().Where(a => a.Id > 0).NearestTo(Query, 10));

    [Fact]
    public virtual Task Where_before_by_the_key() => QueryAsync(ss => ss.Set<Article>().Where(a => a.Id == 17).NearestTo(Query, 10));

    [Fact]
    public virtual Task Where_before_by_a_vector_that_may_be_missing() => QueryAsync(ss => ss.Set<Comment>().Where(c => c.Stars > 2).NearestTo(c => c.Mood, Query, 10));

    [Fact]
    public virtual Task Where_before_by_distance()
    {
        var (near, other) = (0.9, Other);
        return QueryAsync(ss => ss.Set<Article>().Where(a => EF.Functions.VectorDistance(VectorMetric.Cosine, a.Embedding, other) < near).NearestTo(Query, 10));
    }

    [Fact]
    public virtual Task Where_after_by_a_column() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 30).Where(a => a.Category == Category.Science));

    [Fact]
    public virtual Task Where_after_by_a_captured_variable()
    {
        var category = Category.Sport;
        return QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 30).Where(a => a.Category == category));
    }

    [Fact]
    public virtual Task Where_after_by_a_list()
    {
        var categories = new[] { Category.News, Category.Sport };
        return QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 30).Where(a => categories.Contains(a.Category)));
    }

    [Fact]
    public virtual Task Where_after_by_an_owned_part() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 30).Where(a => a.Origin.Country == "Italy"));

    [Fact]
    public virtual Task Where_after_by_a_complex_part() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 30).Where(a => a.Format.Language == "it"));

    [Fact]
    public virtual Task Where_after_by_a_reference() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 30).Where(a => a.Author!.Country == "Italy"));

    [Fact]
    public virtual Task Where_after_by_any_of_a_collection() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 30).Where(a => a.Comments.Any(c => c.Stars == 5)));

    [Fact]
    public virtual Task Where_after_by_a_subquery()
        => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 30).Where(a => ss.Set<Comment>().Any(c => c.ArticleId == a.Id && c.Stars == 1)));

    [Fact]
    public virtual Task Where_before_and_after()
        => QueryAsync(ss => ss.Set<Article>().Where(a => a.Category == Category.News).NearestTo(Query, 30).Where(a => a.Rating > 2));

    [Fact]
    public virtual Task Where_after_by_distance()
        => QueryAsync(ss => ss.Set<Article>().NearestTo(a => a.Embedding, Query, 30, (a, distance) => new { a.Id, distance }).Where(a => a.distance < 0.4));

    [Fact]
    public virtual Task Query_filters_restrict_what_is_searched() => QueryAsync(
        ss => ss.Set<FilteredNote>().NearestTo(Small, 10),
        ss => ss.Set<FilteredNote>().Where(n => !n.IsDeleted && n.Tenant == 1).NearestTo(Small, 10));

    [Fact]
    public virtual Task Query_filters_and_Where() => QueryAsync(
        ss => ss.Set<FilteredNote>().Where(n => n.Id > 40).NearestTo(Small, 10),
        ss => ss.Set<FilteredNote>().Where(n => !n.IsDeleted && n.Tenant == 1 && n.Id > 40).NearestTo(Small, 10));

    [Fact]
    public virtual Task IgnoreQueryFilters_before() => QueryAsync(ss => ss.Set<FilteredNote>().IgnoreQueryFilters().NearestTo(Small, 10));

    [Fact]
    public virtual Task IgnoreQueryFilters_after() => QueryAsync(ss => ss.Set<FilteredNote>().NearestTo(Small, 10).IgnoreQueryFilters());

    [Fact]
    public virtual Task IgnoreQueryFilters_by_name() => QueryAsync(
        ss => ss.Set<FilteredNote>().IgnoreQueryFilters([SpecificationContext.OneTenant]).NearestTo(Small, 10),
        ss => ss.Set<FilteredNote>().Where(n => !n.IsDeleted).NearestTo(Small, 10));
}
