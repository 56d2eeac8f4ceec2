using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using OmenDb.EFCore.Query.Internal;

namespace OmenDb.EFCore.PostgreSQL.Query.Internal;

/// <summary>LINQ for a search by an indexed property: the k rows that come first by the operator that the index knows, then ordered by their exact distance. Of a filtered source, and of a table with policies, more come first, and k are taken of these.</summary>
internal static class IndexedSearch
{
    public static Expression Nearest<T, TResult>(NearestToCall call, VectorMetric metric)
    {
        var item = Expression.Parameter(typeof(T), "a");
        var vector = call.Vector.Of(item);
        var order = Expression.Call(
            typeof(SearchFunctions), nameof(SearchFunctions.Order), [vector.Type, call.Query.Type], Expression.Constant(metric), vector, call.Query);
        var first = LinqCall.Take<T>(
            LinqCall.OrderBy(UnindexedSearch.WithVector<T>(call, item), Expression.Lambda<Func<T, double>>(order, item)),
            call.IsFiltered
                ? Expression.Call(typeof(SearchFunctions), nameof(SearchFunctions.AmongFiltered), null, call.K)
                : Expression.Call(typeof(SearchFunctions), nameof(SearchFunctions.AmongVisible), null, call.K, Expression.Constant(VisibleSpare(call))));

        Expression<Func<MeasuredRow<T>, double>> distance = m => m.Distance;
        var measured = UnindexedSearch.Measured<T>(first, call, metric, item);
        var ordered = UnindexedSearch.ThenByKey<T>(LinqCall.OrderBy(metric == VectorMetric.Cosine ? WithDistance<T>(measured) : measured, distance), call);
        return LinqCall.Select(LinqCall.Take<MeasuredRow<T>>(ordered, GuardedQuery.Limit(call)), UnindexedSearch.Result<T, TResult>(call));
    }

    /// <summary>The same without an index, by cosine.</summary>
    public static Expression Compared<T, TResult>(NearestToCall call)
    {
        var item = Expression.Parameter(typeof(T), "a");
        Expression<Func<MeasuredRow<T>, double>> distance = m => m.Distance;
        var measured = UnindexedSearch.Measured<T>(UnindexedSearch.WithVector<T>(call, item), call, VectorMetric.Cosine, item);
        var nearest = LinqCall.Take<MeasuredRow<T>>(UnindexedSearch.ThenByKey<T>(LinqCall.OrderBy(measured, distance), call), GuardedQuery.Limit(call));
        return LinqCall.Select(WithDistance<T>(nearest), UnindexedSearch.Result<T, TResult>(call));
    }

    // SQL can write a vector that is zero. An hnsw index holds none, but the planner may compare and sort: such a row is NaN away, behind all others. So it is left out of the few that were taken.
    private static Expression WithDistance<T>(Expression rows) => LinqCall.Where<MeasuredRow<T>>(rows, m => !double.IsNaN(m.Distance));

    private static string VisibleSpare(NearestToCall call)
        => SearchSettings.VisibleSpare(call.Context.GetService<ISqlGenerationHelper>(), call.EntityType.GetTableName()!, call.EntityType.GetSchema());
}
