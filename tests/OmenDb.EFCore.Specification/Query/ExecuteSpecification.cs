using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Query;

namespace OmenDb.EFCore.Specification.Query;

/// <summary>What a search finds is changed or deleted, by one statement.</summary>
public abstract class ExecuteSpecification(SpecificationStore store) : SpecificationTest(store)
{
    [Fact]
    public virtual Task ExecuteUpdate() => WriteAsync(async (db, log) =>
    {
        var expected = Expected(ss => ss.Set<Article>().Where(a => a.Rating > 2).NearestTo(Query, 4).Select(a => a.Id)).Order();
        Assert.Equal(4, await db.Articles.Where(a => a.Rating > 2).NearestTo(Query, 4).ExecuteUpdateAsync(s => s.SetProperty(a => a.Title, "near")));
        Assert.Single(log.Texts);
        CheckSql(log, nameof(ExecuteUpdate));
        Assert.Equal(expected, await db.Articles.Where(a => a.Title == "near").OrderBy(a => a.Id).Select(a => a.Id).ToListAsync());
    });

    [Fact]
    public virtual Task ExecuteUpdate_of_the_vector() => WriteAsync(async (db, log) =>
    {
        var other = Other;
        await db.Articles.NearestTo(Query, 3).ExecuteUpdateAsync(s => s.SetProperty(a => a.Embedding, other));
        Assert.Single(log.Texts);
        CheckSql(log, nameof(ExecuteUpdate_of_the_vector));
        Assert.Equal(
            Expected(ss => ss.Set<Article>().NearestTo(Query, 3).Select(a => a.Id)).Order(), (await db.Articles.NearestTo(Other, 3).Select(a => a.Id).ToListAsync()).Order());
    });

    [Fact]
    public virtual Task ExecuteUpdate_of_the_vector_in_a_join()
    {
        var other = Other.ToArray();
        return UpdatesAsync(
            ss => ss.Set<Vehicle>().Join(ss.Set<Comment>(), v => v.Id, c => c.Id, (v, c) => c),
            s => s.SetProperty(c => c.Mood, other),
            c => EF.Functions.VectorDistance(VectorMetric.Euclidean, c.Mood, other) < 1e-6,
            c => c.Id);
    }

    [Fact]
    public virtual Task ExecuteUpdate_of_a_vector_by_the_distance_of_one_of_another_length() => WriteAsync(async (db, log) =>
    {
        var (small, other) = (Small, (ReadOnlyMemory<float>?)Other);
        var expected = Expected(ss => ss.Set<Photo>().WithinDistance(p => p.Colors, small, 0.8).Select(p => p.Id));
        await db.Set<Photo>().ExecuteUpdateAsync(s => s.SetProperty(p => p.Draft, p => EF.Functions.VectorDistance(VectorMetric.Euclidean, p.Colors, small) <= 0.8 ? other : p.Draft));
        CheckSql(log, nameof(ExecuteUpdate_of_a_vector_by_the_distance_of_one_of_another_length));
        AssertSame(expected, await db.Set<Photo>().Where(p => EF.Functions.VectorDistance(VectorMetric.Euclidean, p.Draft, other) < 1e-6).Select(p => p.Id).ToListAsync(), ordered: false);
    });

    [Fact]
    public virtual Task ExecuteUpdate_of_a_vector_to_what_a_search_by_one_of_another_length_finds() => WriteAsync(async (db, log) =>
    {
        var (query, nearest) = (Query, Expected(ss => ss.Set<Photo>().NearestTo(p => p.Content, Query, 1))[0].Colors);
        Assert.Equal(120, await db.Set<Photo>().ExecuteUpdateAsync(s => s.SetProperty(p => p.Colors, p => db.Set<Photo>().NearestTo(q => q.Content, query, 1).Select(q => q.Colors).First())));
        CheckSql(log, nameof(ExecuteUpdate_of_a_vector_to_what_a_search_by_one_of_another_length_finds));
        Assert.All(await db.Set<Photo>().AsNoTracking().Select(p => p.Colors).ToListAsync(), colors => Assert.Equal(nearest.ToArray(), colors.ToArray()));
    });

    [Fact]
    public virtual Task ExecuteDelete() => WriteAsync(async (db, log) =>
    {
        var expected = Expected(ss => ss.Set<Comment>().NearestTo(c => c.Mood, Query, 10).Select(c => c.Id));
        Assert.Equal(4, await db.Comments.NearestTo(c => c.Mood, Query, 4).ExecuteDeleteAsync());
        Assert.Single(log.Texts);
        CheckSql(log, nameof(ExecuteDelete));
        Assert.Equal(expected[4..], await db.Comments.NearestTo(c => c.Mood, Query, 6).Select(c => c.Id).ToListAsync());
    });

    [Fact]
    public virtual Task ExecuteUpdate_of_WithinDistance() => UpdatesAsync(
        ss => ss.Set<Article>().WithinDistance(a => a.Embedding, Query, 0.6), s => s.SetProperty(a => a.Title, "near"), a => a.Title == "near", a => a.Id);

    [Fact]
    public virtual Task ExecuteUpdate_of_WithinDistance_between_conditions() => UpdatesAsync(
        ss => ss.Set<Comment>().Where(c => c.Stars > 2).WithinDistance(c => c.Mood, Query, 1.8).Where(c => c.Article!.Rating > 1),
        s => s.SetProperty(c => c.Stars, c => c.Stars + 10),
        c => c.Stars > 10,
        c => c.Id);

