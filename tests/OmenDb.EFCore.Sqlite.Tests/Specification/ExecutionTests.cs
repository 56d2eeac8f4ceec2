using OmenDb.EFCore.Specification.Query;

namespace OmenDb.EFCore.Sqlite.Tests.Specification;

public sealed class ExecutionTests(SqliteSpecificationStore store) : ExecutionSpecification(store)
{
    [Fact]
    public async Task Nothing_warns_of_what_the_application_did_not_write()
    {
        await using var db = new SpecificationContext(Store.Options(new CommandLog()).ConfigureWarnings(w => w.Default(WarningBehavior.Throw)).Options);

        Assert.Equal(5, (await db.Articles.TagWithCallSite().AsSplitQuery().IgnoreQueryFilters().NearestTo(Query, 5).ToListAsync()).Count);
        Assert.Equal(5, (await db.Articles.Distinct().NearestTo(Query, 5).ToListAsync()).Count);
        Assert.Equal(5, (await db.Articles.Select(a => a).Union(db.Articles).NearestTo(Query, 5).ToListAsync()).Count);
        Assert.Equal(5, (await db.Set<Animal>().OfType<Dog>().NearestTo(a => a.Vector, Small, 5).ToListAsync()).Count);
    }
}
