using System.Linq.Expressions;

namespace OmenDb.EFCore.Query.Internal;

/// <summary>The exact distance between an entity's vector and the query, as an expression that a provider translates to SQL.</summary>
internal static class DistanceCall
{
    /// <summary><c>VectorDistance</c> between two vector types. Stands in rewritten queries only.</summary>
    public static double Distance<TVector, TQuery>(VectorMetric metric, TVector vector, TQuery query) => throw StandIn.Called();

    public static Expression Between(VectorMetric metric, VectorSearchCall call, Expression entity)
    {
        var vector = call.Vector.Of(entity);
        return Expression.Call(typeof(DistanceCall), nameof(Distance), [vector.Type, call.Query.Type], Expression.Constant(metric), vector, call.Query);
    }

    /// <summary>Whether an entity is as near as asked.</summary>
    public static Expression<Func<TRow, bool>> IsWithin<TRow>(VectorMetric metric, WithinDistanceCall call, Expression entity, ParameterExpression row)
        => Expression.Lambda<Func<TRow, bool>>(Expression.LessThanOrEqual(Between(metric, call, entity), call.MaxDistance), row);

    /// <summary>The same where a condition holds, which is evaluated first. Parts of a conjunction a database evaluates in the order that it likes.</summary>
    public static Expression<Func<TRow, bool>> IsWithin<TRow>(VectorMetric metric, WithinDistanceCall call, Expression entity, ParameterExpression row, Expression condition)
    {
        var distance = Expression.Condition(condition, Expression.Convert(Between(metric, call, entity), typeof(double?)), Expression.Constant(null, typeof(double?)));
        return Expression.Lambda<Func<TRow, bool>>(Expression.LessThanOrEqual(distance, Expression.Convert(call.MaxDistance, typeof(double?))), row);
    }
}
