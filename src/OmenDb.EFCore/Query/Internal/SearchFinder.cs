using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace OmenDb.EFCore.Query.Internal;

/// <summary>Whether an expression searches, as it was written.</summary>
internal sealed class SearchFinder : ExpressionVisitor
{
    private bool _found;

    public static bool IsIn(Expression expression)
    {
        var finder = new SearchFinder();
        finder.Visit(expression);
        return finder._found;
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        _found |= node.Method.DeclaringType == typeof(VectorQueryableExtensions);
        return base.VisitMethodCall(node);
    }
}
