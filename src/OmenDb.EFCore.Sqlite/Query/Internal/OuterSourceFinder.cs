using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using OmenDb.EFCore.Query.Internal;

namespace OmenDb.EFCore.Sqlite.Query.Internal;

/// <summary>Whether what a translated query searches names a row outside the search. That its query vector does is no hindrance.</summary>
internal sealed class OuterSourceFinder : TranslatedQueryVisitor
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
        if (node is SelectExpression select && select.Tables.FirstOrDefault(t => t is InnerJoinExpression { Table: TableExpression { Name: NearestRow.View } }) is { } nearest)
            _found |= OuterTables.AreNamedInSource(select, ((InnerJoinExpression)nearest).Table.Alias!);
        return base.VisitExtension(node);
    }
}
