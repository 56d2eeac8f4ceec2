using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;
using OmenDb.EFCore.Metadata.Internal;
using OmenDb.EFCore.Query.Internal;
using OmenDb.EFCore.Sqlite.Infrastructure.Internal;
using OmenDb.EFCore.Sqlite.Interop;
using OmenDb.EFCore.Sqlite.Storage.Internal;

namespace OmenDb.EFCore.Sqlite.Query.Internal;

/// <summary>Translates <c>EF.Functions.VectorDistance</c> and the functions that <see cref="SqliteVectorSearchInterceptor"/> writes.</summary>
internal sealed class VectorMethodCallTranslatorPlugin(ISqlExpressionFactory sql, IRelationalTypeMappingSource typeMappings, IRelationalConnection connection)
    : IMethodCallTranslatorPlugin, IMethodCallTranslator
{
    public IEnumerable<IMethodCallTranslator> Translators => [this];

    public SqlExpression? Translate(
        SqlExpression? instance, MethodInfo method, IReadOnlyList<SqlExpression> arguments, IDiagnosticsLogger<DbLoggerCategory.Query> logger)
    {
        if (!IsOfVectors(method.DeclaringType))
            return null;
        CheckConnection();
        if (method.DeclaringType == typeof(VectorDbFunctionsExtensions))
            return Distance(arguments[1], arguments[2], arguments[3]);
        if (method.DeclaringType == typeof(DistanceCall))
            return Distance(arguments[0], arguments[1], arguments[2]);
        if (method.DeclaringType == typeof(GuardedQuery))
            return Guarded(method.Name, arguments);
        return method.Name switch
        {
            nameof(NearestFunctions.AtLeastOne) => sql.Function(
                "max", [arguments[0], sql.Constant(1, typeMappings.FindMapping(typeof(int)))], nullable: false, [false, false], typeof(int), typeMappings.FindMapping(typeof(int))),
            nameof(NearestFunctions.Sorted) => sql.Add(arguments[0], sql.Constant(0.0, typeMappings.FindMapping(typeof(double)))),
            nameof(NearestFunctions.IsSound) => IsSound(arguments[0], arguments[1]),
            nameof(NearestFunctions.Argument) => Equal(arguments[0], arguments[1]),
            nameof(NearestFunctions.AllRows) => sql.Constant(RowsArgument.All, typeMappings.FindMapping(typeof(int))),
            nameof(NearestFunctions.Probe) => sql.Constant(RowsArgument.ProbeFor(Number(arguments[0])), typeMappings.FindMapping(typeof(int))),
            nameof(NearestFunctions.RowsOrProbed) => sql.Function(
                "ifnull", [arguments[0], sql.Constant(RowsArgument.AfterProbe(Number(arguments[1])), typeMappings.FindMapping(typeof(int)))], nullable: false, [false, false], typeof(byte[]), Blob),
            nameof(NearestFunctions.Rowset) => sql.Function(VectorFunctions.Rowset, arguments, nullable: false, [false], typeof(byte[]), Blob),
            nameof(NearestFunctions.RowsetOnce) => sql.Function(
                VectorFunctions.Rowset, [arguments[0], sql.ApplyDefaultTypeMapping(arguments[1])], nullable: false, [false, false], typeof(byte[]), Blob),
            nameof(NearestFunctions.Label) => sql.Function(
                VectorFunctions.Label, [sql.ApplyDefaultTypeMapping(arguments[0]), arguments[1]], nullable: true, [false, false], typeof(long?), typeMappings.FindMapping(typeof(long))),
            _ => null,
        };
    }

    private static bool IsOfVectors(Type? type)
        => type == typeof(VectorDbFunctionsExtensions) || type == typeof(DistanceCall) || type == typeof(GuardedQuery) || type == typeof(NearestFunctions);

    // Refuses one that cannot run it, once per compiled query. Where a query is precompiled there is no database, and so no connection.
    private void CheckConnection()
    {
        if (connection is { ConnectionString: not null, DbConnection: not SqliteConnection })
            SqliteVectorConnection.Of(connection.Context);
    }

    private SqlExpression Guarded(string method, IReadOnlyList<SqlExpression> arguments) => method switch
    {
        nameof(GuardedQuery.IsPresent) => GuardedQueryTranslator<VectorTypeMapping>.IsPresent(sql, arguments, HasDirection),
        nameof(GuardedQuery.AtLeastOne) => sql.Function(VectorFunctions.Limit, arguments, nullable: false, [false], typeof(int), typeMappings.FindMapping(typeof(int))),
        _ => GuardedQueryTranslator<VectorTypeMapping>.Translate(arguments, VectorTypeMapping.ForQueries),
    };

    // By cosine every row is as far from a zero vector as any other.
    private SqlExpression HasDirection(SqlExpression query, VectorMetric metric, bool isRounded)
        => metric == VectorMetric.Cosine ? IsSound(query, sql.Constant(0)) : sql.IsNotNull(query);

    private static int Number(SqlExpression argument) => (int)((SqlConstantExpression)argument).Value!;

    private RelationalTypeMapping Blob => typeMappings.FindMapping(typeof(byte[]))!;

    // EF Core would take a comparison with NULL for false, and the search for one that finds nothing: it is to be refused.
    private SqlExpression NotNull(SqlExpression value)
        => value is SqlParameterExpression { IsNullable: true }
            ? sql.Function("ifnull", [value, sql.Constant(Array.Empty<byte>(), Blob)], nullable: false, [false, false], value.Type, value.TypeMapping)
            : value;

    private SqlBinaryExpression? Equal(SqlExpression column, SqlExpression value)
    {
        if (VectorPropertyExtensions.IsVectorType(value.Type))
            value = NotNull(Vector(value));
        return (SqlBinaryExpression?)sql.MakeBinary(System.Linq.Expressions.ExpressionType.Equal, column, value, typeMappings.FindMapping(typeof(bool)));
    }

    // Asked of the column's own bytes.
    private SqlExpression IsSound(SqlExpression vector, SqlExpression dimensions)
    {
        var integer = typeMappings.FindMapping(typeof(int));
        var bits = sql.Constant(IsHalf(vector) ? 16 : 32, integer);
        return sql.Function(
            VectorFunctions.IsSound, [vector, sql.ApplyTypeMapping(dimensions, integer), bits], nullable: false, [false, false, false], typeof(bool), typeMappings.FindMapping(typeof(bool)));
    }

    private SqlExpression? Distance(SqlExpression metricArgument, SqlExpression a, SqlExpression b)
    {
        if (metricArgument is not SqlConstantExpression { Value: VectorMetric metric })
            throw new InvalidOperationException("The metric of EF.Functions.VectorDistance is part of the SQL: write it as a constant, such as VectorMetric.Cosine.");
        return sql.Function(
            VectorFunctions.Distance(metric), [Vector(Compared(a, b)), Vector(Compared(b, a))], nullable: true, [true, true], typeof(double), typeMappings.FindMapping(typeof(double)));

        SqlExpression Compared(SqlExpression vector, SqlExpression other) => GuardedQueryTranslator<VectorTypeMapping>.Compared(sql, vector, other, metric, static (type, _, check) => VectorTypeMapping.ForComparisons(type, check));
    }

    // The functions compare 32-bit floats; a column knows that it holds others, its bytes do not.
    private SqlExpression Vector(SqlExpression argument)
    {
        if (argument.TypeMapping is not VectorTypeMapping)
            argument = sql.ApplyTypeMapping(argument, VectorTypeMapping.Find(argument.Type) ?? throw new InvalidOperationException($"A {argument.Type.Name} is not a vector."));
        return IsHalf(argument)
            ? sql.Function(VectorFunctions.Widen, [argument], nullable: true, [true], typeof(byte[]), Blob)
            : argument;
    }

    private static bool IsHalf(SqlExpression vector) => VectorPropertyExtensions.IsHalf(vector.TypeMapping!.ClrType);
}
