using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using OmenDb.EFCore.Infrastructure.Internal;

namespace OmenDb.EFCore.Query.Internal;

/// <summary>Rewrites <c>NearestTo</c> into LINQ that the provider translates, before EF Core compiles a query.</summary>
internal abstract class NearestToInterceptor : IQueryExpressionInterceptor
{
    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
        => eventData.Context is { } context
            ? new Rewriter(context, this).Visit(queryExpression)
            : queryExpression;

    /// <summary>LINQ for one call. Its source is rewritten already.</summary>
    protected abstract Expression Rewrite(NearestToCall call);

    private sealed class Rewriter(DbContext context, NearestToInterceptor interceptor) : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (node.Method.DeclaringType != typeof(VectorQueryableExtensions) || node.Method.Name != nameof(VectorQueryableExtensions.NearestTo))
                return base.VisitMethodCall(node);

            var elementType = node.Method.GetGenericArguments()[0];
            var entityType = VectorSelector.FindEntityType(context.Model, elementType);
            var named = node.Arguments.Count > 3;
            return interceptor.Rewrite(
                new NearestToCall(
                    context,
                    Visit(node.Arguments[0]),
                    entityType,
                    elementType,
                    named ? VectorSelector.Find(entityType, Unquote(node.Arguments[1])) : VectorSelector.Only(entityType),
                    WithoutConversion(Visit(node.Arguments[named ? 2 : 1])),
                    Visit(node.Arguments[named ? 3 : 2]),
                    node.Arguments.Count > 4 ? Unquote(Visit(node.Arguments[4])) : null));
        }

        private static LambdaExpression Unquote(Expression expression)
            => (LambdaExpression)(expression is UnaryExpression { NodeType: ExpressionType.Quote } quote ? quote.Operand : expression);

        // A float[] reaches us converted to ReadOnlyMemory<float>, which no provider translates.
        private static Expression WithoutConversion(Expression query) => query switch
        {
            MethodCallExpression { Method.Name: "op_Implicit", Arguments: [var operand] } => operand,
            UnaryExpression { NodeType: ExpressionType.Convert, Method.Name: "op_Implicit", Operand: var operand } => operand,
            _ => query,
        };
    }
}
