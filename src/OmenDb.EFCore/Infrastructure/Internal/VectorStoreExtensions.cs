using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace OmenDb.EFCore.Infrastructure.Internal;

internal static class VectorStoreExtensions
{
    public static IVectorStore GetVectorStore(this DbContext context)
        => ((IInfrastructure<IServiceProvider>)context).Instance.GetService<IVectorStore>()
           ?? throw new InvalidOperationException(
               $"'{context.GetType().Name}' is not set up for vectors. Call UseOmenDb() in its provider's options, as in options.UseSqlite(connectionString, sqlite => sqlite.UseOmenDb()).");
}
