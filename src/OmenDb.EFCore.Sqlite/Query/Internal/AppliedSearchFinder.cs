using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using OmenDb.EFCore.Query.Internal;

namespace OmenDb.EFCore.Sqlite.Query.Internal;

/// <summary>Whether a translated query searches, or compares vectors, for each row of another. What else EF Core would have to apply for each row is its own to explain.</summary>
internal sealed class AppliedSearchFinder : TranslatedQueryVisitor
{
    private bool _found;

    public static bool IsIn(Expression query)
    {
        var finder = new AppliedSearchFinder();
        finder.Visit(query);
        return finder._found;
    }

    protected override Expression VisitExtension(Expression node)
    {
        _found |= node is CrossApplyExpression or OuterApplyExpression && VectorSqlFinder.IsIn(((JoinExpressionBase)node).Table);
        return base.VisitExtension(node);
    }
}
