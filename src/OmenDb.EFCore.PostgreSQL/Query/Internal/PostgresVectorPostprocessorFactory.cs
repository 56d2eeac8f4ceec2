#pragma warning disable EF1001 // the only place that knows both whether a query is precompiled and what is in it
#pragma warning disable EF9100 // precompiled queries are an experiment of EF Core's
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Npgsql.EntityFrameworkCore.PostgreSQL.Query.Internal;
using OmenDb.EFCore.PostgreSQL.Storage.Internal;
using OmenDb.EFCore.Query.Internal;

namespace OmenDb.EFCore.PostgreSQL.Query.Internal;

/// <summary>Refuses to precompile queries to which vectors are sent: what EF Core writes for them sends any vector, without the mapping that checks it.</summary>
internal sealed class PostgresVectorPostprocessorFactory(
    QueryTranslationPostprocessorDependencies dependencies,
    RelationalQueryTranslationPostprocessorDependencies relationalDependencies)
    : NpgsqlQueryTranslationPostprocessorFactory(dependencies, relationalDependencies)
{
    public override QueryTranslationPostprocessor Create(QueryCompilationContext queryCompilationContext)
        => queryCompilationContext.IsPrecompiling
            ? new Postprocessor(Dependencies, RelationalDependencies, (NpgsqlQueryCompilationContext)queryCompilationContext)
            : base.Create(queryCompilationContext);

    private sealed class Postprocessor(
        QueryTranslationPostprocessorDependencies dependencies,
        RelationalQueryTranslationPostprocessorDependencies relationalDependencies,
        NpgsqlQueryCompilationContext context)
        : NpgsqlQueryTranslationPostprocessor(dependencies, relationalDependencies, context)
    {
        public override Expression Process(Expression query)
        {
            var processed = base.Process(query);
            new UncheckedVectors().Visit(processed);
            return processed;
        }
    }

    private sealed class UncheckedVectors : TranslatedQueryVisitor
    {
        protected override Expression VisitExtension(Expression node) => node switch
        {
            SqlParameterExpression { TypeMapping: VectorTypeMapping } => throw new InvalidOperationException(
                "OmenDb: a query to which a vector is sent cannot be precompiled on PostgreSQL, because nothing looks at the vector when it runs. Run it where queries are compiled at run time."),
            _ => base.VisitExtension(node),
        };
    }
}
