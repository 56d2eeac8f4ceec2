#pragma warning disable EF1001 // what Npgsql itself writes must stay
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql.EntityFrameworkCore.PostgreSQL.Query.Internal;

namespace OmenDb.EFCore.PostgreSQL.Query.Internal;

/// <summary>Sets how the index is walked in front of each statement that searches.</summary>
/// <remarks>
/// Both go to the server together and form one transaction, so the settings last as long as the statement; inside a transaction of the application's, as long as that.
/// A block, because <c>SET LOCAL</c> by itself warns outside a transaction and <c>SELECT set_config</c> would be the statement's first result.
/// </remarks>
internal sealed class PostgresVectorQuerySqlGenerator(
    QuerySqlGeneratorDependencies dependencies, IRelationalTypeMappingSource typeMappings, bool reverseNullOrdering, Version postgresVersion)
    : NpgsqlQuerySqlGenerator(dependencies, typeMappings, reverseNullOrdering, postgresVersion)
{
    protected override void GenerateRootCommand(Expression queryExpression)
    {
        if (SearchFinder.IsIn(queryExpression))
            Sql.AppendLine(SearchSettings.Statement);
        base.GenerateRootCommand(queryExpression);
    }
}
