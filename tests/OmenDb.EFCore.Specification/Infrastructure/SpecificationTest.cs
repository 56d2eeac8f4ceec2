using System.Runtime.CompilerServices;

namespace OmenDb.EFCore.Specification.Infrastructure;

/// <summary>A class of queries: each is run by the provider and by LINQ over objects, and its SQL is held against the provider's baseline.</summary>
public abstract class SpecificationTest(SpecificationStore store)
{
    /// <summary>The vector that most queries search for.</summary>
    protected static readonly ReadOnlyMemory<float> Query = Vectors.Random(99);

    /// <summary>Another one.</summary>
    protected static readonly ReadOnlyMemory<float> Other = Vectors.Random(98);

    /// <summary>One of four elements.</summary>
    protected static readonly ReadOnlyMemory<float> Small = Vectors.Random(97, dimensions: 4);

    protected SpecificationStore Store => store;

    /// <summary>Runs a query and compares its rows and its SQL.</summary>
    /// <param name="query">The query, over the sets it is given.</param>
    /// <param name="expected">The same in plain LINQ, where the query itself cannot run over objects.</param>
    /// <param name="shape">What to compare of each row; the row itself unless given.</param>
    /// <param name="ordered">Whether the order counts.</param>
    /// <param name="commands">How many statements the query takes.</param>
    /// <param name="test">The test's name.</param>
    protected async Task QueryAsync<T>(
        Func<ISetSource, IQueryable<T>> query,
        Func<ISetSource, IQueryable<T>>? expected = null,
        Func<T, object?>? shape = null,
        bool ordered = true,
        int commands = 1,
        [CallerMemberName] string test = "")
    {
        var log = new CommandLog();
        await using var db = store.CreateContext(log);
        var actual = await query(new ContextSets(db)).ToListAsync();
        var wanted = (expected ?? query)(store.Expected).ToList();

        Assert.NotEmpty(wanted);
        shape ??= row => row;
        new SameResults(db.Model).Check(wanted.Select(shape), actual.Select(shape), ordered);
        Assert.Equal(commands, log.Texts.Length);
        CheckSql(log, test);
    }

    /// <summary>Runs a query that ends in one value, and compares the value and the SQL.</summary>
    protected async Task ValueAsync<T, TResult>(
        Func<ISetSource, IQueryable<T>> query,
        Func<IQueryable<T>, Task<TResult>> actual,
        Func<IQueryable<T>, TResult> expected,
        [CallerMemberName] string test = "")
    {
        var log = new CommandLog();
        await using var db = store.CreateContext(log);
        var found = await actual(query(new ContextSets(db)));
        var wanted = expected(query(store.Expected));

        new SameResults(db.Model).Check(new object?[] { wanted }, new object?[] { found }, ordered: true);
        Assert.Single(log.Texts);
        CheckSql(log, test);
    }

    /// <summary>Runs something that changes rows, in a transaction that is rolled back.</summary>
    protected async Task WriteAsync(Func<SpecificationContext, CommandLog, Task> write)
    {
        var log = new CommandLog();
        await using var db = store.CreateContext(log);
        await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            log.Clear();
            await write(db, log);
        });
    }

    /// <summary>Runs a query that must be refused when it is translated, before any SQL is sent, in words that help.</summary>
    protected async Task RefusedAsync<T>(Func<ISetSource, IQueryable<T>> query, params string[] words)
    {
        var log = new CommandLog();
        await using var db = store.CreateContext(log);
        var error = await Assert.ThrowsAnyAsync<Exception>(async () => await query(new ContextSets(db)).ToListAsync());

        Assert.True(error is InvalidOperationException or NotSupportedException, error.ToString());
        Assert.All(words, word => Assert.Contains(word, error.Message, StringComparison.Ordinal));
        Assert.Empty(log.Texts);
    }

    /// <summary>The same query over objects.</summary>
    protected List<T> Expected<T>(Func<ISetSource, IQueryable<T>> query)
    {
        var rows = query(store.Expected).ToList();
        Assert.NotEmpty(rows);
        return rows;
    }

    /// <summary>Whether two lists of results are the same.</summary>
    protected void AssertSame<T>(IEnumerable<T> expected, IEnumerable<T> actual, bool ordered = true)
    {
        using var db = store.CreateContext();
        new SameResults(db.Model).Check(expected, actual, ordered);
    }

    protected void CheckSql(CommandLog log, [CallerMemberName] string test = "")
        => store.Baselines.Check(Specification(GetType()), test, log.Texts);

    // The file is named after the specification, not after the provider's class.
    private static string Specification(Type type)
        => type.BaseType is { IsAbstract: true } parent && parent != typeof(SpecificationTest) ? Specification(parent) : type.Name.Replace("Specification", "", StringComparison.Ordinal);
}