    [Fact]
    public virtual Task ExecuteUpdate_of_WithinDistance_with_a_composite_key()
    {
        var other = Vectors.Random(96, dimensions: 4);
        return UpdatesAsync(
            ss => ss.Set<Cell>().WithinDistance(c => c.Vector, Small, 0.4),
            s => s.SetProperty(c => c.Vector, other),
            c => EF.Functions.VectorDistance(VectorMetric.Cosine, c.Vector, other) < 1e-6,
            c => new { c.Sheet, c.Row, c.Column });
    }

    [Fact]
    public virtual Task ExecuteUpdate_of_WithinDistance_behind_a_query_filter() => UpdatesAsync(
        ss => ss.Set<FilteredNote>().WithinDistance(n => n.Vector, Small, 0.4),
        s => s.SetProperty(n => n.Tenant, 99),
        n => n.Tenant == 99,
        n => n.Id,
        ss => ss.Set<FilteredNote>().Where(n => !n.IsDeleted && n.Tenant == 1).WithinDistance(n => n.Vector, Small, 0.4));

    [Fact]
    public virtual Task ExecuteUpdate_of_WithinDistance_behind_a_query_filter_over_a_navigation() => UpdatesAsync(
        ss => ss.Set<Reply>().WithinDistance(r => r.Vector, Small, 0.4),
        s => s.SetProperty(r => r.Text, "near"),
        r => r.Text == "near",
        r => r.Id,
        ss => ss.Set<Reply>().Where(r => r.Author.Country == "Norway").WithinDistance(r => r.Vector, Small, 0.4));

    [Fact]
    public virtual Task ExecuteUpdate_of_a_part_of_WithinDistance() => UpdatesAsync(
        ss => ss.Set<Article>().WithinDistance(a => a.Embedding, Query, 0.6), s => s.SetProperty(a => a.Origin.City, "Near"), a => a.Origin.City == "Near", a => a.Id);

    [Fact]
    public virtual Task ExecuteUpdate_of_WithinDistance_in_a_join() => UpdatesAsync(
        ss => from w in ss.Set<Author>() join a in ss.Set<Article>().WithinDistance(a => a.Embedding, Query, 0.6) on w.Id equals a.AuthorId where w.Country == "Italy" select a,
        s => s.SetProperty(a => a.Title, "near"),
        a => a.Title == "near",
        a => a.Id);

    [Fact]
    public virtual Task ExecuteUpdate_of_what_refers_to_WithinDistance() => UpdatesAsync(
        ss => ss.Set<Comment>().Where(c => ss.Set<Article>().WithinDistance(a => a.Embedding, Query, 0.6).Any(a => a.Id == c.ArticleId)),
        s => s.SetProperty(c => c.Text, "near"),
        c => c.Text == "near",
        c => c.Id);

    [Fact]
    public virtual Task ExecuteUpdate_of_the_nearest_of_each() => UpdatesAsync(
        ss => from w in ss.Set<Author>() from a in ss.Set<Article>().NearestTo(a => a.Embedding, w.Style, 2) select a,
        s => s.SetProperty(a => a.Title, "near"),
        a => a.Title == "near",
        a => a.Id,
        ss => (from w in ss.Set<Author>() from a in ss.Set<Article>().NearestTo(a => a.Embedding, w.Style, 2) select a).Distinct());

    [Fact]
    public virtual Task ExecuteUpdate_of_each_that_others_are_nearest_to() => UpdatesAsync(
        ss => from w in ss.Set<Author>() from distance in ss.Set<Article>().NearestTo(a => a.Embedding, w.Style, 2, (a, distance) => distance) where distance < 0.2 select w,
        s => s.SetProperty(w => w.Name, "near"),
        w => w.Name == "near",
        w => w.Id,
        ss => (from w in ss.Set<Author>() from distance in ss.Set<Article>().NearestTo(a => a.Embedding, w.Style, 2, (a, distance) => distance) where distance < 0.2 select w).Distinct());

    [Fact]
    public virtual Task ExecuteDelete_of_WithinDistance_behind_a_query_filter_over_a_navigation() => WriteAsync(async (db, log) =>
    {
        var expected = Expected(ss => ss.Set<Reply>().Where(r => r.Author.Country == "Norway").WithinDistance(r => r.Vector, Small, 0.4).Select(r => r.Id));
        Assert.Equal(expected.Count, await db.Set<Reply>().WithinDistance(r => r.Vector, Small, 0.4).ExecuteDeleteAsync());
        Assert.Single(log.Texts);
        CheckSql(log, nameof(ExecuteDelete_of_WithinDistance_behind_a_query_filter_over_a_navigation));
        Assert.Empty(await db.Set<Reply>().IgnoreQueryFilters().Where(r => expected.Contains(r.Id)).ToListAsync());
    });

    /// <summary>Sets something in the rows of a query, by one statement, and compares which rows have it afterwards, filtered away or not.</summary>
    private Task UpdatesAsync<T, TKey>(
        Func<ISetSource, IQueryable<T>> query,
        Action<UpdateSettersBuilder<T>> set,
        Expression<Func<T, bool>> isSet,
        Expression<Func<T, TKey>> key,
        Func<ISetSource, IQueryable<T>>? expected = null,
        [CallerMemberName] string test = "")
        where T : class
        => WriteAsync(async (db, log) =>
        {
            var wanted = Expected(ss => (expected ?? query)(ss).Select(key));
            Assert.Equal(wanted.Count, await query(new ContextSets(db)).ExecuteUpdateAsync(set));
            Assert.Single(log.Texts);
            CheckSql(log, test);
            AssertSame(wanted, await db.Set<T>().IgnoreQueryFilters().Where(isSet).Select(key).ToListAsync(), ordered: false);
        });
}
