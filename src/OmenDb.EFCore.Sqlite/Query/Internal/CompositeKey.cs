using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace OmenDb.EFCore.Sqlite.Query.Internal;

/// <summary>Keys to join by, of one column or several.</summary>
internal static class CompositeKey
{
    // By the number of key columns.
    private static readonly Type?[] Types =
        [null, null, typeof(Tuple<,>), typeof(Tuple<,,>), typeof(Tuple<,,,>), typeof(Tuple<,,,,>), typeof(Tuple<,,,,,>), typeof(Tuple<,,,,,,>)];

    /// <summary>How many columns a key may have.</summary>
    public static int MostColumns => Types.Length - 1;

    // EF Core joins composite keys on any two objects made with new, argument by argument.
    public static LambdaExpression Lambda(Type type, IEnumerable<(string Name, Type Type)> properties)
    {
        var row = Expression.Parameter(type, "x");
        var values = properties.Select(p => (Expression)Expression.Call(typeof(EF), nameof(EF.Property), [p.Type], row, Expression.Constant(p.Name))).ToArray();
        return Expression.Lambda(values.Length == 1 ? values[0] : New(values), row);
    }

    private static NewExpression New(Expression[] values)
        => Expression.New(Types[values.Length]!.MakeGenericType([.. values.Select(v => v.Type)]).GetConstructors().Single(), values);
}
