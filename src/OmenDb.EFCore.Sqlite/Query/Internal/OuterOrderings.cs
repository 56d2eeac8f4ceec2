#pragma warning disable EF1001 // a query around another, as EF Core writes it
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using OmenDb.EFCore.Query.Internal;

namespace OmenDb.EFCore.Sqlite.Query.Internal;

/// <summary>Makes a column of what a subquery is ordered by, where that names tables of the query around it: SQLite finds those everywhere but in <c>ORDER BY</c>.</summary>
internal sealed class OuterOrderings : TranslatedQueryVisitor
{
    private int _count;

    protected override Expression VisitExtension(Expression node)
    {
        node = base.VisitExtension(node);
        return node is SelectExpression { IsDistinct: false, Orderings.Count: > 0 } select && OuterTables.AreNamedInOrder(select) ? ByColumns(select) : node;
    }

    private SelectExpression ByColumns(SelectExpression select)
    {
        var alias = $"ordered{_count++}";
        List<ProjectionExpression> values = [.. select.Projection.Select((p, i) => new ProjectionExpression(p.Expression, $"value{i}"))];
        List<ProjectionExpression> keys = [.. select.Orderings.Select((o, i) => new ProjectionExpression(o.Expression, $"key{i}"))];
        var rows = new SelectExpression(alias, [.. select.Tables], select.Predicate, [.. select.GroupBy], select.Having, [.. values, .. keys], distinct: false, [], null, null, new SqlAliasManager());
        return select.Update(
            [rows],
            predicate: null,
            groupBy: [],
            having: null,
            [.. values.Zip(select.Projection, (value, p) => new ProjectionExpression(Column(value), p.Alias))],
            [.. keys.Zip(select.Orderings, (key, o) => o.Update(Column(key)))],
            select.Offset,
            select.Limit);

        ColumnExpression Column(ProjectionExpression column) => new(column.Alias, alias, column.Type, column.Expression.TypeMapping, nullable: true);
    }
}
