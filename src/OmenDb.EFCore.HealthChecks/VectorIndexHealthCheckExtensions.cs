using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OmenDb.EFCore.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Health checks of vector indexes.</summary>
public static class VectorIndexHealthCheckExtensions
{
    /// <summary>
    /// Adds a check of every vector index of a context: degraded while one is being rebuilt, or is behind by more than a tenth of its rows and by more than 5,000, when
    /// searches are still right but slower; the failure status when an index cannot be read.
    /// </summary>
    /// <typeparam name="TContext">A context that is registered as a service.</typeparam>
    /// <param name="builder">What <c>AddHealthChecks()</c> returns.</param>
    /// <param name="name">The check's name; that of the context and "vector indexes" unless given.</param>
    /// <param name="failureStatus">The status when an index cannot be read; <see cref="HealthStatus.Unhealthy"/> unless given.</param>
    /// <param name="tags">Tags to select checks by.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <example><code>
    /// builder.Services.AddHealthChecks().AddOmenDbVectorIndex&lt;BlogContext&gt;();
    /// </code></example>
    public static IHealthChecksBuilder AddOmenDbVectorIndex<TContext>(
        this IHealthChecksBuilder builder, string? name = null, HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddCheck<VectorIndexHealthCheck<TContext>>(name ?? $"{typeof(TContext).Name} vector indexes", failureStatus, tags ?? []);
    }
}
