using System.Collections;
using System.Linq.Expressions;

namespace OmenDb.EFCore.Specification.Infrastructure;

/// <summary>A query over objects, whose searches are made exact when it runs.</summary>
internal sealed class ExactQuery<T>(Expression expression) : IOrderedQueryable<T>, IQueryProvider
{
    private static readonly IQueryProvider Objects = Enumerable.Empty<T>().AsQueryable().Provider;

    public Type ElementType => typeof(T);

    public Expression Expression => expression;

    public IQueryProvider Provider => this;

    public IQueryable<TElement> CreateQuery<TElement>(Expression expression) => new ExactQuery<TElement>(expression);

    public IQueryable CreateQuery(Expression expression) => throw new NotSupportedException();

    public TResult Execute<TResult>(Expression expression) => Objects.Execute<TResult>(new ExactLinq().Visit(expression));

    public object? Execute(Expression expression) => throw new NotSupportedException();

    public IEnumerator<T> GetEnumerator() => Objects.CreateQuery<T>(new ExactLinq().Visit(expression)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
