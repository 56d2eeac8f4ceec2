using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using OmenDb.EFCore.Metadata.Internal;
using OmenDb.EFCore.Query.Internal;
using OmenDb.EFCore.Sqlite.Interop;
using OmenDb.EFCore.Sqlite.Storage.Internal;

namespace OmenDb.EFCore.Sqlite.Query.Internal;

/// <summary>
/// Refuses to precompile a query whose vectors nothing would look at: what EF Core writes for a query sends any vector, without the mapping that checks it. An index looks at the query itself.
/// </summary>
internal sealed class UncheckedVectors : TranslatedQueryVisitor
{
    protected override Expression VisitExtension(Expression node) => node switch
    {
        SqlFunctionExpression { Name: VectorFunctions.IsSound, Arguments: [var vector, ..] } => throw Refusal(
            $"a search by {Name(vector)} cannot be precompiled, because without an index nothing looks at the query when it runs. Declare one with HasVectorIndex or [VectorIndex]"),
        SqlParameterExpression { TypeMapping: VectorTypeMapping { IsComparison: true } } => throw Refusal(
            "a query that compares a column with a vector by VectorDistance cannot be precompiled, because nothing looks at the vector when it runs. Search with NearestTo or WithinDistance by an index"),
        UpdateExpression update when Sent(update) is { } vector => throw Refusal(
            $"an ExecuteUpdate that sets '{vector.DisplayName()}' cannot be precompiled, because nothing looks at the vector when it runs. Set it with SaveChanges"),
        _ => base.VisitExtension(node),
    };

    private static IProperty? Sent(UpdateExpression update)
    {
        var setters = new GuardedSetters();
        setters.Visit(update);
        return setters.Sent;
    }

    private static string Name(SqlExpression vector)
        => (vector as ColumnExpression)?.Column?.PropertyMappings.Select(m => m.Property).FirstOrDefault() is { } property ? $"'{property.DeclaringType.DisplayName()}.{property.Name}'" : "a vector";

    private static InvalidOperationException Refusal(string what) => new($"OmenDb: {what}, or run the query where it is compiled at run time.");
}
