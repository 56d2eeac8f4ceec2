using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace OmenDb.EFCore.Sqlite.Query.Internal;

/// <summary>Whether what is searched comes from SQL of the application (<c>FromSql</c>) or from a function: it may have other rows than the entity's table, or other vectors, so the index does not know them.</summary>
internal sealed class SqlSourceFinder : ExpressionVisitor
{
    private readonly IEntityType _searched;
    private bool _found;

    private SqlSourceFinder(IEntityType searched) => _searched = searched;

    public static bool IsIn(Expression source, IEntityType searched)
    {
        var finder = new SqlSourceFinder(searched);
        finder.Visit(source);
        return finder._found;
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Method.DeclaringType != typeof(Queryable) || node.Method.Name is not (nameof(Queryable.Where) or nameof(Queryable.OrderBy) or nameof(Queryable.OrderByDescending)))
            return base.VisitMethodCall(node);
        Visit(node.Arguments[0]); // what is in a condition is not searched
        return node;
    }

    protected override Expression VisitExtension(Expression node)
    {
        _found |= node is EntityQueryRootExpression root && root.GetType() != typeof(EntityQueryRootExpression) && root.EntityType.GetRootType() == _searched.GetRootType();
        return node is EntityQueryRootExpression ? node : base.VisitExtension(node);
    }
}
