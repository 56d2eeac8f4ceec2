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

        var distance = Expression.Call(
            typeof(NearestFunctions), nameof(NearestFunctions.Distance), [typeof(TVector), call.Query.Type],
            Expression.Constant(VectorMetric.Cosine), vector, call.Query);
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
}
