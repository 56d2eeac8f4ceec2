using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace OmenDb.EFCore.Sqlite.Query.Internal;

/// <summary>
/// Joins by keys themselves. Of an entity that may be missing in the table it shares, EF Core says <c>CASE WHEN it is there THEN Key END = ...</c>, which SQLite finds by no index:
/// it would read the table once for each row that a search finds. In a join, <c>Key = ... AND it is there</c> is the same.
/// </summary>
internal sealed class KeyJoins(ISqlExpressionFactory sql) : ExpressionVisitor
{
    protected override Expression VisitExtension(Expression node)
    {
        if (node is ShapedQueryExpression shaped)
            return shaped.Update(Visit(shaped.QueryExpression), Visit(shaped.ShaperExpression));
        node = base.VisitExtension(node);
        return node is InnerJoinExpression join ? join.Update(join.Table, ByKeys(join.JoinPredicate)) : node;
    }

    private SqlExpression ByKeys(SqlExpression predicate) => predicate switch
    {
        SqlBinaryExpression { OperatorType: ExpressionType.AndAlso } both => sql.AndAlso(ByKeys(both.Left), ByKeys(both.Right)),
        SqlBinaryExpression { OperatorType: ExpressionType.Equal, Left: CaseExpression { Operand: null, ElseResult: null, WhenClauses: [var present] } } equal
            => sql.AndAlso(sql.Equal(present.Result, equal.Right), present.Test),
        _ => predicate,
    };
}
