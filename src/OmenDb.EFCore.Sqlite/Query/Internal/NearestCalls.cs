using System.Linq.Expressions;
using OmenDb.EFCore.Query.Internal;

namespace OmenDb.EFCore.Sqlite.Query.Internal;

/// <summary>Calls of <see cref="NearestFunctions"/> as expressions.</summary>
internal static class NearestCalls
{
    /// <summary>The exact distance between an entity's vector and the query.</summary>
    public static Expression Distance(VectorMetric metric, VectorSearchCall call, Expression entity)
    {
        var vector = call.Vector.Of(entity);
        return Expression.Call(
            typeof(NearestFunctions), nameof(NearestFunctions.Distance), [vector.Type, call.Query.Type], Expression.Constant(metric), vector, call.Query);
    }

    /// <summary>Whether an entity is as near as asked, by its exact distance.</summary>
    public static Expression<Func<TRow, bool>> IsWithin<TRow>(VectorMetric metric, WithinDistanceCall call, Expression entity, ParameterExpression row)
        => Expression.Lambda<Func<TRow, bool>>(Expression.LessThanOrEqual(Distance(metric, call, entity), call.MaxDistance), row);

    /// <summary>Passes an argument to the virtual table: a comparison with a hidden column.</summary>
    public static Expression Argument(Expression nearest, string column, Expression value)
    {
        var property = Expression.Property(nearest, column);
        return Expression.Call(typeof(NearestFunctions), nameof(NearestFunctions.Argument), [property.Type, value.Type], property, value);
    }

    /// <summary>Passes all of them.</summary>
    public static Expression Arguments(params Expression[] arguments) => arguments.Aggregate(Expression.AndAlso);

    public static Expression AllRows() => Call(nameof(NearestFunctions.AllRows));

    public static Expression Probe() => Call(nameof(NearestFunctions.Probe));

    public static Expression Call(string function, params Expression[] arguments) => Expression.Call(typeof(NearestFunctions), function, null, arguments);
}
