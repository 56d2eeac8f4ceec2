using System.Linq.Expressions;

namespace OmenDb.EFCore.Sqlite.Query.Internal;

/// <summary>Calls of <see cref="NearestFunctions"/> as expressions.</summary>
internal static class NearestCalls
{
    /// <summary>Passes an argument to the virtual table: a comparison with a hidden column.</summary>
    public static Expression Argument(Expression nearest, string column, Expression value) => Equal(Expression.Property(nearest, column), value);

    /// <summary>A comparison that is no more than that.</summary>
    public static Expression Equal(Expression column, Expression value)
        => Expression.Call(typeof(NearestFunctions), nameof(NearestFunctions.Argument), [column.Type, value.Type], column, value);

    /// <summary>The label of a key, where it is in memory.</summary>
    public static Expression Label(string index, Expression key)
        => Expression.Call(typeof(NearestFunctions), nameof(NearestFunctions.Label), [key.Type], Expression.Constant(index), key);

    /// <summary>Passes all of them.</summary>
    public static Expression Arguments(params Expression[] arguments) => arguments.Aggregate(Expression.AndAlso);

    public static Expression AllRows() => Call(nameof(NearestFunctions.AllRows));

    public static Expression Probe(int number) => Call(nameof(NearestFunctions.Probe), Expression.Constant(number));

    public static Expression Call(string function, params Expression[] arguments) => Expression.Call(typeof(NearestFunctions), function, null, arguments);
}
