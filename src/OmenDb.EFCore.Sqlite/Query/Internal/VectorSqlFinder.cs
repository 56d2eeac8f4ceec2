using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using OmenDb.EFCore.Query.Internal;

namespace OmenDb.EFCore.Sqlite.Query.Internal;

/// <summary>Whether a translated query searches or compares vectors.</summary>
internal sealed class VectorSqlFinder : TranslatedQueryVisitor
{
    private const string Prefix = "omen_";
    private bool _found;

    public static bool IsIn(Expression query)
    {
        var finder = new VectorSqlFinder();
        finder.Visit(query);
        return finder._found;
    }

    /// <summary>Whether a function or table has such a name.</summary>
    public static bool IsOurs(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    protected override Expression VisitExtension(Expression node)
    {
        _found |= node is TableExpression { Name: var table } && IsOurs(table) || node is SqlFunctionExpression { Name: var function } && IsOurs(function);
        return base.VisitExtension(node);
    }
}
