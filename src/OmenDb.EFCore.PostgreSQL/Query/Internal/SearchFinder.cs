#pragma warning disable EF1001 // an operator that EF Core does not know, as Npgsql's own plug-ins write it
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Npgsql.EntityFrameworkCore.PostgreSQL.Query.Expressions.Internal;
using OmenDb.EFCore.PostgreSQL.Storage.Internal;

namespace OmenDb.EFCore.PostgreSQL.Query.Internal;

/// <summary>
/// Whether a statement orders rows by a distance, which an index may serve: that of a search, or one that the application wrote with <c>VectorDistance</c>.
/// Without a limit too, since an index that stops early would leave rows out.
/// </summary>
internal sealed class SearchFinder : ExpressionVisitor
{
    private bool _found;

    public static bool IsIn(Expression query)
    {
        var finder = new SearchFinder();
        finder.Visit(query);
        return finder._found;
    }

    protected override Expression VisitExtension(Expression node)
    {
        _found |= node is SelectExpression { Orderings: [{ Expression: PgUnknownBinaryExpression { Left.TypeMapping: VectorTypeMapping } }, ..] };
        return _found ? node : base.VisitExtension(node);
    }
}
