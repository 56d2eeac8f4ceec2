using System.Linq.Expressions;
using System.Numerics.Tensors;
using System.Reflection;
using OmenDb.EFCore.Infrastructure.Internal;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Nearest-neighbour search in LINQ.</summary>
public static class VectorQueryableExtensions
{
    private static readonly MethodInfo NearestToOnly = Definition(nameof(NearestTo), 3);
    private static readonly MethodInfo NearestToProperty = Definition(nameof(NearestTo), 4);
    private static readonly MethodInfo NearestToSelecting = Definition(nameof(NearestTo), 5);
    private static readonly MethodInfo Within = Definition(nameof(WithinDistance), 4);

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
    /// <exception cref="ArgumentException"><paramref name="query"/> is empty or holds NaN or infinity. When the query runs: it has another length than the vector, or is zero under cosine.</exception>
    /// <exception cref="InvalidOperationException"><c>UseOmenDb()</c> was not called in the context's options, or the source is in memory.</exception>
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

    /// <summary>The rows of the source whose vector is not further than a distance from the query: every one, the boundary included.</summary>
    /// <remarks>
    /// The same rows as <c>Where(a =&gt; EF.Functions.VectorDistance(metric, a.Embedding, query) &lt;= maxDistance)</c>, by the metric of the property's index, which
    /// finds them. They come in no particular order: add <c>OrderBy</c>. Rows without a vector are never returned.
    /// </remarks>
    /// <typeparam name="T">The entity type.</typeparam>
    /// <typeparam name="TVector">The vector property's type.</typeparam>
    /// <param name="source">The rows to search.</param>
    /// <param name="vector">The vector property, as <c>a =&gt; a.Embedding</c>. Without an index it is compared row by row, by cosine.</param>
    /// <param name="query">The vector to search around, of as many elements as the property has dimensions.</param>
    /// <param name="maxDistance">How far at most, in the metric's unit: up to 2 for cosine, not negative for Euclidean, the negative product for inner product.</param>
    /// <returns>A query like any other.</returns>
    /// <exception cref="ArgumentException"><paramref name="query"/> is empty or holds NaN or infinity, or <paramref name="maxDistance"/> is NaN. When the query runs: it has another length than the vector, or is zero under cosine.</exception>
    /// <exception cref="InvalidOperationException"><c>UseOmenDb()</c> was not called in the context's options, or the source is in memory.</exception>
    /// <example><code>
    /// var similar = await db.Articles.WithinDistance(a =&gt; a.Embedding, query, 0.2).CountAsync();
    /// </code></example>
    public static IQueryable<T> WithinDistance<T, TVector>(
        this IQueryable<T> source, Expression<Func<T, TVector>> vector, ReadOnlyMemory<float> query, double maxDistance)
    {
        Check(source, query);
        ArgumentNullException.ThrowIfNull(vector);
        if (double.IsNaN(maxDistance))
            throw new ArgumentException("The distance is not a number.", nameof(maxDistance));
        Expression<Func<ReadOnlyMemory<float>>> q = () => query;
        Expression<Func<double>> d = () => maxDistance;
        return source.Provider.CreateQuery<T>(
            Expression.Call(Within.MakeGenericMethod(typeof(T), typeof(TVector)), source.Expression, Expression.Quote(vector), q.Body, d.Body));
    }

    private static void Check(IQueryable source, ReadOnlyMemory<float> query, int k)
    {
        Check(source, query);
        if (!IsPrecompiled(query))
            ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
    }

    private static void Check(IQueryable source, ReadOnlyMemory<float> query)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (query.IsEmpty && !IsPrecompiled(query))
            throw new ArgumentException("The query vector is empty.", nameof(query));
        if (!query.IsEmpty && !TensorPrimitives.IsFiniteAll(query.Span))
            throw new ArgumentException("The query vector holds NaN or infinity.", nameof(query));
        VectorStoreExtensions.RequireVectorStore(source);
    }

    // dotnet ef calls this with no values, to see what query becomes of it. The statement itself refuses the values that it is run with.
    private static bool IsPrecompiled(ReadOnlyMemory<float> query) => EF.IsDesignTime && query.IsEmpty;

    // Closures become SQL parameters; constants would compile a new query for every vector.
    private static (Expression Query, Expression K) Captured(ReadOnlyMemory<float> query, int k)
    {
        Expression<Func<ReadOnlyMemory<float>>> q = () => query;
        Expression<Func<int>> n = () => k;
        return (q.Body, n.Body);
    }

    private static MethodInfo Definition(string name, int parameters)
        => typeof(VectorQueryableExtensions).GetMethods().Single(m => m.Name == name && m.GetParameters().Length == parameters);
}
