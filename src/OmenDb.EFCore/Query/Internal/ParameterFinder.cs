using System.Linq.Expressions;

namespace OmenDb.EFCore.Query.Internal;

/// <summary>Whether an expression depends on a parameter.</summary>
internal sealed class ParameterFinder : ExpressionVisitor
{
    private readonly ParameterExpression _parameter;
    private bool _found;

    private ParameterFinder(ParameterExpression parameter) => _parameter = parameter;

    public static bool Contains(Expression expression, ParameterExpression parameter)
    {
        var finder = new ParameterFinder(parameter);
        finder.Visit(expression);
        return finder._found;
    }

    protected override Expression VisitParameter(ParameterExpression node)
    {
        _found |= node == _parameter;
        return node;
    }
}
