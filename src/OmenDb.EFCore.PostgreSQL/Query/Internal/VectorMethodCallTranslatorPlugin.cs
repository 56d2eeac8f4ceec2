#pragma warning disable EF1001 // an operator that EF Core does not know, as Npgsql's own plug-ins write it
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql.EntityFrameworkCore.PostgreSQL.Query.Expressions.Internal;
using OmenDb.EFCore.PostgreSQL.Metadata.Internal;
using OmenDb.EFCore.PostgreSQL.Storage.Internal;
using OmenDb.EFCore.Query.Internal;

namespace OmenDb.EFCore.PostgreSQL.Query.Internal;

/// <summary>Translates <c>EF.Functions.VectorDistance</c> and the functions that <see cref="IndexedSearch"/> writes.</summary>
internal sealed class VectorMethodCallTranslatorPlugin(ISqlExpressionFactory sql, IRelationalTypeMappingSource typeMappings) : IMethodCallTranslatorPlugin, IMethodCallTranslator
{
    public IEnumerable<IMethodCallTranslator> Translators => [this];

    public SqlExpression? Translate(
        SqlExpression? instance, MethodInfo method, IReadOnlyList<SqlExpression> arguments, IDiagnosticsLogger<DbLoggerCategory.Query> logger)
    {
        if (method.DeclaringType == typeof(VectorDbFunctionsExtensions))
            return Distance(arguments[1], arguments[2], arguments[3], (a, b, symbol) => new WrittenDistanceExpression(a, b, symbol, Double));
        if (method.DeclaringType == typeof(DistanceCall))
            return Distance(arguments[0], arguments[1], arguments[2], (a, b, symbol) => new PgUnknownBinaryExpression(a, b, symbol, typeof(double), Double));
        if (method.DeclaringType == typeof(GuardedQuery))
            return Guarded(method.Name, arguments);
        if (method.DeclaringType != typeof(SearchFunctions))
            return null;
        return method.Name switch
        {
            nameof(SearchFunctions.AmongFiltered) => Among(arguments[0], sql.Constant((long)SearchSettings.FilteredSpare)),
            nameof(SearchFunctions.AmongVisible) => Among(arguments[0], new SqlFragmentExpression((string)((SqlConstantExpression)arguments[1]).Value!, typeof(long), Long)),
            _ => Order(arguments[0], Vector(arguments[1]), Vector(arguments[2])),
        };
    }

    private SqlExpression Among(SqlExpression k, SqlExpression spare) => sql.Add(sql.Convert(AtLeastOne(k), typeof(long), Long), spare);

    private SqlExpression Guarded(string method, IReadOnlyList<SqlExpression> arguments) => method switch
    {
        nameof(GuardedQuery.IsPresent) => GuardedQueryTranslator<VectorTypeMapping>.IsPresent(sql, arguments, HasDirection),
        nameof(GuardedQuery.AtLeastOne) => AtLeastOne(arguments[0]),
        _ => GuardedQueryTranslator<VectorTypeMapping>.Translate(arguments, VectorTypeMapping.ForQueries),
    };

    // One that the statement computes is made negative, which PostgreSQL refuses: of 0 it makes no rows.
    private SqlExpression AtLeastOne(SqlExpression k)
        => k is SqlParameterExpression or SqlConstantExpression
            ? sql.ApplyTypeMapping(k, LimitTypeMapping.Default)
            : sql.Case([new CaseWhenClause(sql.LessThan(k, sql.Constant(1)), sql.Constant(-1))], k);

    private RelationalTypeMapping? Long => typeMappings.FindMapping(typeof(long));

    private RelationalTypeMapping Double => typeMappings.FindMapping(typeof(double))!;

    // As 32-bit floats: the distance to the query that was given, not to one rounded to the column's precision. With zero added, so that the planner does not take
    // it for the order of an index: that is right by the settings of a search alone, and it would read a least distance from there, too.
    private SqlExpression Distance(SqlExpression metric, SqlExpression a, SqlExpression b, Func<SqlExpression, SqlExpression, string, SqlExpression> operation)
    {
        var (left, right) = (Vector(Compared(a, b)), Vector(Compared(b, a)));
        var sameType = IsHalf(left) == IsHalf(right);
        return sql.Add(operation(sameType ? left : AsVector(left), sameType ? right : AsVector(right), Symbol(metric)), sql.Constant(0.0, Double), Double);

        SqlExpression Compared(SqlExpression vector, SqlExpression other) => GuardedQueryTranslator<VectorTypeMapping>.Compared(sql, vector, other, Metric(metric), static (type, _, check) => VectorTypeMapping.ForComparisons(type, check));
    }

    // By cosine pgvector would find any rows for a zero vector.
    private SqlExpression HasDirection(SqlExpression query, VectorMetric metric, bool isRounded)
    {
        if (metric != VectorMetric.Cosine)
            return sql.IsNotNull(query);
        var vector = isRounded ? Convert(query, typeof(ReadOnlyMemory<Half>)) : Vector(query);
        return sql.GreaterThan(sql.Function(IsHalf(vector) ? "l2_norm" : "vector_norm", [vector], nullable: true, [true], typeof(double)), sql.Constant(0.0));
    }

    private IndexOrderExpression Order(SqlExpression metric, SqlExpression column, SqlExpression query)
        => new(column, IsHalf(column) ? Convert(query, typeof(ReadOnlyMemory<Half>)) : query, Symbol(metric), Double);

    private static string Symbol(SqlExpression metric) => OperatorClass.Operator(Metric(metric));

    private static VectorMetric Metric(SqlExpression metric)
        => metric is SqlConstantExpression { Value: VectorMetric value }
            ? value
            : throw new InvalidOperationException("The metric of EF.Functions.VectorDistance is part of the SQL: write it as a constant, such as VectorMetric.Cosine.");

    private SqlExpression AsVector(SqlExpression vector) => IsHalf(vector) ? Convert(vector, typeof(ReadOnlyMemory<float>)) : vector;

    private SqlExpression Convert(SqlExpression vector, Type type) => sql.Convert(vector, type, VectorTypeMapping.Find(type));

    private SqlExpression Vector(SqlExpression argument)
        => argument.TypeMapping is VectorTypeMapping
            ? argument
            : sql.ApplyTypeMapping(argument, VectorTypeMapping.Find(argument.Type) ?? throw new InvalidOperationException($"A {argument.Type.Name} is not a vector."));

    private static bool IsHalf(SqlExpression vector) => vector.TypeMapping is VectorTypeMapping { IsHalf: true };
}
