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

    // Labels that are collected in the time of a probe that gives up, and of one that finds enough.
    private const int LabelsOfVainProbe = 200;
    private const int LabelsOfProbe = 1_500;

    private const int MostKinds = 32;

    private readonly List<Filter> _filters = []; // last asked for last
    private readonly List<Kind> _kinds = [];
    private (uint Data, int Changes) _version;
    private long _lastNumber = FirstNumber;
    private Filter? _asked;

    /// <summary>The number of a filter's labels, and 0 if they are not known.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="key">The filter and its values.</param>
    public long Find(ReadOnlySpan<byte> filter, ReadOnlySpan<byte> key)
    {
        _asked = IsUnchanged() ? Ask(filter, key) : null;
        return _asked is { Labels: not null } ? _asked.Number : 0;
    }

    /// <summary>The labels of a number; <see langword="null"/> where they are not kept any more.</summary>
    public LabelSet? this[long number] => _filters.Find(filter => filter.Number == number)?.Labels;

    /// <summary>Keeps a filter's labels.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="key">The filter and its values.</param>
    /// <param name="labels">What <see cref="LabelSetBuilder.ToBytes"/> wrote.</param>
    /// <returns>Their number; 0 where they cannot be kept.</returns>
    public long Keep(ReadOnlySpan<byte> filter, ReadOnlySpan<byte> key, ReadOnlySpan<byte> labels)
    {
        if (!IsUnchanged() || LabelFilter.Parse(labels).Allowed is not { } set)
            return 0;
        var asked = Ask(filter, key);
        asked.Kind.Collected(set.Count);
        _asked = null;
        if (set.Count > LargestSet)
            return 0;
        asked.Labels = set;
        return asked.Number;
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
    public bool IsDue => _asked is { Labels: null } asked && (asked.IsDue || asked.Kind.IsFew);

    private Filter Ask(ReadOnlySpan<byte> kind, ReadOnlySpan<byte> key)
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
        var filter = new Filter(KindOf(kind), key.ToArray(), ++_lastNumber);
        _filters.Add(filter);
        return filter;
    }

    private Kind KindOf(ReadOnlySpan<byte> filter)
    {
        foreach (var known in _kinds)
        {
            if (filter.SequenceEqual(known.Filter))
                return known;
        }

        if (_kinds.Count == MostKinds)
            _kinds.RemoveAt(0);
        var kind = new Kind(filter.ToArray());
        _kinds.Add(kind);
        return kind;
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

    /// <summary>
    /// What filters have in common that differ in their values alone: where the last one let so few rows through that a probe was in vain, the next one is not probed, but
    /// collected at once. A guess that was wrong is not made again before as much time was lost to vain probes as it took.
    /// </summary>
    private sealed class Kind(byte[] filter)
    {
        private int _owed = LabelsOfVainProbe;

        public byte[] Filter => filter;

        public bool IsFew => _owed <= 0;

        public void Collected(int labels)
        {
            if (!IsFew)
                _owed -= LabelsOfVainProbe;
            else if (labels > LabelsOfProbe)
                _owed = labels;
        }
    }

    private sealed class Filter(Kind kind, byte[] key, long number)
    {
        public Kind Kind => kind;

        public byte[] Key => key;

        public long Number => number;

        public LabelSet? Labels { get; set; }

        public long Probed { get; set; }

        public bool IsDue { get; set; }
    }
}
