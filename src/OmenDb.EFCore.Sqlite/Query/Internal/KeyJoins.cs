using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using OmenDb.EFCore.Query.Internal;

namespace OmenDb.EFCore.Sqlite.Query.Internal;

/// <summary>
/// Joins by keys themselves. Of an entity that may be missing in the table it shares, EF Core says <c>CASE WHEN it is there THEN Key END = ...</c>, which SQLite finds by no index:
/// it would read the table once for each row that a search finds, or search once for each row. In a join or a condition, <c>Key = ... AND it is there</c> is the same.
/// Beside the virtual table, the ledger's key is written as an expression: of <c>Key IN (...)</c> SQLite would conclude the same of the ledger's, and look a row up by each value of the list, for each that the search gives, instead of by its label.
/// </summary>
internal sealed class KeyJoins(ISqlExpressionFactory sql) : TranslatedQueryVisitor
{
    protected override Expression VisitExtension(Expression node)
    {
        node = base.VisitExtension(node);
        return node switch
        {
            InnerJoinExpression join => join.Update(join.Table, ByKeys(join.JoinPredicate)),
            SelectExpression select => select.Update(
                select.Tables.Any(IsNearest) ? [.. select.Tables.Select(ByLabel)] : select.Tables, select.Predicate is { } condition ? ByKeys(condition) : null,
                select.GroupBy, select.Having, select.Projection, select.Orderings, select.Offset, select.Limit),
            _ => node,
        };
    }

    private static bool IsNearest(TableExpressionBase table) => table is JoinExpressionBase { Table: TableExpression { Name: NearestRow.View } };

    // A search for each row joins with a query in which the ledger is.
    private TableExpressionBase ByLabel(TableExpressionBase table) => table switch
    {
        InnerJoinExpression { Table: TableExpression { Table.EntityTypeMappings: var mapped } ledger } join when mapped.Any(m => m.TypeBase.ClrType == typeof(LedgerRow))
            => join.Update(ledger, AsExpression(join.JoinPredicate)),
        InnerJoinExpression { Table: SelectExpression labelled } join => join.Update(
            labelled.Update([.. labelled.Tables.Select(ByLabel)], labelled.Predicate, labelled.GroupBy, labelled.Having, labelled.Projection, labelled.Orderings, labelled.Offset, labelled.Limit),
            join.JoinPredicate),
        _ => table,
    };

    private SqlExpression AsExpression(SqlExpression predicate) => predicate switch
    {
        SqlBinaryExpression { OperatorType: ExpressionType.AndAlso } both => sql.AndAlso(AsExpression(both.Left), AsExpression(both.Right)),
        SqlBinaryExpression { OperatorType: ExpressionType.Equal, Right: ColumnExpression key } equal
            => sql.Equal(equal.Left, sql.Function("ifnull", [key, key], key.IsNullable, [true, true], key.Type, key.TypeMapping)),
        _ => predicate,
    };

    private SqlExpression ByKeys(SqlExpression predicate) => predicate switch
    {
        SqlBinaryExpression { OperatorType: ExpressionType.AndAlso } both => sql.AndAlso(ByKeys(both.Left), ByKeys(both.Right)),
        SqlBinaryExpression { OperatorType: ExpressionType.Equal, Left: CaseExpression { Operand: null, ElseResult: null, WhenClauses: [var present] } } equal
            => sql.AndAlso(sql.Equal(present.Result, equal.Right), present.Test),
        _ => predicate,
    };
}
