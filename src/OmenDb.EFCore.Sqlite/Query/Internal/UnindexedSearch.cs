using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using OmenDb.EFCore.Query.Internal;

namespace OmenDb.EFCore.Sqlite.Query.Internal;

/// <summary>LINQ for a search by a property without an index: every row is compared, by SQL.</summary>
internal static class UnindexedSearch
{
    public static Expression Nearest<T, TResult>(NearestToCall call)
    {
        var item = Expression.Parameter(typeof(T), "a");
        var measured = LinqCall.Select(WithVector<T>(call, item), Expression.Lambda<Func<T, MeasuredRow<T>>>(
            Expression.MemberInit(
                Expression.New(typeof(MeasuredRow<T>)),
                Expression.Bind(typeof(MeasuredRow<T>).GetProperty(nameof(MeasuredRow<T>.Item))!, item),
                Expression.Bind(typeof(MeasuredRow<T>).GetProperty(nameof(MeasuredRow<T>.Distance))!, NearestCalls.Distance(VectorMetric.Cosine, call, item))),
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

    public static Expression Within<T>(WithinDistanceCall call)
    {
        var item = Expression.Parameter(typeof(T), "a");
        return LinqCall.Where(WithVector<T>(call, item), NearestCalls.IsWithin<T>(VectorMetric.Cosine, call, item, item));
    }

    private static Expression WithVector<T>(VectorSearchCall call, ParameterExpression item)
    {
        var vector = call.Vector.Of(item);
        return call.Vector.Property.IsNullable
            ? LinqCall.Where(call.Source, Expression.Lambda<Func<T, bool>>(Expression.NotEqual(vector, Expression.Constant(null, vector.Type)), item))
            : call.Source;
    }
}
