using OmenDb.EFCore.Specification.Query;

namespace OmenDb.EFCore.Sqlite.Tests.Specification;

public sealed class RefusalTests(SqliteSpecificationStore store) : RefusalSpecification(store)
{
    private static readonly string[] SourceNamesTheRow =
        ["for each row of another query", "what it searches names that row", ".NearestTo(b => b.Vector, query, 1).Select(b => b.Id).FirstOrDefault()", "OrderBy(b => EF.Functions.VectorDistance(metric, b.Vector, query)).Take(k)"];

    [Fact]
    public Task A_list_of_rows_near_an_outer_row() => RefusedAsync(
        ss => ss.Set<Author>().Select(w => new { w.Name, Near = ss.Set<Article>().NearestTo(a => a.Embedding, w.Style, 3).Select(a => a.Id).ToList() }),
        "for each row of another query", "from b in");

    [Fact]
    public Task For_each_row_a_search_that_goes_on() => RefusedAsync(
        ss => ss.Set<Author>().SelectMany(w => ss.Set<Article>().NearestTo(a => a.Embedding, w.Style, 3).Where(a => a.Rating > 1)),
        "for each row of another query", "from b in");

    [Fact]
    public Task For_each_row_a_search_by_vectors_of_another_length()
        => RefusedAsync(ss => ss.Set<Photo>().SelectMany(p => ss.Set<Article>().NearestTo(a => a.Embedding, p.Colors, 3)), "Article.Embedding", "Photo.Colors", "8", "4");

    [Fact]
    public Task For_each_row_a_search_without_an_index() => RefusedAsync(
        ss => ss.Set<Article>().SelectMany(a => ss.Set<Author>().NearestTo(w => w.Style, a.Embedding, 3)),
        "for each row of another query", "HasVectorIndex");

    [Fact]
    public Task For_each_row_those_within_a_distance() => RefusedAsync(
        ss => ss.Set<Article>().SelectMany(a => ss.Set<Article>().WithinDistance(b => b.Embedding, a.Embedding, 0.1)),
        "for each row of another query", "VectorDistance(metric, b.Vector, a.Vector) <= distance");

    [Fact]
    public Task The_nearest_of_what_belongs_to_each_row_as_a_whole_row()
    {
        var query = Query;
        return RefusedAsync(
            ss => ss.Set<Author>().Select(w => new { w.Name, Best = ss.Set<Article>().Where(a => a.AuthorId == w.Id).NearestTo(a => a.Embedding, query, 1).FirstOrDefault() }),
            SourceNamesTheRow);
    }

    [Fact]
    public Task The_nearest_to_each_row_as_a_whole_row() => RefusedAsync(
        ss => ss.Set<Author>().Select(w => new { w.Name, Near = ss.Set<Article>().NearestTo(a => a.Embedding, w.Style, 1).FirstOrDefault() }),
        "for each row of another query", "NearestTo(b => b.Vector, a.Vector, 1).Select(b => b.Id).FirstOrDefault()");

    [Fact]
    public Task For_each_row_the_nearest_of_what_belongs_to_it()
    {
        var query = Query;
        return RefusedAsync(ss => ss.Set<Author>().SelectMany(w => w.Articles.AsQueryable().NearestTo(a => a.Embedding, query, 1), (w, a) => new { w.Name, a.Title }), SourceNamesTheRow);
    }

    [Fact]
    public Task For_each_row_its_nearest_others_of_its_kind() => RefusedAsync(
        ss => from a in ss.Set<Article>()
              from b in ss.Set<Article>().Where(b => b.Category == a.Category && b.Id != a.Id).NearestTo(b => b.Embedding, a.Embedding, 1)
              select new { a.Id, b.Title },
        SourceNamesTheRow);

    [Fact]
    public Task A_list_of_the_nearest_of_what_belongs_to_each_row()
    {
        var query = Query;
        return RefusedAsync(
            ss => ss.Set<Author>().Select(w => new { w.Name, Near = w.Articles.AsQueryable().NearestTo(a => a.Embedding, query, 3).Select(a => a.Id).ToList() }), SourceNamesTheRow);
    }

    [Fact]
    public async Task What_no_search_is_the_cause_of_is_refused_in_EF_Core_s_words()
    {
        await using var db = Store.CreateContext();

        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => db.Articles.NearestTo(Query, 5).Select(a => new { a.Id, Last = a.Comments.OrderByDescending(c => c.Id).Take(2).Select(c => c.Article!.Tags.Count).ToList() }).ToListAsync());

        Assert.DoesNotContain("this search", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_whose_source_is_the_same_for_each_row_is_not_said_to_name_the_row()
    {
        await using var db = Store.CreateContext();

        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => db.Set<Author>().Select(w => db.Articles.Where(a => a.Rating > 1).NearestTo(a => a.Embedding, w.Style, 3).Select(a => a.Id).ToList()).ToListAsync());

        Assert.DoesNotContain(SourceNamesTheRow[1], error.Message, StringComparison.Ordinal);
    }
}
