using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.DependencyInjection;

namespace OmenDb.EFCore.Specification.Query;

/// <summary>Whatever way a search is run.</summary>
public abstract class ExecutionSpecification(SpecificationStore store) : SpecificationTest(store)
{
    private static readonly Func<SpecificationContext, ReadOnlyMemory<float>, int, IEnumerable<Article>> Compiled =
        EF.CompileQuery((SpecificationContext db, ReadOnlyMemory<float> query, int k) => db.Articles.Where(a => a.Rating > 1).NearestTo(a => a.Embedding, query, k));

    private static readonly Func<SpecificationContext, float[], int, IAsyncEnumerable<int>> CompiledAsync =
        EF.CompileAsyncQuery((SpecificationContext db, float[] query, int k) => db.Articles.NearestTo(query, k).Select(a => a.Id));

    private static readonly Func<SpecificationContext, float[], double, IEnumerable<int>> CompiledWithin =
        EF.CompileQuery((SpecificationContext db, float[] query, double distance) => db.Articles.WithinDistance(a => a.Embedding, query, distance).OrderBy(a => a.Id).Select(a => a.Id));

    [Fact]
    public virtual Task AsNoTracking_before() => QueryAsync(ss => ss.Set<Article>().AsNoTracking().NearestTo(Query, 10));

