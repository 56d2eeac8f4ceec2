using System.Linq.Expressions;

namespace OmenDb.EFCore.Query.Internal;

/// <summary>The body of a lambda with other expressions in place of its parameters.</summary>
internal sealed class ParameterReplacer : ExpressionVisitor
{
    private readonly LambdaExpression _lambda;
    private readonly Expression[] _arguments;

    private ParameterReplacer(LambdaExpression lambda, Expression[] arguments)
    {
        _lambda = lambda;
        _arguments = arguments;
    }

    public static Expression Inline(LambdaExpression lambda, params Expression[] arguments)
        => new ParameterReplacer(lambda, arguments).Visit(lambda.Body);

    protected override Expression VisitParameter(ParameterExpression node)
        => _lambda.Parameters.IndexOf(node) is var index and >= 0 ? _arguments[index] : node;
}
