using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace OmenDb.EFCore.Sqlite.Query.Internal;

/// <summary>Where the rows that are searched come from. What is in a condition is not searched.</summary>
internal sealed class SearchedSource : ExpressionVisitor
{
    private readonly IEntityType _searched;

    private SearchedSource(IEntityType searched) => _searched = searched;

    /// <summary>Whether they come from SQL of the application (<c>FromSql</c>), a view or a function: there may be other rows than in the entity's table, or other vectors, so the index does not know them.</summary>
    public bool IsSql { get; private set; }

    /// <summary>Whether a search found them.</summary>
    public bool IsFound { get; private set; }

    public static SearchedSource Of(Expression source, IEntityType searched)
    {
        var result = new SearchedSource(searched);
        result.Visit(source);
        return result;
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Method.DeclaringType != typeof(Queryable) || node.Method.Name is not (nameof(Queryable.Where) or nameof(Queryable.OrderBy) or nameof(Queryable.OrderByDescending)))
            return base.VisitMethodCall(node);
        Visit(node.Arguments[0]);
        return node;
    }

    protected override Expression VisitExtension(Expression node)
    {
        if (node is not EntityQueryRootExpression root)
            return base.VisitExtension(node);
        IsSql |= root.EntityType.GetRootType() == _searched.GetRootType()
            && (root.GetType() != typeof(EntityQueryRootExpression) || (root.EntityType.GetViewName() ?? root.EntityType.GetSqlQuery() ?? root.EntityType.GetFunctionName()) is not null);
        IsFound |= root.EntityType.ClrType == typeof(NearestRow);
        return node;
    }
}
