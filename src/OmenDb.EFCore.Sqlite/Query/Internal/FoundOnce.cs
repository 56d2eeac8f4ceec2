#pragma warning disable EF1001 // a table of one row, as EF Core writes none
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;
using OmenDb.EFCore.Query.Internal;

namespace OmenDb.EFCore.Sqlite.Query.Internal;

/// <summary>
/// Has SQLite keep what a search found for all rows of the query around it. It runs the first table of a subquery anew for each such row, unless it finds rows there by a key;
/// behind a table of one row, a search that names none of those rows is run once.
/// </summary>
internal sealed class FoundOnce(ISqlExpressionFactory sql, IRelationalTypeMappingSource typeMappings) : TranslatedQueryVisitor
{
    protected override Expression VisitExtension(Expression node)
    {
        node = base.VisitExtension(node);
        return node is SelectExpression { Tables: [SelectExpression found] } select && VectorSqlFinder.IsIn(found) && OuterTables.AreNamed(select) && !OuterTables.AreNamed(found)
            ? select.Update([OneRow(), new CrossJoinExpression(found)], select.Predicate, select.GroupBy, select.Having, select.Projection, select.Orderings, select.Offset, select.Limit)
            : node;
    }

    private SelectExpression OneRow() => new(
        "one", [], null, [], null, [new ProjectionExpression(sql.Constant(1, typeMappings.FindMapping(typeof(int))), "One")], distinct: false, [], null, null, new SqlAliasManager());
}
