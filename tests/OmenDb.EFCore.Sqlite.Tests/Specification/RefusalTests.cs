using OmenDb.EFCore.Specification.Query;
using Rows = OmenDb.EFCore.Specification.Model;

namespace OmenDb.EFCore.Sqlite.Tests.Specification;

public sealed class RefusalTests(SqliteSpecificationStore store) : RefusalSpecification(store)
{
    [Fact]
    public Task A_list_of_rows_near_an_outer_row() => RefusedAsync(
        ss => ss.Set<Rows.Author>().Select(w => new { w.Name, Near = ss.Set<Rows.Article>().NearestTo(a => a.Embedding, w.Style, 3).Select(a => a.Id).ToList() }),
        "for each row of another query", "from b in");

    [Fact]
    public Task For_each_row_a_search_that_goes_on() => RefusedAsync(
        ss => ss.Set<Rows.Author>().SelectMany(w => ss.Set<Rows.Article>().NearestTo(a => a.Embedding, w.Style, 3).Where(a => a.Rating > 1)),
        "for each row of another query", "from b in");

    [Fact]
    public Task For_each_row_a_search_by_vectors_of_another_length()
        => RefusedAsync(ss => ss.Set<Rows.Photo>().SelectMany(p => ss.Set<Rows.Article>().NearestTo(a => a.Embedding, p.Colors, 3)), "Article.Embedding", "Photo.Colors", "8", "4");

    [Fact]
    public Task For_each_row_a_search_without_an_index() => RefusedAsync(
        ss => ss.Set<Rows.Article>().SelectMany(a => ss.Set<Rows.Author>().NearestTo(w => w.Style, a.Embedding, 3)),
        "for each row of another query", "HasVectorIndex");

    [Fact]
    public Task For_each_row_those_within_a_distance() => RefusedAsync(
        ss => ss.Set<Rows.Article>().SelectMany(a => ss.Set<Rows.Article>().WithinDistance(b => b.Embedding, a.Embedding, 0.1)),
        "for each row of another query", "VectorDistance(metric, b.Vector, a.Vector) <= distance");
}
