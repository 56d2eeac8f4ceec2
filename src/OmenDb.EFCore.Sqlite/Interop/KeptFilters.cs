using OmenDb.DiskAnn;
using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>
/// The labels that filters gave on one connection, kept for the next search with the same filter while nothing in the database has changed: to collect them
/// takes SQLite longer than everything else in a filtered search, and applications ask with the same few filters again and again.
/// </summary>
internal sealed class KeptFilters(nint connection, VectorDatabase database, bool isShared)
{
    /// <summary>For the argument <c>rows</c>: this and more is the number of a set that was kept.</summary>
    public const long FirstNumber = 1L << 32;

    private const int Most = 8;
    private const int MostKinds = 32;

    private readonly List<KeptFilter> _filters = []; // last asked for last
    private readonly List<FilterKind> _kinds = [];
    private (uint Data, int Changes) _version;
    private long _lastNumber = FirstNumber;
    private KeptFilter? _asked;

    /// <summary>The number of a filter's labels, and 0 if they are not known.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="key">The filter and its values.</param>
    public long Find(ReadOnlySpan<byte> filter, ReadOnlySpan<byte> key)
    {
        _asked = IsUnchanged() ? Ask(filter, key) : null;
        if (_asked is not { Labels: not null } known)
            return 0;
        _asked = null;
        return known.Number;
    }

    /// <summary>The labels of a number; <see langword="null"/> where they are not kept any more.</summary>
    public LabelSet? this[long number] => _filters.Find(filter => filter.Number == number)?.Labels;

    /// <summary>Keeps a filter's labels.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="key">The filter and its values.</param>
    /// <param name="labels">What <see cref="LabelSetBuilder.ToBytes"/> wrote.</param>
    /// <param name="probe">The last probe.</param>
    /// <returns>Their number; 0 where they cannot be kept.</returns>
    public long Keep(ReadOnlySpan<byte> filter, ReadOnlySpan<byte> key, ReadOnlySpan<byte> labels, NearestRows? probe)
    {
        _asked = null;
        if (!IsUnchanged() || LabelFilter.Parse(labels).Allowed is not { } set)
            return 0;
        return Ask(filter, key).Collect(set, probe);
    }

    /// <summary>The filter last asked for, whose labels are not known: for the probe that comes next, and for no other.</summary>
    public KeptFilter? TakeAsked()
    {
        var asked = _asked;
        _asked = null;
        return asked;
    }

    private KeptFilter Ask(ReadOnlySpan<byte> kind, ReadOnlySpan<byte> key)
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
        var filter = new KeptFilter(KindOf(kind), key.ToArray(), ++_lastNumber, database.Clock);
        _filters.Add(filter);
        return filter;
    }

    private FilterKind KindOf(ReadOnlySpan<byte> filter)
    {
        foreach (var known in _kinds)
        {
            if (filter.SequenceEqual(known.Filter))
                return known;
        }

        if (_kinds.Count == MostKinds)
            _kinds.RemoveAt(0);
        var kind = new FilterKind(filter.ToArray());
        _kinds.Add(kind);
        return kind;
    }

    // Other connections' changes move the data version, one's own the number of changes; uncommitted ones, which a connection that shares its cache may see of others, may be taken back.
    private unsafe bool IsUnchanged()
    {
        if (isShared || !SqliteNative.HasOneFile(connection) || !SqliteNative.TryReadVersion(connection, out var data))
            return false;
        if (_version != (data, SqliteNative.TotalChanges(connection)))
            _filters.Clear();
        _version = (data, SqliteNative.TotalChanges(connection));
        return true;
    }
}
