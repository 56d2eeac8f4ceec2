namespace OmenDb.EFCore.Specification.Query;

/// <summary>Two queries made one.</summary>
public abstract class SetOperationSpecification(SpecificationStore store) : SpecificationTest(store)
{
    [Fact]
    public virtual Task Union_of_two_searches() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 30).Union(ss.Set<Article>().NearestTo(Other, 30)), ordered: false);

    [Fact]
    public virtual Task Union_of_the_keys_of_two_searches()
        => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 30).Select(a => a.Id).Union(ss.Set<Article>().NearestTo(Other, 30).Select(a => a.Id)), ordered: false);

    [Fact]
    public virtual Task Union_with_a_filter() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 10).Union(ss.Set<Article>().Where(a => a.Id < 5)), ordered: false);

    [Fact]
    public virtual Task Concat_of_two_searches() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 10).Concat(ss.Set<Article>().NearestTo(Other, 10)), ordered: false);

    [Fact]
    public virtual Task Concat_of_filtered_searches() => QueryAsync(
        ss => ss.Set<Article>().Where(a => a.Category == Category.News).NearestTo(Query, 5).Concat(ss.Set<Article>().Where(a => a.Category == Category.Sport).NearestTo(Query, 5)),
        ordered: false);

    [Fact]
    public virtual Task Concat_with_distances() => QueryAsync(
        ss => ss.Set<Article>().NearestTo(a => a.Embedding, Query, 5, (a, distance) => new { a.Title, distance })
            .Concat(ss.Set<Comment>().NearestTo(c => c.Mood, Query, 5, (c, distance) => new { Title = c.Text, distance })).OrderBy(h => h.distance));

    [Fact]
    public virtual Task Except_of_two_searches() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 60).Except(ss.Set<Article>().NearestTo(Other, 60)), ordered: false);

    [Fact]
    public virtual Task Except_in_front() => QueryAsync(ss => ss.Set<Article>().Except(ss.Set<Article>().Where(a => a.Category == Category.News)).NearestTo(Query, 10));

    [Fact]
    public virtual Task Intersect_of_two_searches()
        => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 60).Select(a => a.Id).Intersect(ss.Set<Article>().NearestTo(Other, 60).Select(a => a.Id)), ordered: false);

    [Fact]
    public virtual Task Union_in_front()
        => QueryAsync(ss => ss.Set<Article>().Where(a => a.Category == Category.News).Union(ss.Set<Article>().Where(a => a.Rating > 4)).NearestTo(Query, 10));

    [Fact]
    public virtual Task A_search_of_a_search() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 60).NearestTo(Other, 7));

    [Fact]
    public virtual Task A_search_of_a_filtered_search() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 60).Where(a => a.Rating > 1).NearestTo(Other, 7).Where(a => a.Category == Category.News));
}
