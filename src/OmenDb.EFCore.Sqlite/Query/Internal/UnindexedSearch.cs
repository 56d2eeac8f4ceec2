using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using OmenDb.EFCore.Query.Internal;

namespace OmenDb.EFCore.Sqlite.Query.Internal;

/// <summary>LINQ for a search by a property without an index: every row is compared, by SQL.</summary>
internal static class UnindexedSearch
{
    public static Expression Rewrite<T, TResult, TVector>(NearestToCall call)
    {
        var item = Expression.Parameter(typeof(T), "a");
        var vector = Expression.Call(typeof(EF), nameof(EF.Property), [typeof(TVector)], item, Expression.Constant(call.Vector.Name));
        Expression source = call.Source;
        if (call.Vector.IsNullable)
        {
            var hasVector = Expression.NotEqual(vector, Expression.Constant(null, typeof(TVector)));
            source = LinqCall.Where(source, Expression.Lambda<Func<T, bool>>(hasVector, item));
        }

        var query = Convert(call.Query, typeof(TVector));
        var distance = Expression.Call(
            typeof(VectorDbFunctionsExtensions), nameof(VectorDbFunctionsExtensions.VectorDistance), [typeof(TVector)],
            Expression.Constant(EF.Functions), Expression.Constant(VectorMetric.Cosine), vector, query);
        var measured = LinqCall.Select(source, Expression.Lambda<Func<T, MeasuredRow<T>>>(
            Expression.MemberInit(
                Expression.New(typeof(MeasuredRow<T>)),
                Expression.Bind(typeof(MeasuredRow<T>).GetProperty(nameof(MeasuredRow<T>.Item))!, item),
                Expression.Bind(typeof(MeasuredRow<T>).GetProperty(nameof(MeasuredRow<T>.Distance))!, distance)),
            item));
        Expression<Func<MeasuredRow<T>, double>> byDistance = m => m.Distance;
        var ordered = LinqCall.OrderBy(measured, byDistance);
        foreach (var key in call.EntityType.FindPrimaryKey()?.Properties ?? [])
        {
            var row = Expression.Parameter(typeof(MeasuredRow<T>), "m");
            ordered = LinqCall.ThenBy(ordered, Expression.Lambda(
                Expression.Call(typeof(EF), nameof(EF.Property), [key.ClrType], Expression.Property(row, nameof(MeasuredRow<T>.Item)), Expression.Constant(key.Name)), row));
        }

        return LinqCall.Select(LinqCall.Take<MeasuredRow<T>>(ordered, call.K), LinqCall.Result<MeasuredRow<T>, TResult>(
            call.ResultSelector, m => Expression.Property(m, nameof(MeasuredRow<T>.Item)), m => Expression.Property(m, nameof(MeasuredRow<T>.Distance))));
    }

    // The translator looks at the parameter's own type; the conversion is there for the compiler of the expression only.
    private static Expression Convert(Expression query, Type type)
        => query.Type == type ? query : Expression.Call(typeof(UnindexedSearch), nameof(As), [query.Type, type], query);

    private static TTo As<TFrom, TTo>(TFrom vector) => throw new InvalidOperationException("This method stands for SQL and cannot be called.");
}
