#pragma warning disable EF1001 // what Npgsql itself writes must stay
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql.EntityFrameworkCore.PostgreSQL.Query.Expressions.Internal;
using Npgsql.EntityFrameworkCore.PostgreSQL.Query.Internal;
using OmenDb.EFCore.Metadata.Internal;
using OmenDb.EFCore.PostgreSQL.Storage.Internal;

namespace OmenDb.EFCore.PostgreSQL.Query.Internal;

/// <summary>Sets how the index is walked inside each statement that searches, so that it takes no statement of its own.</summary>
/// <remarks>The settings last as long as the statement; inside a transaction of the application's, as long as that.</remarks>
internal sealed class PostgresVectorQuerySqlGenerator(
    QuerySqlGeneratorDependencies dependencies, IRelationalTypeMappingSource typeMappings, bool reverseNullOrdering, Version postgresVersion)
    : NpgsqlQuerySqlGenerator(dependencies, typeMappings, reverseNullOrdering, postgresVersion)
{
    private readonly SqlFragmentExpression _condition = new(SearchSettings.Condition, typeof(bool), typeMappings.FindMapping(typeof(bool)));

    protected override Expression VisitSelect(SelectExpression selectExpression)
        => base.VisitSelect(MayWalkIndex(selectExpression) ? WithSettings(selectExpression) : selectExpression);

    /// <summary>
    /// Whether rows are ordered by a distance, which an index may serve: that of a search, or one that the application wrote with <c>VectorDistance</c>.
    /// Without a limit too, since an index that stops early would leave rows out.
    /// </summary>
    private static bool MayWalkIndex(SelectExpression select)
        => select.Orderings is [{ Expression: PgUnknownBinaryExpression { Left: { TypeMapping: VectorTypeMapping } left, Right: var right } }, ..] && (MayBeIndexed(left) || MayBeIndexed(right));

    // A column of a subquery tells nothing of where it comes from.
    private static bool MayBeIndexed(SqlExpression vector)
        => vector is ColumnExpression { Column: var column } && (column is null || column.PropertyMappings.Any(m => m.Property.GetIndexMetric() is not null));

    private SelectExpression WithSettings(SelectExpression select) => select.Update(
        select.Tables,
        select.Predicate is { } predicate ? new SqlBinaryExpression(ExpressionType.AndAlso, predicate, _condition, typeof(bool), _condition.TypeMapping) : _condition,
        select.GroupBy, select.Having, select.Projection, select.Orderings, select.Offset, select.Limit);
}
