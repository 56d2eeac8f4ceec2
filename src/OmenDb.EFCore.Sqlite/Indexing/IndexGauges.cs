using System.Diagnostics.Metrics;
using OmenDb.EFCore.Diagnostics.Internal;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>What the indexes in memory look like now, for whoever listens to the meter.</summary>
internal static class IndexGauges
{
    public static void Register()
    {
        Create("omendb.index.applied", "{label}", "The last label in the graph.", static (_, view) => view.Applied);
        Create("omendb.index.pending", "{row}", "Rows read and not in the graph yet.", static (_, view) => view.Pending.Labels.Length);
        Create("omendb.index.snapshot.size", "By", "Bytes of the index's file.", static (index, view) => SnapshotBytes(index, view));
        OmenDbTelemetry.Meter.CreateObservableGauge(
            "omendb.index.recall", () => Observe(static (_, view) => Recall(view)), "1", "The recall@10 measured at the last calibration.");
    }

    private static void Create(string name, string unit, string description, Func<LiveIndex, IndexView, long?> value)
        => OmenDbTelemetry.Meter.CreateObservableGauge(name, () => Observe(value), unit, description);

    private static IEnumerable<Measurement<T>> Observe<T>(Func<LiveIndex, IndexView, T?> value)
        where T : struct
    {
        foreach (var index in IndexRegistry.All.SelectMany(d => d.Indexes))
        {
            if (index.View is { } view && Value(value, index, view) is { } observed)
                yield return new Measurement<T>(observed, OmenDbTelemetry.Index(index.Definition.Name), OmenDbTelemetry.Database(index.Database.Path));
        }
    }

    private static T? Value<T>(Func<LiveIndex, IndexView, T?> value, LiveIndex index, IndexView view)
        where T : struct
    {
        try
        {
            return value(index, view);
        }
        catch (ObjectDisposedException)
        {
            return null; // replaced meanwhile: there is something to tell again the next time
        }
    }

    // NaN would be drawn as a measurement.
    private static double? Recall(IndexView view) => view.Graph.GetStatistics().MeasuredRecall is var recall && double.IsNaN(recall) ? null : recall;

    private static long SnapshotBytes(LiveIndex index, IndexView view)
        => index.Database.Snapshots?.Find(index.Definition, view.Token)?.Length ?? 0;
}
