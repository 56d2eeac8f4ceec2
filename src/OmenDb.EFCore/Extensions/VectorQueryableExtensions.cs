using System.Linq.Expressions;
using System.Numerics.Tensors;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using OmenDb.EFCore.Infrastructure.Internal;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Nearest-neighbour search in LINQ.</summary>
public static class VectorQueryableExtensions
{
    internal static readonly MethodInfo NearestToOnly = Definition(3);
    internal static readonly MethodInfo NearestToProperty = Definition(4);
    internal static readonly MethodInfo NearestToSelecting = Definition(5);

    /// <summary>The k rows of the source whose vector is nearest to the query, nearest first, by the only vector index that the entity has.</summary>
    /// <inheritdoc cref="NearestTo{T, TVector}(IQueryable{T}, Expression{Func{T, TVector}}, ReadOnlyMemory{float}, int)"/>
    public static IQueryable<T> NearestTo<T>(this IQueryable<T> source, ReadOnlyMemory<float> query, int k)
    {
        Check(source, query, k);
        var (q, n) = Captured(query, k);
        return source.Provider.CreateQuery<T>(
            Expression.Call(NearestToOnly.MakeGenericMethod(typeof(T)), source.Expression, q, n));
    }

    /// <summary>The k rows of the source whose vector is nearest to the query, nearest first.</summary>
    /// <remarks>
    /// What stands before it restricts what is searched: <c>Where(p).NearestTo(v, q, 10)</c> gives ten rows that satisfy <c>p</c> whenever ten exist.
    /// What stands after it works on the k rows. Rows without a vector are never returned; equal distances come in the order the vectors were written.
    /// </remarks>
    /// <typeparam name="T">The entity type.</typeparam>
    /// <typeparam name="TVector">The vector property's type.</typeparam>
    /// <param name="source">The rows to search.</param>
    /// <param name="vector">The vector property, as <c>a =&gt; a.Embedding</c>. Without an index it is compared row by row.</param>
    /// <param name="query">The vector to search for, of as many elements as the property has dimensions.</param>
    /// <param name="k">How many rows at most, at least 1.</param>
    /// <returns>A query like any other.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is less than 1.</exception>
    /// <exception cref="ArgumentException"><paramref name="query"/> is empty or holds NaN or infinity.</exception>
    /// <exception cref="InvalidOperationException"><c>UseOmenDb()</c> was not called in the context's options.</exception>
    /// <example><code>
    /// var nearest = await db.Articles.Where(a =&gt; a.Category == "news").NearestTo(a =&gt; a.Embedding, query, 10).ToListAsync();
    /// </code></example>
    public static IQueryable<T> NearestTo<T, TVector>(
        this IQueryable<T> source, Expression<Func<T, TVector>> vector, ReadOnlyMemory<float> query, int k)
    {
        Check(source, query, k);
        ArgumentNullException.ThrowIfNull(vector);
        var (q, n) = Captured(query, k);
        return source.Provider.CreateQuery<T>(
            Expression.Call(NearestToProperty.MakeGenericMethod(typeof(T), typeof(TVector)), source.Expression, Expression.Quote(vector), q, n));
    }

    /// <summary>The k rows of the source whose vector is nearest to the query, nearest first, each with its distance.</summary>
    /// <inheritdoc cref="NearestTo{T, TVector}(IQueryable{T}, Expression{Func{T, TVector}}, ReadOnlyMemory{float}, int)"/>
    /// <typeparam name="T">The entity type.</typeparam>
    /// <typeparam name="TVector">The vector property's type.</typeparam>
    /// <typeparam name="TResult">The result type.</typeparam>
    /// <param name="source">The rows to search.</param>
    /// <param name="vector">The vector property, as <c>a =&gt; a.Embedding</c>. Without an index it is compared row by row.</param>
    /// <param name="query">The vector to search for, of as many elements as the property has dimensions.</param>
    /// <param name="k">How many rows at most, at least 1.</param>
    /// <param name="resultSelector">Makes a result of an entity and its distance, as <c>(a, distance) =&gt; new { a.Title, distance }</c>.</param>
    /// <example><code>
    /// var nearest = await db.Articles.NearestTo(a =&gt; a.Embedding, query, 10, (a, distance) =&gt; new { a.Title, distance }).ToListAsync();
    /// </code></example>
    public static IQueryable<TResult> NearestTo<T, TVector, TResult>(
        this IQueryable<T> source, Expression<Func<T, TVector>> vector, ReadOnlyMemory<float> query, int k, Expression<Func<T, double, TResult>> resultSelector)
    {
        Check(source, query, k);
        ArgumentNullException.ThrowIfNull(vector);
        ArgumentNullException.ThrowIfNull(resultSelector);
        var (q, n) = Captured(query, k);
        return source.Provider.CreateQuery<TResult>(
            Expression.Call(
                NearestToSelecting.MakeGenericMethod(typeof(T), typeof(TVector), typeof(TResult)),
                source.Expression, Expression.Quote(vector), q, n, Expression.Quote(resultSelector)));
    }

    private static void Check(object source, ReadOnlyMemory<float> query, int k)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        if (query.IsEmpty)
            throw new ArgumentException("The query vector is empty.", nameof(query));
        if (!TensorPrimitives.IsFiniteAll(query.Span))
            throw new ArgumentException("The query vector holds NaN or infinity.", nameof(query));

        // Without UseOmenDb nobody would translate the call, and EF Core could not say why.
        if (source is IInfrastructure<IServiceProvider> set)
            set.GetService<ICurrentDbContext>().Context.GetVectorStore();
    }

    // Closures become SQL parameters; constants would compile a new query for every vector.
    private static (Expression Query, Expression K) Captured(ReadOnlyMemory<float> query, int k)
    {
        Expression<Func<ReadOnlyMemory<float>>> q = () => query;
        Expression<Func<int>> n = () => k;
        return (q.Body, n.Body);
    }

    private static MethodInfo Definition(int parameters)
        => typeof(VectorQueryableExtensions).GetMethods().Single(m => m.Name == nameof(NearestTo) && m.GetParameters().Length == parameters);
}
