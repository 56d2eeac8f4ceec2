using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace OmenDb.EFCore.Sqlite.Query.Internal;

/// <summary>Whether what a translated query searches names a row outside the search. That its query vector does is no hindrance.</summary>
internal sealed class OuterSourceFinder : ExpressionVisitor
{
    private bool _found;

    public static bool IsIn(Expression query)
    {
        var finder = new OuterSourceFinder();
        finder.Visit(query);
        return finder._found;
    }

    protected override Expression VisitExtension(Expression node)
    {
        if (node is ShapedQueryExpression shaped)
            return shaped.Update(Visit(shaped.QueryExpression), shaped.ShaperExpression);
        if (node is SelectExpression select && select.Tables.FirstOrDefault(t => t is InnerJoinExpression { Table: TableExpression { Name: NearestRow.View } }) is { } nearest)
            _found |= OuterTables.AreNamed(select, ((InnerJoinExpression)nearest).Table.Alias!);
        return base.VisitExtension(node);
    }

    private sealed class OuterTables(string nearest) : ExpressionVisitor
    {
        private readonly HashSet<string> _tables = [];
        private readonly HashSet<string> _named = [];

        public static bool AreNamed(SelectExpression search, string nearest)
        {
            var outer = new OuterTables(nearest);
            foreach (var table in search.Tables)
                outer.Visit(table);
            outer.Visit(search.Predicate);
            return !outer._named.IsSubsetOf(outer._tables);
        }

        protected override Expression VisitExtension(Expression node)
        {
            switch (node)
            {
                case SqlBinaryExpression { Left: ColumnExpression { TableAlias: var alias } } when alias == nearest:
                case SqlBinaryExpression { Left: CaseExpression { WhenClauses: [{ Result: SqlFunctionExpression { Name: var function } }] } } when VectorSqlFinder.IsOurs(function):
                    return node; // what the search is given
                case ColumnExpression column:
                    _named.Add(column.TableAlias);
                    return node;
                case TableExpressionBase { Alias: { } alias }:
                    _tables.Add(alias);
                    break;
            }

            return base.VisitExtension(node);
        }
    }
}
