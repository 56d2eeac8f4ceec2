using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace OmenDb.Benchmarks.Model;

/// <summary>Keeps one model per vector length, metric, storage and recall.</summary>
internal sealed class BenchmarkModelCacheKeyFactory : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime)
    {
        var benchmark = (BenchmarkContext)context;
        return (benchmark.Dimensions, benchmark.Metric, benchmark.Storage, benchmark.TargetRecall, designTime);
    }
}
