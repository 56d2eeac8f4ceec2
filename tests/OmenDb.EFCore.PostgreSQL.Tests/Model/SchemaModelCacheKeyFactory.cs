using Microsoft.EntityFrameworkCore.Infrastructure;

namespace OmenDb.EFCore.PostgreSQL.Tests.Model;

/// <summary>A model for each schema.</summary>
public sealed class SchemaModelCacheKeyFactory : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => (context.GetType(), (context as LibraryContext)?.Schema, designTime);
}
