using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using OmenDb.EFCore;
using OmenDb.EFCore.Infrastructure.Internal;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Reaches the vector indexes of a database.</summary>
public static class VectorDatabaseFacadeExtensions
{
    /// <summary>A handle on the index of a vector property, for statistics and maintenance.</summary>
    /// <typeparam name="TEntity">The entity type.</typeparam>
    /// <param name="database"><c>db.Database</c>.</param>
    /// <param name="vector">The indexed property, as <c>a =&gt; a.Embedding</c>.</param>
    /// <returns>The handle, usable while the context is.</returns>
    /// <exception cref="InvalidOperationException">The property has no vector index, or <c>UseOmenDb()</c> was not called.</exception>
    /// <example><code>
    /// var statistics = await db.Database.VectorIndex&lt;Article&gt;(a =&gt; a.Embedding).GetStatisticsAsync();
    /// </code></example>
    public static IVectorIndex VectorIndex<TEntity>(this DatabaseFacade database, Expression<Func<TEntity, object?>> vector)
        where TEntity : class
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(vector);
        var context = ((IDatabaseFacadeDependenciesAccessor)database).Context;
        var property = VectorSelector.Resolve(context.Model, typeof(TEntity), vector);
        return context.GetVectorStore().GetIndex(property);
    }
}