    [Fact]
    public virtual Task AsNoTracking_after() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 10).AsNoTracking());

    [Fact]
    public virtual Task AsNoTrackingWithIdentityResolution() => QueryAsync(
        ss => ss.Set<Article>().NearestTo(Query, 20).Include(a => a.Author).AsNoTrackingWithIdentityResolution(), shape: a => new { a.Id, a.Author });

    [Fact]
    public virtual Task AsTracking() => QueryAsync(ss => ss.Set<Article>().AsTracking().NearestTo(Query, 10));

    [Fact]
    public virtual Task TagWith() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 10).TagWith("the nearest"));

    [Fact]
    public virtual Task FromSql_in_front() => QueryAsync(
        ss => ((DbSet<Article>)ss.Set<Article>()).FromSqlRaw("SELECT * FROM \"Articles\" WHERE \"Id\" > {0}", 150).NearestTo(Query, 10),
        ss => ss.Set<Article>().Where(a => a.Id > 150).NearestTo(Query, 10));

    [Fact]
    public virtual Task Synchronously() => RunAsync(db =>
    {
        AssertSame(Expected(ss => ss.Set<Article>().NearestTo(Query, 10)), db.Articles.NearestTo(Query, 10).ToList());
        return Task.CompletedTask;
    });

    [Fact]
    public virtual Task As_an_asynchronous_stream() => RunAsync(async db =>
    {
        var found = new List<Article>();
        await foreach (var article in db.Articles.NearestTo(Query, 50).AsAsyncEnumerable())
            found.Add(article);
        AssertSame(Expected(ss => ss.Set<Article>().NearestTo(Query, 50)), found);
    });

    [Fact]
    public virtual Task A_stream_that_is_left_early() => RunAsync(async db =>
    {
        await foreach (var article in db.Articles.NearestTo(Query, 50).AsAsyncEnumerable())
        {
            Assert.Equal(Expected(ss => ss.Set<Article>().NearestTo(Query, 1))[0].Id, article.Id);
            break;
        }

        AssertSame(Expected(ss => ss.Set<Article>().NearestTo(Other, 10)), await db.Articles.NearestTo(Other, 10).ToListAsync());
    });

    [Fact]
    public virtual Task ToDictionary_and_ToHashSet() => RunAsync(async db =>
    {
        var expected = Expected(ss => ss.Set<Article>().NearestTo(Query, 10)).Select(a => a.Id).Order().ToList();
        Assert.Equal(expected, (await db.Articles.NearestTo(Query, 10).ToDictionaryAsync(a => a.Id)).Keys.Order());
        Assert.Equal(expected, (await db.Articles.NearestTo(Query, 10).Select(a => a.Id).ToHashSetAsync()).Order());
    });

    [Fact]
    public virtual async Task ToQueryString_shows_the_statement()
    {
        await using var db = Store.CreateContext();
        var sql = db.Articles.NearestTo(Query, 10).ToQueryString();
        Assert.Contains("SELECT", sql, StringComparison.Ordinal);
        Assert.Contains("Articles", sql, StringComparison.Ordinal);
    }

    [Fact]
    public virtual Task A_compiled_query() => RunAsync(db =>
    {
        foreach (var (query, k) in new[] { (Query, 10), (Other, 3) })
            AssertSame(Expected(ss => ss.Set<Article>().Where(a => a.Rating > 1).NearestTo(query, k)), Compiled(db, query, k).ToList());
        return Task.CompletedTask;
    });

    [Fact]
    public virtual Task An_asynchronous_compiled_query() => RunAsync(async db =>
    {
        foreach (var (query, k) in new[] { (Query, 10), (Other, 3) })
            Assert.Equal(Expected(ss => ss.Set<Article>().NearestTo(query, k).Select(a => a.Id)), await CompiledAsync(db, query.ToArray(), k).ToListAsync());
    });

    [Fact]
    public virtual Task A_compiled_WithinDistance() => RunAsync(db =>
    {
        foreach (var (query, distance) in new[] { (Query, 0.6), (Other, 0.5) })
            Assert.Equal(Expected(ss => ss.Set<Article>().WithinDistance(a => a.Embedding, query, distance).OrderBy(a => a.Id).Select(a => a.Id)), CompiledWithin(db, query.ToArray(), distance).ToList());
        return Task.CompletedTask;
    });

    [Fact]
    public virtual async Task Another_vector_and_another_k_do_not_compile_another_query()
    {
        var log = new CommandLog();
        await using var db = Store.CreateContext(log);
        foreach (var (query, k) in new[] { (Query, 10), (Other, 3) })
            await db.Articles.NearestTo(query, k).ToListAsync();
        Assert.Single(log.Texts.Distinct());
    }

    [Fact]
    public virtual async Task Pooled_contexts()
    {
        var log = new CommandLog();
        var pool = new PooledDbContextFactory<SpecificationContext>(Store.Options(log).Options, poolSize: 2);
        var expected = Expected(ss => ss.Set<Article>().NearestTo(Query, 10));
        for (var round = 0; round < 5; round++)
        {
            await using var db = await pool.CreateDbContextAsync();
            AssertSame(expected, await db.Articles.NearestTo(Query, 10).ToListAsync());
        }

        CheckSql(log, nameof(Pooled_contexts));
    }

    [Fact]
    public virtual async Task Contexts_of_a_factory()
    {
        var log = new CommandLog();
        await using var services = new ServiceCollection().AddDbContextFactory<SpecificationContext>(o => Store.Configure(o, log)).BuildServiceProvider();
        var factory = services.GetRequiredService<IDbContextFactory<SpecificationContext>>();
        foreach (var query in new[] { Query, Other })
        {
            await using var db = await factory.CreateDbContextAsync();
            AssertSame(Expected(ss => ss.Set<Article>().NearestTo(query, 10)), await db.Articles.NearestTo(query, 10).ToListAsync());
        }

        CheckSql(log, nameof(Contexts_of_a_factory));
    }

    [Fact]
    public virtual async Task Interceptors_of_the_applications_own_see_the_query_and_each_row()
    {
        var (log, interceptor) = (new CommandLog(), new OnlyNews());
        await using var db = new SpecificationContext(Store.Options(log).AddInterceptors(interceptor).Options);
        AssertSame(
            Expected(ss => ss.Set<Article>().NearestTo(Query, 30).Where(a => a.Category == Category.News)), await db.Articles.NearestTo(Query, 30).ToListAsync());
        Assert.Equal(db.ChangeTracker.Entries<Article>().Count(), interceptor.Rows);
        CheckSql(log, nameof(Interceptors_of_the_applications_own_see_the_query_and_each_row));
    }

    [Fact]
    public virtual async Task An_interceptor_of_the_applications_own_adds_a_condition_to_what_is_searched_for_each_row()
    {
        var log = new CommandLog();
        await using var db = new SpecificationContext(Store.Options(log).AddInterceptors(new NewsAlone()).Options);
        AssertSame(
            Expected(ss => from w in ss.Set<Author>() from a in ss.Set<Article>().Where(a => a.Category == Category.News).NearestTo(a => a.Embedding, w.Style, 4) select new { w.Name, a.Id }),
            await (from w in db.Set<Author>() from a in db.Articles.NearestTo(a => a.Embedding, w.Style, 4) select new { w.Name, a.Id }).ToListAsync(),
            ordered: false);
        CheckSql(log, nameof(An_interceptor_of_the_applications_own_adds_a_condition_to_what_is_searched_for_each_row));
    }

    [Fact]
    public virtual async Task Many_contexts_at_once()
    {
        var expected = Expected(ss => ss.Set<Article>().NearestTo(Query, 10));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            await using var db = Store.CreateContext();
            AssertSame(expected, await db.Articles.NearestTo(Query, 10).ToListAsync());
        })));
    }

    [Fact]
    public virtual Task Lazy_loading() => RunAsync(async db =>
    {
        var found = await db.Set<Diary>().NearestTo(d => d.Vector, Small, 5).ToListAsync();
        Assert.Equal(Expected(ss => ss.Set<Diary>().NearestTo(d => d.Vector, Small, 5)).Select(d => d.Id), found.Select(d => d.Id));
        Assert.All(found, d => Assert.Equal($"Page {d.Id}", Assert.Single(d.Pages).Text));
    });

    [Fact]
    public virtual Task Rows_are_tracked_or_not() => RunAsync(async db =>
    {
        var expected = Expected(ss => ss.Set<Article>().NearestTo(Query, 10));
        AssertSame(expected, await db.Articles.NearestTo(Query, 10).AsNoTracking().ToListAsync());
        Assert.Empty(db.ChangeTracker.Entries());
        AssertSame(expected, await db.Articles.NearestTo(Query, 10).ToListAsync());
        Assert.Equal(10, db.ChangeTracker.Entries<Article>().Count());
    });

    [Fact]
    public virtual Task A_tracked_row_is_changed_and_found_where_it_is_now() => WriteAsync(async (db, _) =>
    {
        var article = await db.Articles.NearestTo(Query, 1).SingleAsync();
        article.Embedding = Other;
        await db.SaveChangesAsync();
        Assert.Equal(article.Id, await db.Articles.NearestTo(Other, 1).Select(a => a.Id).SingleAsync());
        Assert.NotEqual(article.Id, await db.Articles.NearestTo(Query, 1).Select(a => a.Id).SingleAsync());
    });

    /// <summary>Runs something on a context and holds its SQL against the baseline.</summary>
    private async Task RunAsync(Func<SpecificationContext, Task> run, [CallerMemberName] string test = "")
    {
        var log = new CommandLog();
        await using var db = Store.CreateContext(log);
        await run(db);
        CheckSql(log, test);
    }

    private sealed class OnlyNews : IQueryExpressionInterceptor, IMaterializationInterceptor
    {
        public int Rows { get; private set; }

        public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
            => Queryable.Where(new EnumerableQuery<Article>(queryExpression), a => a.Category == Category.News).Expression;

        public object InitializedInstance(MaterializationInterceptionData materializationData, object instance)
        {
            Rows += instance is Article ? 1 : 0;
            return instance;
        }
    }

    private sealed class NewsAlone : ExpressionVisitor, IQueryExpressionInterceptor
    {
        public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData) => Visit(queryExpression);

        protected override Expression VisitExtension(Expression node)
            => node is EntityQueryRootExpression { ElementType: var type } && type == typeof(Article)
                ? Queryable.Where(new EnumerableQuery<Article>(node), a => a.Category == Category.News).Expression
                : node;
    }
}
