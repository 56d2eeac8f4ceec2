using OmenDb.DiskAnn;
using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>
/// The labels that filters gave on one connection, kept for the next search with the same filter while nothing in the database has changed. Collecting them
/// takes SQLite longer than everything else in a filtered search, and applications ask with the same few filters again and again.
/// </summary>
/// <param name="connection">The connection, as SQLite has it.</param>
/// <param name="database">Its database.</param>
/// <param name="isShared">Whether the connection shares its cache with others, and so may see what they have not committed.</param>
internal sealed class KeptFilters(nint connection, VectorDatabase database, bool isShared)
{
    private const int Most = 8;
    private const int MostKinds = 32;

    private readonly List<KeptFilter> _filters = []; // the last used last
    private readonly List<FilterKind> _kinds = [];
    private uint _version;
    private long _lastNumber;
    private KeptFilter? _asked; // last, where its labels are not kept

    /// <summary>The number of a filter's labels, and 0 if they are not kept.</summary>
    /// <param name="kind">The filter without its values: a hash of its SQL.</param>
    /// <param name="key">The filter and its values.</param>
    public long Find(ReadOnlySpan<byte> kind, ReadOnlySpan<byte> key)
    {
        _asked = IsUnchanged() ? Ask(kind, key) : null;
        if (_asked is not { Labels: not null } known)
            return 0;
        _asked = null;
        return known.Number;
    }

    /// <summary>Plans a search: with the filter last asked for, if its labels are not kept. The next is with another.</summary>
    /// <param name="arguments">What is asked for.</param>
    /// <param name="rows">Rows of the index; 0 where that is not known.</param>
    /// <returns>The probe; <see langword="null"/> where the labels are better collected at once.</returns>
    public Probe? Plan(NearestArguments arguments, long rows)
    {
        var asked = _asked;
        _asked = null;
        return asked is null ? new Probe(arguments, filter: null, Probe.FirstJudged, Probe.DepthFor(arguments.K, rows)) : asked.Plan(arguments, rows);
    }

    /// <summary>The labels of a number; <see langword="null"/> where they are not kept any more.</summary>
    public LabelSet? this[long number] => _filters.Find(filter => filter.Number == number)?.Labels;

    /// <summary>Keeps a filter's labels.</summary>
    /// <param name="kind">The filter without its values: a hash of its SQL.</param>
    /// <param name="key">The filter and its values.</param>
    /// <param name="labels">What <see cref="LabelSetBuilder.ToBytes"/> wrote.</param>
    /// <returns>Their number; 0 where they cannot be kept.</returns>
    public long Keep(ReadOnlySpan<byte> kind, ReadOnlySpan<byte> key, ReadOnlySpan<byte> labels)
    {
        _asked = null;
        if (!IsUnchanged())
            return 0;
        var filter = Ask(kind, key);
        filter.Collected(LabelSetBuilder.Read(labels));
        return filter.Labels is null ? 0 : filter.Number;
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

    private FilterKind KindOf(ReadOnlySpan<byte> hash)
    {
        foreach (var known in _kinds)
        {
            if (hash.SequenceEqual(known.Hash))
                return known;
        }

        if (_kinds.Count == MostKinds)
            _kinds.RemoveAt(0);
        var kind = new FilterKind(hash.ToArray());
        _kinds.Add(kind);
        return kind;
    }

    // Whatever is committed moves the version. Uncommitted changes of others, which a connection with a shared cache may see, do not.
    private bool IsUnchanged()
    {
        if (isShared || !SqliteNative.ReadsOneFile(connection) || !SqliteNative.TryReadVersion(connection, out var version))
            return false;
        if (_version != version)
            _filters.Clear();
        _version = version;
        return true;
    }
}
