using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace OmenDb.EFCore.Query.Internal;

/// <summary>Visits all of a translated query: its statement, and what is made of the rows, which has the other statements of a query that is split.</summary>
internal abstract class TranslatedQueryVisitor : ExpressionVisitor
{
    protected override Expression VisitExtension(Expression node)
        => node is ShapedQueryExpression shaped ? shaped.Update(Visit(shaped.QueryExpression), Visit(shaped.ShaperExpression)) : base.VisitExtension(node);
}
