using OmenDb.DiskAnn;
using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>
/// The labels that filters gave on one connection, kept for the next search with the same filter while nothing in the database has changed: to collect them
/// takes SQLite longer than everything else in a filtered search, and applications ask with the same few filters again and again.
/// </summary>
internal sealed class KeptFilters(nint database)
{
    /// <summary>For the argument <c>rows</c>: this and more is the number of a set that was kept.</summary>
    public const long FirstNumber = 1L << 32;

    private const int Most = 8;
    private const int LargestSet = 100_000;

    // Labels that SQLite collects in the time in which a probe looks at one row (measured: -- filtered).
    private const double CollectedPerProbed = 6;

    private readonly List<Filter> _filters = []; // last asked for last
    private (uint Data, int Changes) _version;
    private long _lastNumber = FirstNumber;
    private Filter? _asked;

    /// <summary>The number of a filter's labels, and 0 if they are not known.</summary>
    /// <param name="key">The filter and its values.</param>
    public long Find(ReadOnlySpan<byte> key)
    {
        _asked = IsUnchanged() ? Ask(key) : null;
        return _asked is { Labels: not null } ? _asked.Number : 0;
    }

    /// <summary>The labels of a number; <see langword="null"/> where they are not kept any more.</summary>
    public LabelSet? this[long number] => _filters.Find(filter => filter.Number == number)?.Labels;

    /// <summary>Keeps a filter's labels.</summary>
    /// <param name="key">The filter and its values.</param>
    /// <param name="labels">What <see cref="LabelSetBuilder.ToBytes"/> wrote.</param>
    /// <returns>Their number; 0 where they cannot be kept.</returns>
    public long Keep(ReadOnlySpan<byte> key, ReadOnlySpan<byte> labels)
    {
        if (!IsUnchanged() || LabelFilter.Parse(labels).Allowed is not { Count: <= LargestSet } set)
            return 0;
        var filter = Ask(key);
        filter.Labels = set;
        _asked = null;
        return filter.Number;
    }

    /// <summary>A probe for the filter last asked for found enough: its labels are worth collecting once probes have taken as long.</summary>
    /// <param name="given">Rows that the probe looked at.</param>
    /// <param name="passed">Those that passed.</param>
    /// <param name="rows">All rows.</param>
    public void Probed(long given, long passed, long rows)
    {
        if (_asked is null)
            return;
        var labels = rows * (double)passed / given;
        _asked.Probed += given;
        _asked.IsDue = labels <= LargestSet && _asked.Probed * CollectedPerProbed >= labels;
        _asked = null;
    }

    /// <summary>Whether a probe for the filter last asked for is better left out, and the labels collected.</summary>
    public bool IsDue => _asked is { IsDue: true, Labels: null };

    private Filter Ask(ReadOnlySpan<byte> key)
    {
        for (var i = _filters.Count - 1; i >= 0; i--)
        {
            if (!key.SequenceEqual(_filters[i].Key))
                continue;
            var found = _filters[i];
            _filters.RemoveAt(i);
            _filters.Add(found);
            return found;
        }

        if (_filters.Count == Most)
            _filters.RemoveAt(0);
        var filter = new Filter(key.ToArray(), ++_lastNumber);
        _filters.Add(filter);
        return filter;
    }

    // Other connections' changes move the data version, one's own the number of changes; uncommitted ones may be taken back.
    private unsafe bool IsUnchanged()
    {
        if (!SqliteNative.TryReadVersion(database, out var data))
            return false;
        if (_version != (data, SqliteNative.TotalChanges(database)))
            _filters.Clear();
        _version = (data, SqliteNative.TotalChanges(database));
        return true;
    }

    private sealed class Filter(byte[] key, long number)
    {
        public byte[] Key => key;

        public long Number => number;

        public LabelSet? Labels { get; set; }

        public long Probed { get; set; }

        public bool IsDue { get; set; }
    }
}
