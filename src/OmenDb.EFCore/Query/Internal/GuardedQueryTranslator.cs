using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using OmenDb.EFCore.Metadata.Internal;

namespace OmenDb.EFCore.Query.Internal;

/// <summary>Translates <see cref="GuardedQuery.Guarded"/>, and what <c>VectorDistance</c> compares a column with: the mapping of the parameter looks at what is sent.</summary>
internal static class GuardedQueryTranslator<TMapping>
    where TMapping : RelationalTypeMapping
{
    private static readonly ConcurrentDictionary<(Type, string, int, VectorMetric?, bool), TMapping> Mappings = new();
    private static readonly ConcurrentDictionary<(Type, string, int, VectorMetric?, bool), TMapping> Comparisons = new();

    /// <summary>The query as it is sent. The vector of an outer row stays as it is: it fits, or is a damaged row's. The application's may be one of several to choose from.</summary>
    public static SqlExpression Translate(IReadOnlyList<SqlExpression> arguments, Func<Type, string, ValueConverter, TMapping> mapping)
    {
        return Checked(arguments[0]);

        SqlExpression Checked(SqlExpression query) => query switch
        {
            SqlParameterExpression parameter => parameter.ApplyTypeMapping(Checking(parameter.Type)),
            SqlConstantExpression { Value: not null } constant => constant.ApplyTypeMapping(Checking(constant.Type)),
            SqlFunctionExpression { Name: "COALESCE", Arguments: { } vectors } first => first.Update(first.Instance, [.. vectors.Select(Checked)]),
            CaseExpression { WhenClauses: var cases } chosen => chosen.Update(
                chosen.Operand, [.. cases.Select(c => new CaseWhenClause(c.Test, Checked(c.Result)))], chosen.ElseResult is { } otherwise ? Checked(otherwise) : null),
            _ => query,
        };

        TMapping Checking(Type type) => MappingOf(Mappings, (type, Value<string>(arguments[1]), Value<int>(arguments[2]), Value<VectorMetric>(arguments[3]), Value<bool>(arguments[4])), mapping);
    }

    /// <summary>A vector as <c>VectorDistance</c> compares it with another. One that the application gives is looked at: rows have no order by distances that are no numbers. It may be NULL.</summary>
    public static SqlExpression Compared(ISqlExpressionFactory sql, SqlExpression vector, SqlExpression other, VectorMetric metric, Func<Type, string, ValueConverter, TMapping> mapping)
    {
        if (vector is not (SqlParameterExpression or SqlConstantExpression) || vector.TypeMapping is not null || !VectorPropertyExtensions.IsVectorType(vector.Type)
            || other is SqlParameterExpression or SqlConstantExpression)
            return vector;
        var column = other as ColumnExpression;
        var property = column?.Column?.PropertyMappings.Select(m => m.Property).FirstOrDefault(p => p.GetDimensions() is not null);
        var name = property?.DisplayName() ?? column?.Name ?? "a vector";
        return sql.ApplyTypeMapping(vector, MappingOf(Comparisons, (vector.Type, name, property?.GetDimensions() ?? 0, metric == VectorMetric.Cosine ? metric : null, false), mapping));
    }

    /// <summary>Whether there is a query: one that the application gives is looked at when it is sent.</summary>
    public static SqlExpression IsPresent(ISqlExpressionFactory sql, IReadOnlyList<SqlExpression> arguments, Func<SqlExpression, VectorMetric, bool, SqlExpression> ofRow)
        => arguments[0] is SqlParameterExpression or SqlConstantExpression
            ? sql.Constant(true)
            : ofRow(arguments[0], Value<VectorMetric>(arguments[1]), Value<bool>(arguments[2]));

    // Always the same for a vector, so that one parameter serves all of a statement.
    private static TMapping MappingOf(
        ConcurrentDictionary<(Type, string, int, VectorMetric?, bool), TMapping> mappings, (Type, string, int, VectorMetric?, bool) query, Func<Type, string, ValueConverter, TMapping> mapping)
        => mappings.GetOrAdd(
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
