using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace OmenDb.EFCore.Infrastructure.Internal;

internal static class VectorStoreExtensions
{
    public static IVectorStore GetVectorStore(this DbContext context)
        => ((IInfrastructure<IServiceProvider>)context).Instance.GetService<IVectorStore>() ?? throw NotSetUp($"'{context.GetType().Name}'");

    /// <summary>Throws where <c>UseOmenDb()</c> was not called: EF Core would only say that it cannot translate the search.</summary>
    public static void RequireVectorStore(IQueryable source)
    {
        if (source.Provider is EnumerableQuery)
        {
            throw new InvalidOperationException(
                $"NearestTo and WithinDistance search a database, and this list of '{source.ElementType.Name}' is in memory: call them on a DbSet, or on a query of one, before its rows are read. "
                + "A test has one with UseSqlite(\"Data Source=:memory:\", sqlite => sqlite.UseOmenDb()).");
        }

        if (source is IInfrastructure<IServiceProvider> set)
            set.GetService<ICurrentDbContext>().Context.GetVectorStore();
        else if (FindRoot(source.Expression) is { EntityType: var entityType } && entityType.Model.ModelDependencies?.TypeMappingSource.FindMapping(typeof(ReadOnlyMemory<float>)) is not RelationalTypeMapping)
            throw NotSetUp($"The context of '{entityType.DisplayName()}'");
    }

    private static InvalidOperationException NotSetUp(string context)
        => new($"{context} is not set up for vectors. Call UseOmenDb() in its provider's options, as in options.UseSqlite(connectionString, sqlite => sqlite.UseOmenDb()).");

    // The set that a query begins with. The context cannot be reached from there, but the model can.
    private static EntityQueryRootExpression? FindRoot(Expression expression) => expression switch
    {
        EntityQueryRootExpression root => root,
        MethodCallExpression { Arguments: [var source, ..] } => FindRoot(source),
        _ => null,
    };
}
