using Microsoft.EntityFrameworkCore.Infrastructure;

[assembly: AssemblyFixture(typeof(OmenDb.EFCore.Sqlite.Tests.Specification.CompactSpecificationStore))]

namespace OmenDb.EFCore.Sqlite.Tests.Specification;

/// <summary>The same rows where every index is a compact one: nothing but the files differs.</summary>
public sealed class CompactSpecificationStore : SqliteSpecificationStore
{
    protected override void UseProvider(DbContextOptionsBuilder options)
    {
        base.UseProvider(options);
        options.ReplaceService<IModelCustomizer, Compacting>();
    }

    protected override async Task IndexAsync(SpecificationContext db)
    {
        await base.IndexAsync(db);
        Assert.Equal(VectorIndexStorage.Compact, (await db.Database.VectorIndex<Comment>(c => c.Mood).GetStatisticsAsync()).Storage);
    }

    private sealed class Compacting(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
    {
        public override void Customize(ModelBuilder modelBuilder, DbContext context)
        {
            base.Customize(modelBuilder, context);
            foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(e => e.GetDeclaredProperties()).Where(p => p["OmenDb:Metric"] is not null))
                property.SetAnnotation("OmenDb:Storage", VectorIndexStorage.Compact);
        }
    }
}
