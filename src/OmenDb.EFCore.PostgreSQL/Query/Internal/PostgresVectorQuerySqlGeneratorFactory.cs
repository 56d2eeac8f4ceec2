#pragma warning disable EF1001 // what Npgsql itself writes must stay
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.Internal;

namespace OmenDb.EFCore.PostgreSQL.Query.Internal;

internal sealed class PostgresVectorQuerySqlGeneratorFactory(
    QuerySqlGeneratorDependencies dependencies,
    IRelationalTypeMappingSource typeMappings,
    INpgsqlSingletonOptions options) : IQuerySqlGeneratorFactory
{
    public QuerySqlGenerator Create()
        => new PostgresVectorQuerySqlGenerator(dependencies, typeMappings, options.ReverseNullOrderingEnabled, options.PostgresVersion);
}
