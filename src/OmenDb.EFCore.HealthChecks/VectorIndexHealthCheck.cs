using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OmenDb.EFCore.Infrastructure.Internal;
using OmenDb.EFCore.Metadata.Internal;

namespace OmenDb.EFCore.HealthChecks;

/// <summary>Reads the statistics of every vector index of a context.</summary>
internal sealed class VectorIndexHealthCheck<TContext>(IServiceScopeFactory scopes) : IHealthCheck
    where TContext : DbContext
{
    // So many rows are compared in no time, and a process that starts may find as many that came since the index's file was written.
    private const long FewRows = 5_000;
    private const double ShareBehind = 0.1;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TContext>();
        var data = new Dictionary<string, object>();
        var problems = new List<string>();
        try
        {
            foreach (var vector in VectorModel.For(db.Model).Indexed)
            {
                var statistics = await db.GetVectorStore().GetIndex(vector).GetStatisticsAsync(cancellationToken).ConfigureAwait(false);
                data[statistics.Name] = statistics;
                if (statistics.IsRebuilding)
                    problems.Add($"{statistics.Name} is being rebuilt");
                else if (statistics.Pending > Math.Max(FewRows, statistics.Rows * ShareBehind))
                    problems.Add($"{statistics.Name} is behind by {statistics.Pending:N0} of {statistics.Rows:N0} rows, which searches compare one by one");
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, e is InvalidOperationException ? e.Message : "A vector index cannot be read.", e, data);
        }

        return problems.Count == 0
            ? HealthCheckResult.Healthy(data: data)
            : HealthCheckResult.Degraded(string.Join("; ", problems) + ".", data: data);
    }
}
