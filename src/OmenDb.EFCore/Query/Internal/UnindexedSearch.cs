using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using OmenDb.EFCore.Metadata.Internal;

namespace OmenDb.EFCore.Query.Internal;

/// <summary>LINQ for a search without an index, or among rows that it does not know: every row is compared, by SQL.</summary>
internal static class UnindexedSearch
{
    public static Expression Nearest<T, TResult>(NearestToCall call)
    {
        var item = Expression.Parameter(typeof(T), "a");
        Expression<Func<MeasuredRow<T>, double>> distance = m => m.Distance;
        var ordered = ThenByKey<T>(LinqCall.OrderBy(Measured<T>(WithVector<T>(call, item), call, call.Vector.Property.GetIndexMetric() ?? VectorMetric.Cosine, item), distance), call);
        return LinqCall.Select(LinqCall.Take<MeasuredRow<T>>(ordered, GuardedQuery.Limit(call)), Result<T, TResult>(call));
    }

    public static Expression Within<T>(WithinDistanceCall call, VectorMetric metric)
    {
        var item = Expression.Parameter(typeof(T), "a");
        return LinqCall.Where(WithVector<T>(call, item), DistanceCall.IsWithin<T>(metric, call, item, item));
    }

    /// <summary>The rows that have a vector, where there is one to compare them with. One that is required is missing, too, where its part is, or a left join found no row.</summary>
    public static Expression WithVector<T>(VectorSearchCall call, ParameterExpression item)
        => LinqCall.WhereNotNull<T>(LinqCall.Where(call.Source, Expression.Lambda<Func<T, bool>>(GuardedQuery.IsPresent(call), item)), item, call.Vector.Of(item));

    /// <summary>Rows beside their distance.</summary>
    public static Expression Measured<T>(Expression rows, VectorSearchCall call, VectorMetric metric, ParameterExpression item)
        => LinqCall.Select(rows, Expression.Lambda<Func<T, MeasuredRow<T>>>(
            Expression.MemberInit(
                Expression.New(typeof(MeasuredRow<T>)),
                Expression.Bind(typeof(MeasuredRow<T>).GetProperty(nameof(MeasuredRow<T>.Item))!, item),
                Expression.Bind(typeof(MeasuredRow<T>).GetProperty(nameof(MeasuredRow<T>.Distance))!, DistanceCall.Between(metric, call, item))),
            item));

    /// <summary>Breaks ties by the key.</summary>
    public static Expression ThenByKey<T>(Expression ordered, NearestToCall call)
    {
        foreach (var key in call.Ties)
        {
            var row = Expression.Parameter(typeof(MeasuredRow<T>), "m");
            ordered = LinqCall.ThenBy(ordered, Expression.Lambda(
                Expression.Call(typeof(EF), nameof(EF.Property), [key.ClrType], Expression.Property(row, nameof(MeasuredRow<T>.Item)), Expression.Constant(key.Name)), row));
        }

        return ordered;
    }

    /// <summary>What the user asked to make of a row and its distance.</summary>
    public static Expression<Func<MeasuredRow<T>, TResult>> Result<T, TResult>(NearestToCall call)
        => LinqCall.Result<MeasuredRow<T>, TResult>(
            call.ResultSelector, m => Expression.Property(m, nameof(MeasuredRow<T>.Item)), m => Expression.Property(m, nameof(MeasuredRow<T>.Distance)));
}
