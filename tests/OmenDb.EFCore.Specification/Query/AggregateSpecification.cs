namespace OmenDb.EFCore.Specification.Query;

/// <summary>One value out of the k.</summary>
public abstract class AggregateSpecification(SpecificationStore store) : SpecificationTest(store)
{
    [Fact]
    public virtual Task First() => ValueAsync(ss => ss.Set<Article>().NearestTo(Query, 10), q => q.FirstAsync(), q => q.First());

    [Fact]
    public virtual Task First_that() => ValueAsync(ss => ss.Set<Article>().NearestTo(Query, 30), q => q.FirstAsync(a => a.Category == Category.Sport), q => q.First(a => a.Category == Category.Sport));

    [Fact]
    public virtual Task FirstOrDefault_behind_a_filter() => ValueAsync(ss => ss.Set<Article>().Where(a => a.Rating > 4).NearestTo(Query, 10), q => q.FirstOrDefaultAsync(), q => q.FirstOrDefault());

    [Fact]
    public virtual Task FirstOrDefault_of_nothing() => ValueAsync(ss => ss.Set<Article>().Where(a => a.Id < 0).NearestTo(Query, 10), q => q.FirstOrDefaultAsync(), q => q.FirstOrDefault());

    [Fact]
    public virtual Task Single() => ValueAsync(ss => ss.Set<Article>().NearestTo(Query, 1), q => q.SingleAsync(), q => q.Single());

    [Fact]
    public virtual Task SingleOrDefault_that() => ValueAsync(ss => ss.Set<Article>().NearestTo(Query, 300), q => q.SingleOrDefaultAsync(a => a.Id == 77), q => q.SingleOrDefault(a => a.Id == 77));

    [Fact]
    public virtual Task Last() => ValueAsync(ss => ss.Set<Article>().NearestTo(Query, 10), q => q.LastAsync(), q => q.Last());

    [Fact]
    public virtual Task ElementAt() => ValueAsync(ss => ss.Set<Article>().NearestTo(Query, 10), q => q.ElementAtAsync(3), q => q.ElementAt(3));

    [Fact]
    public virtual Task Any() => ValueAsync(ss => ss.Set<Article>().NearestTo(Query, 10), q => q.AnyAsync(), q => q.Any());

    [Fact]
    public virtual Task Any_that() => ValueAsync(ss => ss.Set<Article>().NearestTo(Query, 3), q => q.AnyAsync(a => a.Category == Category.News), q => q.Any(a => a.Category == Category.News));

    [Fact]
    public virtual Task All() => ValueAsync(ss => ss.Set<Article>().NearestTo(Query, 10), q => q.AllAsync(a => a.Rating < 5), q => q.All(a => a.Rating < 5));

    [Fact]
    public virtual Task Count() => ValueAsync(ss => ss.Set<Article>().NearestTo(Query, 10), q => q.CountAsync(), q => q.Count());

    [Fact]
    public virtual Task Count_of_all() => ValueAsync(ss => ss.Set<Comment>().NearestTo(Query, 1_000_000), q => q.CountAsync(), q => q.Count());

    [Fact]
    public virtual Task Count_that() => ValueAsync(ss => ss.Set<Article>().NearestTo(Query, 50), q => q.CountAsync(a => a.Rating > 2), q => q.Count(a => a.Rating > 2));

    [Fact]
    public virtual Task LongCount() => ValueAsync(ss => ss.Set<Article>().NearestTo(Query, 10), q => q.LongCountAsync(), q => q.LongCount());

    [Fact]
    public virtual Task Average() => ValueAsync(ss => ss.Set<Article>().NearestTo(Query, 10), q => q.AverageAsync(a => a.Rating), q => q.Average(a => a.Rating));

    [Fact]
    public virtual Task Average_of_the_distances()
        => ValueAsync(ss => ss.Set<Article>().NearestTo(a => a.Embedding, Query, 10, (a, distance) => distance), q => q.AverageAsync(), q => q.Average());

    [Fact]
    public virtual Task Sum() => ValueAsync(ss => ss.Set<Article>().NearestTo(Query, 10), q => q.SumAsync(a => a.Format.Words), q => q.Sum(a => a.Format.Words));

    [Fact]
    public virtual Task Min() => ValueAsync(ss => ss.Set<Article>().NearestTo(Query, 10), q => q.MinAsync(a => a.Published), q => q.Min(a => a.Published));

    [Fact]
    public virtual Task Max() => ValueAsync(ss => ss.Set<Article>().NearestTo(Query, 10), q => q.MaxAsync(a => a.Id), q => q.Max(a => a.Id));

    [Fact]
    public virtual Task Max_of_the_distances()
        => ValueAsync(ss => ss.Set<Article>().NearestTo(a => a.Embedding, Query, 10, (a, distance) => distance), q => q.MaxAsync(), q => q.Max());

    [Fact]
    public virtual Task Contains() => ValueAsync(ss => ss.Set<Article>().NearestTo(Query, 100).Select(a => a.Id), q => q.ContainsAsync(17), q => q.Contains(17));

    [Fact]
    public virtual Task GroupBy()
        => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 30).GroupBy(a => a.Category).Select(g => new { g.Key, Count = g.Count(), Best = g.Max(a => a.Rating) }), ordered: false);

    [Fact]
    public virtual Task GroupBy_two_columns()
        => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 30).GroupBy(a => new { a.Category, a.Origin.City }).Select(g => new { g.Key.Category, g.Key.City, Sum = g.Sum(a => a.Rating) }), ordered: false);

    [Fact]
    public virtual Task GroupBy_having()
        => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 30).GroupBy(a => a.AuthorId).Where(g => g.Count() > 1).Select(g => new { g.Key, Count = g.Count() }), ordered: false);

    [Fact]
    public virtual Task GroupBy_the_distance() => QueryAsync(
        ss => ss.Set<Article>().NearestTo(a => a.Embedding, Query, 30, (a, distance) => new { a.Category, distance }).GroupBy(a => a.Category).Select(g => new { g.Key, Nearest = g.Min(a => a.distance) }),
        ordered: false);

    [Fact]
    public virtual Task GroupBy_then_Count() => ValueAsync(ss => ss.Set<Article>().NearestTo(Query, 30).GroupBy(a => a.Category).Select(g => g.Key), q => q.CountAsync(), q => q.Count());
}
