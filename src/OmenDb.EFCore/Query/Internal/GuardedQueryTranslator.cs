using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace OmenDb.EFCore.Query.Internal;

/// <summary>Translates <see cref="GuardedQuery.Guarded"/>: the mapping of the query's parameter looks at what is sent.</summary>
internal static class GuardedQueryTranslator<TMapping>
    where TMapping : RelationalTypeMapping
{
    private static readonly ConcurrentDictionary<(Type, string, int, VectorMetric, bool), TMapping> Mappings = new();

    /// <summary>The query as it is sent. The vector of an outer row stays as it is: it fits, or is a damaged row's.</summary>
    public static SqlExpression Translate(ISqlExpressionFactory sql, IReadOnlyList<SqlExpression> arguments, Func<Type, string, ValueConverter, TMapping> mapping)
        => arguments[0] is (SqlParameterExpression or SqlConstantExpression) and var query
            ? sql.ApplyTypeMapping(query, MappingOf((query.Type, Value<string>(arguments[1]), Value<int>(arguments[2]), Value<VectorMetric>(arguments[3]), Value<bool>(arguments[4])), mapping))
            : arguments[0];

    /// <summary>Whether there is a query: one that the application gives is looked at when it is sent.</summary>
    public static SqlExpression IsPresent(ISqlExpressionFactory sql, IReadOnlyList<SqlExpression> arguments, Func<SqlExpression, VectorMetric, bool, SqlExpression> ofRow)
        => arguments[0] is SqlParameterExpression or SqlConstantExpression
            ? sql.Constant(true)
            : ofRow(arguments[0], Value<VectorMetric>(arguments[1]), Value<bool>(arguments[2]));

    // Always the same for a vector, so that one parameter serves all of a statement.
    private static TMapping MappingOf((Type, string, int, VectorMetric, bool) query, Func<Type, string, ValueConverter, TMapping> mapping)
        => Mappings.GetOrAdd(
            query,
            static (key, mapping) =>
            {
                var (clrType, vector, dimensions, metric, isRounded) = key;
                clrType = Nullable.GetUnderlyingType(clrType) ?? clrType;
                return mapping(clrType, vector, (ValueConverter)Activator.CreateInstance(typeof(GuardedQueryConverter<>).MakeGenericType(clrType), vector, dimensions, metric, isRounded)!);
            },
            mapping);

    private static T Value<T>(SqlExpression constant) => (T)((SqlConstantExpression)constant).Value!;
}
