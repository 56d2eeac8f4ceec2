using System.Collections.Concurrent;
using System.Diagnostics;

namespace OmenDb.EFCore.Sqlite.Tests.Infrastructure;

/// <summary>The searches of an index that something needs.</summary>
internal static class Searches
{
    public static async Task<List<Activity>> OfAsync(Func<Task> action)
    {
        var stopped = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "OmenDb" or nameof(Searches),
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = stopped.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var source = new ActivitySource(nameof(Searches));
        ActivityTraceId trace;
        using (var asking = source.StartActivity("asking")!)
        {
            trace = asking.TraceId;
            await action();
            Assert.Same(asking, Activity.Current);
        }

        return [.. stopped.Where(a => a.TraceId == trace && a.OperationName == "omendb.search")];
    }
}
