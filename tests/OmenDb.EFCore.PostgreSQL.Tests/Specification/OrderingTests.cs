using OmenDb.EFCore.Specification.Model;
using OmenDb.EFCore.Specification.Query;

namespace OmenDb.EFCore.PostgreSQL.Tests.Specification;

public sealed class OrderingTests(PostgresSpecificationStore store) : OrderingSpecification(store)
{
    /// <summary>PostgreSQL puts NULL last, where SQLite and LINQ put it first.</summary>
    [Fact]
    public override Task OrderBy_a_reference_after() => QueryAsync(
        ss => ss.Set<Article>().NearestTo(Query, 20).OrderBy(a => a.Author!.Country).ThenBy(a => a.Id),
        ss => ss.Set<Article>().NearestTo(Query, 20).OrderBy(a => a.Author == null).ThenBy(a => a.Author!.Country).ThenBy(a => a.Id));
}
