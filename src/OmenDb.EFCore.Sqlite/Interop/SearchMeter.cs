using System.Diagnostics;
using OmenDb.EFCore.Diagnostics.Internal;
using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>Measures one search at a time, if anybody listens: the time inside the index, and the rows that it gave.</summary>
internal sealed class SearchMeter
{
    private LiveIndex? _index;
    private Activity? _activity;
    private bool _measured;
    private long _started;
    private long _ticks;
    private long _rows;

    /// <summary>Begins to measure a search of an index, if anybody listens.</summary>
    public void Start(LiveIndex index)
    {
        _measured = OmenDbTelemetry.IsMeasured;
        var parent = Activity.Current;
        _activity = OmenDbTelemetry.Activities.StartActivity("omendb.search");
        if (_activity is null && !_measured)
            return;
        Activity.Current = parent; // SQLite comes back to this search between others
        _activity?.SetTag(OmenDbTelemetry.IndexTag, index.Definition.Name);
        (_index, _ticks, _rows, _started) = (index, 0, 0, Stopwatch.GetTimestamp());
    }

    /// <summary>When reading a page began: for the first one, when the search did.</summary>
    public long Begin() => _index is null ? 0 : _started != 0 ? _started : Stopwatch.GetTimestamp();

    /// <summary>A page was read.</summary>
    /// <param name="start">What <see cref="Begin"/> returned.</param>
    /// <param name="rows">Its rows.</param>
    public void End(long start, int rows)
    {
        if (_index is null)
            return;
        _ticks += Stopwatch.GetTimestamp() - start;
        _rows += rows;
        _started = 0;
    }

    /// <summary>Tells listeners of the search, if one was begun.</summary>
    public void Stop()
    {
        if (_index is null)
            return;
        if (_measured)
        {
            var (index, database) = (OmenDbTelemetry.Index(_index.Definition.Name), OmenDbTelemetry.Database(_index.Database.Path));
            OmenDbTelemetry.Searches.Add(1, index, database);
            OmenDbTelemetry.SearchDuration.Record((double)_ticks / Stopwatch.Frequency, index, database);
            OmenDbTelemetry.Candidates.Record(_rows, index, database);
        }

        if (_activity is not null)
        {
            var current = Activity.Current;
            _activity.SetTag("omendb.candidates", _rows).Dispose();
            Activity.Current = current;
        }

        (_index, _activity) = (null, null);
    }
}
