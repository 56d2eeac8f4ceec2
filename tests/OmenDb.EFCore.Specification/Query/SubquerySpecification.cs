namespace OmenDb.EFCore.Specification.Query;

/// <summary>Searches inside other queries.</summary>
public abstract class SubquerySpecification(SpecificationStore store) : SpecificationTest(store)
{
    [Fact]
    public virtual Task Contains_of_a_search()
        => QueryAsync(ss => ss.Set<Comment>().Where(c => ss.Set<Article>().NearestTo(Query, 5).Select(a => a.Id).Contains(c.ArticleId)), ordered: false);

    [Fact]
    public virtual Task Contains_of_a_captured_search()
        => QueryAsync(ss =>
        {
            var nearest = ss.Set<Article>().Where(a => a.Rating > 2).NearestTo(Query, 5).Select(a => a.Id);
            return ss.Set<Comment>().Where(c => nearest.Contains(c.ArticleId));
        },
        ss => ss.Set<Comment>().Where(c => ss.Set<Article>().Where(a => a.Rating > 2).NearestTo(Query, 5).Select(a => a.Id).Contains(c.ArticleId)),
        ordered: false);

    [Fact]
    public virtual Task Any_of_a_search()
        => QueryAsync(ss => ss.Set<Author>().Where(w => ss.Set<Article>().NearestTo(Query, 20).Any(a => a.AuthorId == w.Id)), ordered: false);

    [Fact]
    public virtual Task Count_of_a_search_in_a_projection()
        => QueryAsync(ss => ss.Set<Author>().OrderBy(w => w.Id).Select(w => new { w.Name, Near = ss.Set<Article>().NearestTo(Query, 50).Count(a => a.AuthorId == w.Id) }));

    [Fact]
    public virtual Task The_nearest_in_each_group()
    {
        var query = Query;
        return QueryAsync(ss => ss.Set<Article>().Select(a => a.Category).Distinct().OrderBy(c => c)
            .Select(c => new { Category = c, Best = ss.Set<Article>().Where(a => a.Category == c).NearestTo(a => a.Embedding, query, 1).Select(a => a.Id).FirstOrDefault() }));
    }

    [Fact]
    public virtual Task The_nearest_of_a_collection()
    {
        var query = Query;
        return QueryAsync(ss => ss.Set<Author>().Where(w => w.Articles.Any()).OrderBy(w => w.Id)
            .Select(w => new { w.Name, Best = w.Articles.AsQueryable().NearestTo(a => a.Embedding, query, 1).Select(a => a.Title).FirstOrDefault() }));
    }

    [Fact]
    public virtual Task The_nearest_of_a_collection_as_a_whole_row()
    {
        var query = Query;
        return QueryAsync(
            ss => from w in ss.Set<Author>()
                  join a in ss.Set<Article>() on w.Articles.AsQueryable().NearestTo(a => a.Embedding, query, 1).Select(a => a.Id).FirstOrDefault() equals a.Id
                  select new { w.Name, Best = a },
            ordered: false);
    }

    [Fact]
    public virtual Task The_nearest_of_its_kind()
    {
        var query = Query;
        return QueryAsync(
            ss => ss.Set<Article>()
                .Where(a => a.Id == ss.Set<Article>().Where(b => b.AuthorId == a.AuthorId).NearestTo(b => b.Embedding, query, 1).Select(b => b.Id).First())
                .Include(a => a.Author),
            shape: a => new { a.Id, a.Author },
            ordered: false);
    }

    [Fact]
    public virtual Task The_nearest_other_of_its_kind_to_an_outer_row()
        => QueryAsync(ss => ss.Set<Article>().Where(a => a.Id <= 20).OrderBy(a => a.Id).Select(a => new
        {
            a.Id,
            Other = ss.Set<Article>().Where(b => b.Category == a.Category && b.Id != a.Id).NearestTo(b => b.Embedding, a.Embedding, 1).Select(b => b.Id).FirstOrDefault(),
        }));

    [Fact]
    public virtual Task A_list_of_the_nearest_of_a_collection()
    {
        var query = Query;
        return QueryAsync(ss => ss.Set<Author>().OrderBy(w => w.Id)
            .Select(w => new { w.Name, Near = w.Articles.OrderBy(a => EF.Functions.VectorDistance(VectorMetric.Cosine, a.Embedding, query)).Take(2).Select(a => a.Id).ToList() }));
    }

