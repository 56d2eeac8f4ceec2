#pragma warning disable EF1001 // what Npgsql itself writes must stay
using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql.EntityFrameworkCore.PostgreSQL.Query.Internal;
using OmenDb.EFCore.Metadata.Internal;
using OmenDb.EFCore.Query.Internal;

namespace OmenDb.EFCore.PostgreSQL.Query.Internal;

/// <summary>Sets how the index is walked inside each statement that searches, so that it takes no statement of its own; and sorts what an application orders by a distance itself.</summary>
/// <remarks>The settings last as long as the statement; inside a transaction of the application's, as long as that.</remarks>
internal sealed class PostgresVectorQuerySqlGenerator(
    QuerySqlGeneratorDependencies dependencies, IRelationalTypeMappingSource typeMappings, bool reverseNullOrdering, Version postgresVersion)
    : NpgsqlQuerySqlGenerator(dependencies, typeMappings, reverseNullOrdering, postgresVersion)
{
    private const string Nearest = "nearest";

    private readonly RelationalTypeMapping _long = typeMappings.FindMapping(typeof(long))!; // the greatest limit and an offset are more than an int
    private readonly SqlFragmentExpression _condition = new(SearchSettings.Condition, typeof(bool), typeMappings.FindMapping(typeof(bool)));

    protected override Expression VisitUpdate(UpdateExpression updateExpression) => base.VisitUpdate((UpdateExpression)new GuardedSetters().Visit(updateExpression));

    protected override Expression VisitSelect(SelectExpression selectExpression) => base.VisitSelect(selectExpression switch
    {
        { Orderings: [{ Expression: IndexOrderExpression }, ..] } => Searching(selectExpression),
        {
            Orderings: [{ IsAscending: true, Expression: SqlBinaryExpression { OperatorType: ExpressionType.Add, Left: WrittenDistanceExpression distance } }, ..],
            Limit: not null, IsDistinct: false, GroupBy: [], Having: null, Projection: [_, ..],
        } when MayBeIndexed(distance.Left) || MayBeIndexed(distance.Right) => Sorted(selectExpression, distance),
        _ => selectExpression,
    });

    // By an index of the application's own (ivfflat, for one), too. A column of a subquery tells nothing of where it comes from.
    private static bool MayBeIndexed(SqlExpression vector)
        => vector is ColumnExpression { Column: var column }
            && (column is null || column.PropertyMappings.Any(m => m.Property.GetIndexMetric() is not null) || (column as IColumn)?.Table.Indexes.Any(i => i.Columns.Contains(column)) == true);

    /// <summary>The first rows in the order of the index, and around them what was selected, sorted.</summary>
    private SelectExpression Sorted(SelectExpression select, WrittenDistanceExpression distance)
    {
        var columns = select.Projection.Select((p, i) => new ProjectionExpression(p.Expression, Name("c", i)));
        var orders = select.Orderings.Select((o, i) => new ProjectionExpression(o.Expression, Name("o", i)));
        var distances = new OrderingExpression(new IndexOrderExpression(distance.Left, distance.Right, distance.Operator, distance.TypeMapping!), ascending: true);
        // As in a search: SQL of the application's (FromSql), a view or a function may be a filter, and only the server knows whether a policy is.
        SqlExpression spare = select is { Predicate: null, Tables: [TableExpression { Table: ITable table }] }
            ? new SqlFragmentExpression(SearchSettings.VisibleSpare(Dependencies.SqlGenerationHelper, table.Name, table.Schema), typeof(long), _long)
            : new SqlConstantExpression((long)SearchSettings.FilteredSpare, _long);
        SqlExpression?[] more = [select.Offset, spare];
        var limit = more.OfType<SqlExpression>().Aggregate(select.Limit!, (all, some) => new SqlBinaryExpression(
            ExpressionType.Add, all.Type == typeof(long) ? all : new SqlUnaryExpression(ExpressionType.Convert, all, typeof(long), _long), some, typeof(long), _long));
        var first = new SelectExpression(
            Nearest, select.Tables, select.Predicate, [], null, [.. columns, .. orders], distinct: false, [distances], offset: null, limit, new SqlAliasManager());
        return new SelectExpression(
            select.Alias, [first], predicate: null, [], having: null,
            [.. select.Projection.Select((p, i) => new ProjectionExpression(Column(p.Expression, "c", i), p.Alias))],
            distinct: false,
            [.. select.Orderings.Select((o, i) => o.Update(Column(o.Expression, "o", i)))],
            select.Offset, select.Limit, new SqlAliasManager());
    }

    private static ColumnExpression Column(SqlExpression of, string name, int number) => new(Name(name, number), Nearest, of.Type, of.TypeMapping, nullable: true);

    private static string Name(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name}{number}");

    private SelectExpression Searching(SelectExpression select) => select.Update(
        select.Tables,
        select.Predicate is { } predicate ? new SqlBinaryExpression(ExpressionType.AndAlso, predicate, _condition, typeof(bool), _condition.TypeMapping) : _condition,
        select.GroupBy, select.Having, select.Projection, select.Orderings, select.Offset, select.Limit);
}
