using Microsoft.EntityFrameworkCore.Infrastructure;

namespace OmenDb.EFCore.Sqlite.Tests.Infrastructure;

/// <summary>Keeps the models of different tests apart, which EF Core would take for one.</summary>
internal sealed class ModelByDefinition : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => (context.GetType(), (context as ModelContext)?.Definition, designTime);
}
