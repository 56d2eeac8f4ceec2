#pragma warning disable EF1001 // the only place that knows why SQLite cannot run a query
#pragma warning disable EF9100 // precompiled queries are an experiment of EF Core's
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Sqlite.Query.Internal;
using OmenDb.EFCore.Query.Internal;

namespace OmenDb.EFCore.Sqlite.Query.Internal;

/// <summary>Lets rows be looked up by their keys and what filters give be kept, looks at vectors that are set, and says what to write instead of a search for each row that SQLite, which has no APPLY, cannot run.</summary>
internal sealed class SqliteVectorPostprocessorFactory(
    QueryTranslationPostprocessorDependencies dependencies,
    RelationalQueryTranslationPostprocessorDependencies relationalDependencies)
    : SqliteQueryTranslationPostprocessorFactory(dependencies, relationalDependencies)
{
    public override QueryTranslationPostprocessor Create(QueryCompilationContext queryCompilationContext)
        => new Postprocessor(Dependencies, RelationalDependencies, (SqliteQueryCompilationContext)queryCompilationContext);

    private sealed class Postprocessor(
        QueryTranslationPostprocessorDependencies dependencies,
        RelationalQueryTranslationPostprocessorDependencies relationalDependencies,
        SqliteQueryCompilationContext context)
        : SqliteQueryTranslationPostprocessor(dependencies, relationalDependencies, context)
    {
        private const string NotForEachRow = "SQLite cannot run this search for each row of another query";

        public override System.Linq.Expressions.Expression Process(System.Linq.Expressions.Expression query)
        {
            try
            {
                var processed = base.Process(query);
                if (QueryCompilationContext.IsPrecompiling)
                    new UncheckedVectors().Visit(processed);
                processed = new GuardedSetters().Visit(processed);
                return VectorSqlFinder.IsIn(processed)
                    ? new OuterOrderings().Visit(
                        new FoundOnce(RelationalDependencies.SqlExpressionFactory, RelationalDependencies.TypeMappingSource).Visit(
                            new FilterKeeper(RelationalDependencies.SqlExpressionFactory, RelationalDependencies.TypeMappingSource).Visit(
                                new KeyJoins(RelationalDependencies.SqlExpressionFactory).Visit(processed))))
                    : processed;
            }
            catch (InvalidOperationException e) when (e.Message == Microsoft.EntityFrameworkCore.Sqlite.Internal.SqliteStrings.ApplyNotSupported && AppliedSearchFinder.IsIn(query))
            {
                throw new InvalidOperationException(
                    OuterSourceFinder.IsIn(query)
                        ? $"{NotForEachRow}, because what it searches names that row. Take one value of what it finds: "
                            + "Select(a => new { a.Id, Best = db.Bs.Where(b => b.AId == a.Id).NearestTo(b => b.Vector, query, 1).Select(b => b.Id).FirstOrDefault() }). "
                            + "The whole row: from a in ... join b in db.Bs on db.Bs.Where(...).NearestTo(...).Select(b => b.Id).FirstOrDefault() equals b.Id select .... "
                            + "Several of each: a.Bs.OrderBy(b => EF.Functions.VectorDistance(metric, b.Vector, query)).Take(k)."
                        : $"{NotForEachRow}. Write it as the last call in its from clause, by a vector with an index (HasVectorIndex), in a set of its table (put FromSql into a condition): "
                            + "from a in ... from b in db.Bs.NearestTo(b => b.Vector, a.Vector, k) where ... select ..., and filter, project or group after it; "
                            + "or take one value of what it finds, with Select(a => db.Bs.NearestTo(b => b.Vector, a.Vector, 1).Select(b => b.Id).FirstOrDefault()). "
                            + "Rows within a distance of each row: from a in ... from b in db.Bs where EF.Functions.VectorDistance(metric, b.Vector, a.Vector) <= distance.",
                    e);
            }
        }
    }
}
