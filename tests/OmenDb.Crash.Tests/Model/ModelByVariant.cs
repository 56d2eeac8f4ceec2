using Microsoft.EntityFrameworkCore.Infrastructure;

namespace OmenDb.Crash.Tests.Model;

/// <summary>Keeps the two variants apart, which EF Core would take for one model.</summary>
internal sealed class ModelByVariant : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => (context.GetType(), (context as CrashContext)?.IsVariant, designTime);
}