    [Fact]
    public virtual Task The_nearest_to_an_outer_row()
        => QueryAsync(ss => ss.Set<Author>().OrderBy(w => w.Id).Select(w => new { w.Name, Nearest = ss.Set<Article>().NearestTo(a => a.Embedding, w.Style, 1).Select(a => a.Title).FirstOrDefault() }));

    [Fact]
    public virtual Task The_nearest_other_to_an_outer_row()
        => QueryAsync(ss => ss.Set<Article>().Where(a => a.Id <= 20).OrderBy(a => a.Id)
            .Select(a => new { a.Id, Other = ss.Set<Article>().NearestTo(b => b.Embedding, a.Embedding, 2).Where(b => b.Id != a.Id).Select(b => b.Id).FirstOrDefault() }));

    [Fact]
    public virtual Task The_distance_of_the_nearest_to_an_outer_row()
        => QueryAsync(ss => ss.Set<Author>().OrderBy(w => w.Id).Select(w => new { w.Name, Nearest = ss.Set<Article>().NearestTo(a => a.Embedding, w.Style, 1, (a, distance) => distance).FirstOrDefault() }));

    [Fact]
    public virtual Task A_filter_by_the_nearest_to_an_outer_row()
        => QueryAsync(ss => ss.Set<Author>().Where(w => ss.Set<Article>().NearestTo(a => a.Embedding, w.Style, 5).Any(a => a.AuthorId == w.Id)).Select(w => w.Id), ordered: false);

    [Fact]
    public virtual Task An_ordering_by_the_nearest_to_an_outer_row()
        => QueryAsync(ss => ss.Set<Author>().OrderBy(w => ss.Set<Article>().NearestTo(a => a.Embedding, w.Style, 1, (a, distance) => distance).FirstOrDefault()).Select(w => w.Id));

    [Fact]
    public virtual Task The_nearest_to_an_outer_row_without_an_index()
        => QueryAsync(ss => ss.Set<Article>().Where(a => a.Id <= 20).OrderBy(a => a.Id)
            .Select(a => new { a.Id, Nearest = ss.Set<Author>().NearestTo(w => w.Style, a.Embedding, 1).Select(w => w.Name).FirstOrDefault() }));

    [Fact]
    public virtual Task A_filter_by_the_nearest_to_an_outer_row_without_an_index()
        => QueryAsync(ss => ss.Set<Article>().Where(a => ss.Set<Author>().NearestTo(w => w.Style, a.Embedding, 5).Any(w => w.Id == a.AuthorId)).Select(a => a.Id), ordered: false);

    [Fact]
    public virtual Task A_count_of_the_nearest_to_an_outer_row_without_an_index()
        => QueryAsync(ss => ss.Set<Article>().Where(a => a.Id <= 20).OrderBy(a => a.Id)
            .Select(a => new { a.Id, Near = ss.Set<Author>().NearestTo(w => w.Style, a.Embedding, 5).Count(w => w.Country == "Italy") }));

    [Fact]
    public virtual Task The_nearest_to_each_row_of_a_list_without_an_index_in_a_split_query()
        => QueryAsync(
            ss => ss.Set<Author>().OrderBy(w => w.Id)
                .Select(w => new { w.Name, Articles = w.Articles.OrderBy(a => a.Id).Select(a => new { a.Id, Nearest = ss.Set<Author>().NearestTo(v => v.Style, a.Embedding, 1).Select(v => v.Name).FirstOrDefault() }).ToList() })
                .AsSplitQuery(),
            commands: 2);

    [Fact]
    public virtual Task The_nearest_to_an_outer_row_among_those_that_a_search_found()
        => QueryAsync(ss => ss.Set<Author>().OrderBy(w => w.Id)
            .Select(w => new { w.Name, Nearest = ss.Set<Article>().NearestTo(Query, 30).NearestTo(a => a.Embedding, w.Style, 2).OrderByDescending(a => a.Id).Select(a => a.Title).FirstOrDefault() }));

    [Fact]
    public virtual Task A_search_by_the_vector_of_a_row()
    {
        var id = 7;
        return QueryAsync(ss => ss.Set<Article>().Where(a => a.Id == id).SelectMany(a => ss.Set<Article>().NearestTo(b => b.Embedding, a.Embedding, 5)).Select(b => b.Id), ordered: false);
    }
}
