using System.Linq.Expressions;

namespace OmenDb.EFCore.Sqlite.Query.Internal;

/// <summary>Whether a part of a query names a row of what is around it.</summary>
internal sealed class OuterRowFinder : ExpressionVisitor
{
    private readonly HashSet<ParameterExpression> _own = [];
    private bool _found;

    public static bool IsIn(Expression part)
    {
        var finder = new OuterRowFinder();
        finder.Visit(part);
        return finder._found;
    }

    protected override Expression VisitLambda<T>(Expression<T> node)
    {
        _own.UnionWith(node.Parameters);
        return base.VisitLambda(node);
    }

    protected override Expression VisitParameter(ParameterExpression node)
    {
        _found |= !_own.Contains(node);
        return node;
    }
}
