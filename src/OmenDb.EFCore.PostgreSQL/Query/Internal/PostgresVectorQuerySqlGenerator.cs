#pragma warning disable EF1001 // what Npgsql itself writes must stay
using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql.EntityFrameworkCore.PostgreSQL.Query.Expressions.Internal;
using Npgsql.EntityFrameworkCore.PostgreSQL.Query.Internal;
using OmenDb.EFCore.Metadata.Internal;
using OmenDb.EFCore.PostgreSQL.Storage.Internal;

namespace OmenDb.EFCore.PostgreSQL.Query.Internal;

/// <summary>Sets how the index is walked inside each statement that searches, so that it takes no statement of its own; and sorts what an application orders by a distance itself.</summary>
/// <remarks>The settings last as long as the statement; inside a transaction of the application's, as long as that.</remarks>
internal sealed class PostgresVectorQuerySqlGenerator(
    QuerySqlGeneratorDependencies dependencies, IRelationalTypeMappingSource typeMappings, bool reverseNullOrdering, Version postgresVersion)
    : NpgsqlQuerySqlGenerator(dependencies, typeMappings, reverseNullOrdering, postgresVersion)
{
    private const string Nearest = "nearest";

    private readonly SqlFragmentExpression _condition = new(SearchSettings.Condition, typeof(bool), typeMappings.FindMapping(typeof(bool)));

    protected override Expression VisitSelect(SelectExpression selectExpression) => base.VisitSelect(DistanceOf(selectExpression) switch
    {
        null => selectExpression,
        IndexOrderExpression => With(selectExpression, selectExpression.Orderings, _condition),
        var distance when selectExpression is { Limit: not null, IsDistinct: false, GroupBy: [], Having: null, Projection: [_, ..] } => Sorted(selectExpression, distance),
        var distance => With(selectExpression, [Exactly(distance), .. selectExpression.Orderings.Skip(1)]),
    });

    /// <summary>
    /// The distance that rows are ordered by, which an index may serve: that of a search, or one that the application wrote with <c>VectorDistance</c>.
    /// </summary>
    private static PgUnknownBinaryExpression? DistanceOf(SelectExpression select)
        => select.Orderings is [{ IsAscending: true, Expression: PgUnknownBinaryExpression { Left: { TypeMapping: VectorTypeMapping } left, Right: var right } distance }, ..] && (MayBeIndexed(left) || MayBeIndexed(right))
            ? distance
            : null;

    // A column of a subquery tells nothing of where it comes from.
    private static bool MayBeIndexed(SqlExpression vector)
        => vector is ColumnExpression { Column: var column } && (column is null || column.PropertyMappings.Any(m => m.Property.GetIndexMetric() is not null));

    // What the planner does not take for the index's order, so that it sorts.
    private static OrderingExpression Exactly(SqlExpression distance)
        => new(new SqlBinaryExpression(ExpressionType.Add, distance, new SqlConstantExpression(0.0, distance.TypeMapping), typeof(double), distance.TypeMapping), ascending: true);

    /// <summary>The first rows in the order of the index, and around them what was selected, sorted.</summary>
    private static SelectExpression Sorted(SelectExpression select, PgUnknownBinaryExpression distance)
    {
        var columns = select.Projection.Select((p, i) => new ProjectionExpression(p.Expression, Name("c", i)));
        var orders = select.Orderings.Select((o, i) => new ProjectionExpression(o.Expression, Name("o", i)));
        OrderingExpression[] orderings = [new(new IndexOrderExpression(distance.Left, distance.Right, distance.Operator, distance.TypeMapping!), ascending: true), .. select.Orderings.Skip(1)];
        var limit = select.Offset is { } offset ? new SqlBinaryExpression(ExpressionType.Add, select.Limit!, offset, select.Limit!.Type, select.Limit.TypeMapping) : select.Limit;
        var first = new SelectExpression(
            Nearest, select.Tables, select.Predicate, [], null, [.. columns, .. orders], distinct: false, orderings, offset: null, limit, new SqlAliasManager());
        return new SelectExpression(
            select.Alias, [first], predicate: null, [], having: null,
            [.. select.Projection.Select((p, i) => new ProjectionExpression(Column(p.Expression, "c", i), p.Alias))],
            distinct: false,
            [.. select.Orderings.Select((o, i) => i == 0 ? Exactly(Column(o.Expression, "o", i)) : o.Update(Column(o.Expression, "o", i)))],
            select.Offset, select.Offset is null ? null : select.Limit, new SqlAliasManager());
    }

    private static ColumnExpression Column(SqlExpression of, string name, int number) => new(Name(name, number), Nearest, of.Type, of.TypeMapping, nullable: true);

    private static string Name(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name}{number}");

    private static SelectExpression With(SelectExpression select, IReadOnlyList<OrderingExpression> orderings, SqlExpression? condition = null) => select.Update(
        select.Tables,
        condition is null ? select.Predicate
            : select.Predicate is { } predicate ? new SqlBinaryExpression(ExpressionType.AndAlso, predicate, condition, typeof(bool), condition.TypeMapping)
            : condition,
        select.GroupBy, select.Having, select.Projection, orderings, select.Offset, select.Limit);
}
