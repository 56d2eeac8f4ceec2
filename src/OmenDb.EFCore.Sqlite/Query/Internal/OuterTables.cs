using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace OmenDb.EFCore.Sqlite.Query.Internal;

/// <summary>Whether a translated query names tables of the query around it.</summary>
internal sealed class OuterTables : ExpressionVisitor
{
    private readonly string? _nearest;
    private readonly HashSet<string> _tables = [];
    private readonly HashSet<string> _named = [];

    private OuterTables(string? nearest) => _nearest = nearest;

    /// <summary>Whether a query names them anywhere.</summary>
    public static bool AreNamed(SelectExpression query)
    {
        var outer = new OuterTables(nearest: null);
        outer.Visit(query);
        return outer.IsAny;
    }

    /// <summary>Whether what a query is ordered by names them.</summary>
    public static bool AreNamedInOrder(SelectExpression query)
    {
        var outer = new OuterTables(nearest: null);
        foreach (var table in query.Tables)
            outer._tables.Add(((table as JoinExpressionBase)?.Table ?? table).Alias!);
        foreach (var ordering in query.Orderings)
            outer.Visit(ordering);
        return outer.IsAny;
    }

    /// <summary>Whether what a search looks among names them.</summary>
    /// <param name="search">The search.</param>
    /// <param name="nearest">The alias of the virtual table, whose arguments do not count.</param>
    public static bool AreNamedInSource(SelectExpression search, string nearest)
    {
        var outer = new OuterTables(nearest);
        foreach (var table in search.Tables)
            outer.Visit(table);
        outer.Visit(search.Predicate);
        return outer.IsAny;
    }

    private bool IsAny => !_named.IsSubsetOf(_tables);

    protected override Expression VisitExtension(Expression node)
    {
        switch (node)
        {
            case SqlBinaryExpression { Left: ColumnExpression { TableAlias: var alias } } when alias == _nearest:
            case SqlBinaryExpression { Left: CaseExpression { WhenClauses: [{ Result: SqlFunctionExpression { Name: var function } }] } } when _nearest is not null && VectorSqlFinder.IsOurs(function):
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
