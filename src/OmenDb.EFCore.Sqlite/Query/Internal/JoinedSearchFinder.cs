using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace OmenDb.EFCore.Sqlite.Query.Internal;

/// <summary>Whether a query is joined with the virtual table itself. A limit makes a query of its own of what is before it, and so does a condition of what is searched in it.</summary>
internal sealed class JoinedSearchFinder : ExpressionVisitor
{
    private bool _found;

    public static bool IsIn(Expression query)
    {
        var finder = new JoinedSearchFinder();
        finder.Visit(query);
        return finder._found;
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Method.DeclaringType != typeof(Queryable))
            return base.VisitMethodCall(node);
        if (node.Method.Name == nameof(Queryable.Where))
            Visit(node.Arguments[0]);
        else if (node.Method.Name != nameof(Queryable.Take))
            base.VisitMethodCall(node);
        return node;
    }

    protected override Expression VisitExtension(Expression node)
    {
        _found |= node is EntityQueryRootExpression { EntityType.ClrType: var type } && type == typeof(NearestRow);
        return node;
    }
}
