using System.Diagnostics.Metrics;

namespace ApiSearch.Api;

/// <summary>Listens to the library's meter: how long a search of this request was inside the index, and when an index was last built anew.</summary>
public sealed class IndexMeter : IDisposable
{
    private readonly AsyncLocal<Reading?> _current = new();
    private readonly MeterListener _listener = new();

    public IndexMeter()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Meter.Name: "OmenDb", Name: "omendb.search.duration" or "omendb.rebuilds" })
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((_, seconds, _, _) => _current.Value?.Milliseconds += seconds * 1000);
        _listener.SetMeasurementEventCallback<long>((_, _, _, _) => LastRebuild = DateTimeOffset.UtcNow);
        _listener.Start();
    }

    /// <summary>Null while no index was built anew since the start.</summary>
    public DateTimeOffset? LastRebuild { get; private set; }

    /// <summary>From now on, what the caller searches is added up.</summary>
    public Reading Begin() => _current.Value = new Reading();

    public void Dispose() => _listener.Dispose();

    public sealed class Reading
    {
        public double Milliseconds { get; internal set; }
    }
}
