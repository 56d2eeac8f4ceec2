namespace OmenDb.EFCore.Specification.Query;

/// <summary>Ordering, paging and duplicates before and after <c>NearestTo</c>.</summary>
public abstract class OrderingSpecification(SpecificationStore store) : SpecificationTest(store)
{
    [Fact]
    public virtual Task Nearest_first() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 10));

    [Fact]
    public virtual Task Nearest_first_by_a_named_vector() => QueryAsync(ss => ss.Set<Article>().NearestTo(a => a.Embedding, Query, 10));

    [Fact]
    public virtual Task More_than_there_are() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 1_000));

    [Fact]
    public virtual Task OrderBy_before_does_not_matter() => QueryAsync(ss => ss.Set<Article>().OrderBy(a => a.Title).ThenByDescending(a => a.Id).NearestTo(Query, 10));

    [Fact]
    public virtual Task OrderBy_after() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 10).OrderBy(a => a.Id));

    [Fact]
    public virtual Task OrderBy_and_ThenBy_after() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 20).OrderBy(a => a.Category).ThenByDescending(a => a.Id));

    [Fact]
    public virtual Task OrderBy_a_reference_after() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 20).OrderBy(a => a.Author!.Country).ThenBy(a => a.Id));

    [Fact]
    public virtual Task OrderBy_a_count_after() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 20).OrderByDescending(a => a.Tags.Count).ThenBy(a => a.Id));

    [Fact]
    public virtual Task OrderByDescending_of_the_distance()
        => QueryAsync(ss => ss.Set<Article>().NearestTo(a => a.Embedding, Query, 10, (a, distance) => new { a.Id, distance }).OrderByDescending(a => a.distance));

    [Fact]
    public virtual Task Reverse() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 10).Reverse());

    [Fact]
    public virtual Task Take_after() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 30).Take(5));

    [Fact]
    public virtual Task Skip_after() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 30).Skip(25));

    [Fact]
    public virtual Task Skip_and_Take_after() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 30).Skip(10).Take(10));

    [Fact]
    public virtual Task Skip_and_Take_after_Where() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 60).Where(a => a.Category == Category.News).Skip(5).Take(5));

    [Fact]
    public virtual Task Take_before_restricts_what_is_searched() => QueryAsync(ss => ss.Set<Article>().OrderBy(a => a.Id).Take(50).NearestTo(Query, 10));

    [Fact]
    public virtual Task Skip_and_Take_before_restrict_what_is_searched() => QueryAsync(ss => ss.Set<Article>().OrderBy(a => a.Id).Skip(50).Take(50).NearestTo(Query, 10));

    [Fact]
    public virtual Task Distinct_before() => QueryAsync(ss => ss.Set<Article>().Distinct().NearestTo(Query, 10));

    [Fact]
    public virtual Task Distinct_after() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 30).Select(a => a.Category).Distinct(), ordered: false);

    [Fact]
    public virtual Task Distinct_of_the_rows_after() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 10).Distinct(), ordered: false);
}
