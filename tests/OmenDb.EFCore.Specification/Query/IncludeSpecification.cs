namespace OmenDb.EFCore.Specification.Query;

/// <summary>What belongs to each of the k is loaded with it.</summary>
public abstract class IncludeSpecification(SpecificationStore store) : SpecificationTest(store)
{
    [Fact]
    public virtual Task A_reference_before() => QueryAsync(ss => ss.Set<Article>().Include(a => a.Author).NearestTo(Query, 10), shape: WithAuthor);

    [Fact]
    public virtual Task A_reference_after() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 10).Include(a => a.Author), shape: WithAuthor);

    [Fact]
    public virtual Task A_collection_before() => QueryAsync(ss => ss.Set<Article>().Include(a => a.Comments.OrderBy(c => c.Id)).NearestTo(Query, 10), shape: WithComments);

    [Fact]
    public virtual Task A_collection_after() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 10).Include(a => a.Comments.OrderBy(c => c.Id)), shape: WithComments);

    [Fact]
    public virtual Task A_collection_before_in_a_split_query()
        => QueryAsync(ss => ss.Set<Article>().Include(a => a.Comments.OrderBy(c => c.Id)).AsSplitQuery().NearestTo(Query, 10), shape: WithComments, commands: 2);

    [Fact]
    public virtual Task A_collection_after_in_a_split_query()
        => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 10).Include(a => a.Comments.OrderBy(c => c.Id)).AsSplitQuery(), shape: WithComments, commands: 2);

    [Fact]
    public virtual Task A_collection_behind_a_filter()
        => QueryAsync(ss => ss.Set<Article>().Where(a => a.Rating > 3).Include(a => a.Comments.OrderBy(c => c.Id)).NearestTo(Query, 10), shape: WithComments);

    [Fact]
    public virtual Task A_collection_behind_a_filter_in_a_split_query()
        => QueryAsync(ss => ss.Set<Article>().Where(a => a.Rating > 3).Include(a => a.Comments.OrderBy(c => c.Id)).NearestTo(Query, 10).AsSplitQuery(), shape: WithComments, commands: 2);

    [Fact]
    public virtual Task A_filtered_collection() => QueryAsync(
        ss => ss.Set<Article>().NearestTo(Query, 10).Include(a => a.Comments.Where(c => c.Stars > 2).OrderByDescending(c => c.Id)),
        ss => ss.Set<Article>().NearestTo(Query, 10),
        a => new { a.Id, Comments = a.Comments.Where(c => c.Stars > 2).OrderByDescending(c => c.Id) });

    [Fact]
    public virtual Task The_nearest_of_a_collection()
    {
        var query = Query;
        return QueryAsync(
            ss => ss.Set<Author>().OrderBy(w => w.Id).Include(w => w.Articles.OrderBy(a => EF.Functions.VectorDistance(VectorMetric.Cosine, a.Embedding, query)).Take(2)),
            ss => ss.Set<Author>().OrderBy(w => w.Id),
            w => new { w.Id, Articles = w.Articles.OrderBy(a => Exact.Distance(VectorMetric.Cosine, a.Embedding.ToArray(), query.ToArray())).Take(2).Select(a => a.Id) });
    }

    [Fact]
    public virtual Task A_collection_within_a_distance()
    {
        var query = Query;
        return QueryAsync(
            ss => ss.Set<Author>().OrderBy(w => w.Id).Include(w => w.Articles.AsQueryable().WithinDistance(a => a.Embedding, query, 0.7).OrderBy(a => a.Id)),
            ss => ss.Set<Author>().OrderBy(w => w.Id),
            w => new { w.Id, Articles = w.Articles.Where(a => Exact.Distance(VectorMetric.Cosine, a.Embedding.ToArray(), query.ToArray()) <= 0.7).Select(a => a.Id).Order() });
    }

    [Fact]
    public virtual Task A_collection_in_a_collection_within_a_distance_by_the_metric_of_its_index()
    {
        var query = Query;
        return QueryAsync(
            ss => ss.Set<Author>().Where(w => w.Country == "Italy").OrderBy(w => w.Id)
                .Include(w => w.Articles.OrderBy(a => a.Id)).ThenInclude(a => a.Comments.AsQueryable().WithinDistance(c => c.Mood, query, 2)),
            ss => ss.Set<Author>().Where(w => w.Country == "Italy").OrderBy(w => w.Id),
            w => new { w.Id, Comments = w.Articles.SelectMany(a => a.Comments).Where(c => c.Mood is not null && Exact.Distance(VectorMetric.Euclidean, c.Mood, query.ToArray()) <= 2).Select(c => c.Id).Order() });
    }

    [Fact]
    public virtual Task A_collection_filtered_by_a_search()
    {
        var query = Query;
        return QueryAsync(
            ss => ss.Set<Author>().OrderBy(w => w.Id).Include(w => w.Articles.Where(a => ss.Set<Article>().NearestTo(query, 50).Select(b => b.Id).Contains(a.Id)).OrderBy(a => a.Id)),
            ss => ss.Set<Author>().OrderBy(w => w.Id),
            w => new { w.Id, Articles = w.Articles.Where(a => Expected(ss => ss.Set<Article>().NearestTo(query, 50)).Exists(b => b.Id == a.Id)).Select(a => a.Id).Order() });
    }

    [Fact]
    public virtual Task Many_to_many() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 10).Include(a => a.Tags.OrderBy(t => t.Id)), shape: a => new { a.Id, a.Tags });

    [Fact]
    public virtual Task Many_to_many_in_a_split_query()
        => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 10).Include(a => a.Tags.OrderBy(t => t.Id)).AsSplitQuery(), shape: a => new { a.Id, a.Tags }, commands: 2);

    [Fact]
    public virtual Task Several()
        => QueryAsync(ss => ss.Set<Article>().Include(a => a.Author).Include(a => a.Comments.OrderBy(c => c.Id)).NearestTo(Query, 10), shape: a => new { a.Id, a.Author, a.Comments });

    [Fact]
    public virtual Task ThenInclude() => QueryAsync(
        ss => ss.Set<Article>().NearestTo(Query, 5).Include(a => a.Author).ThenInclude(w => w!.Articles.OrderBy(a => a.Id)),
        shape: a => new { a.Id, a.Author, Articles = a.Author?.Articles.OrderBy(b => b.Id).ToList() });

    [Fact]
    public virtual Task ThenInclude_in_a_split_query() => QueryAsync(
        ss => ss.Set<Article>().NearestTo(Query, 5).Include(a => a.Author).ThenInclude(w => w!.Articles.OrderBy(a => a.Id)).AsSplitQuery(),
        shape: a => new { a.Id, a.Author, Articles = a.Author?.Articles.OrderBy(b => b.Id).ToList() },
        commands: 2);

    [Fact]
    public virtual Task ThenInclude_of_a_collection_in_a_collection() => QueryAsync(
        ss => ss.Set<Article>().Include(a => a.Tags.OrderBy(t => t.Id)).ThenInclude(t => t.Articles.OrderBy(a => a.Id)).NearestTo(Query, 3),
        shape: a => new { a.Id, Tags = a.Tags.OrderBy(t => t.Id).Select(t => new { t.Id, Articles = t.Articles.Select(b => b.Id).Order() }) });

    [Fact]
    public virtual Task By_name() => QueryAsync(ss => ss.Set<Article>().Include("Author").NearestTo(Query, 10), shape: WithAuthor);

    private static object WithAuthor(Article article) => new { article.Id, article.Author };

    private static object WithComments(Article article) => new { article.Id, article.Comments };
}
