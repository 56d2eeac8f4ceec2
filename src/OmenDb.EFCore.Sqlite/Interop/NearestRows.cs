using OmenDb.DiskAnn;
using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>
/// The rows of one scan of the virtual table, read from the index page by page. A probe also keeps those that passed the rest of the statement, for the search that may go on from there.
/// </summary>
/// <param name="clock">Tells when the rows came to an end.</param>
internal sealed class NearestRows(TimeProvider clock)
{
    /// <summary>Rows after which a probe begins to ask whether it will find enough.</summary>
    public const int FirstJudged = 64;

    private const int FirstPage = 16;
    private const int LargestProbe = 1 << 20;

    // The rows of an index that is not in memory yet, or is empty yet.
    private const int AssumedRows = 40_000;

    // A probe gives up only if even three times as many rows as expected would be too few. Where none passed yet, three divided by the number of rows bounds
    // the share that passes (the rule of three).
    private const int Doubt = 3;

    private const int MaxPage = 1024;

    // The index gives rows nearly in order. A range therefore ends only after this many rows, and an eighth of those found, that are further.
    private const int Behind = 64;
    private const int BehindShare = 8;

    private SearchCursor? _cursor;
    private NearestRequest _request;
    private Neighbor[] _page = new Neighbor[FirstPage];
    private Neighbor[] _passing = []; // a probe's rows that passed
    private int _passingCount;
    private byte[] _query = [];
    private int _position;
    private int _count;
    private int _size;
    private long _given;
    private long _passed;
    private long _within;
    private long _behind;

    /// <summary>Measures the search, if anybody listens.</summary>
    public SearchMeter Meter { get; } = new();

    /// <summary>Whether it was logged that this statement leaves out a row of another query, whose vector cannot be searched by.</summary>
    public bool HasSkipped { get; set; }

    /// <summary>Rows given so far, or read ahead.</summary>
    public long Given => _given;

    /// <summary>When the rows came to an end, by the clock.</summary>
    public long EndedAt { get; private set; }

    /// <summary>Times that the rest of the statement passed.</summary>
    public long Passed => _passed;

    public bool AtEnd => _position >= _count;

    public Neighbor Current => _page[_position];

    /// <summary>
    /// How many of the nearest rows a probe looks at. If so few pass that it would need more, collecting all that pass takes less time.
    /// </summary>
    /// <param name="k">How many must pass.</param>
    /// <param name="rows">All rows; 0 where that is not known.</param>
    public static long ProbeDepth(long k, long rows)
        => (long)Math.Clamp(Math.Sqrt((double)k * (rows > 0 ? rows : AssumedRows) / KeptFilter.CollectedPerProbed), Math.Min(Math.Max(FirstJudged, 2 * k), LargestProbe), LargestProbe);

    /// <summary>The current row passed the rest of the statement.</summary>
    public void Pass()
    {
        _passed++;
        if (!_request.IsProbe || (_passingCount > 0 && _passing[_passingCount - 1].Label == Current.Label)) // the same row, joined with several of another table
            return;
        if (_passingCount == _passing.Length)
            Array.Resize(ref _passing, Math.Max(FirstPage, 2 * _passing.Length));
        _passing[_passingCount++] = Current;
    }

    /// <summary>A probe's filter, where its labels may be kept.</summary>
    public KeptFilter? Filter { get; private set; }

    /// <summary>Keeps what a probe is asked for, so that no other search takes it over.</summary>
    public void Remember(ReadOnlySpan<byte> query, KeptFilter? filter)
    {
        Filter = filter;
        if (_query.Length != query.Length)
            _query = new byte[query.Length];
        query.CopyTo(_query);
    }

    /// <summary>
    /// Takes over from a probe that found enough, so that what it found is not searched for again: first the rows that passed there, then those that it has not
    /// looked at. The rows between did not pass.
    /// </summary>
    /// <returns>Whether it was the probe of this search, and still open.</returns>
    public bool TryContinue(NearestRows probe, string index, ReadOnlySpan<byte> query, int k, long number)
    {
        if (probe._cursor is null || probe._passed < k || probe._request.ProbeNumber != number || probe._request.K != k
            || probe._request.Index != index || !query.SequenceEqual(probe._query))
            return false;
        var passing = probe._passing.AsSpan(0, probe._passingCount);
        var ahead = Math.Max(0, probe._count - probe._position - 1);
        if (_page.Length < passing.Length + ahead)
            _page = new Neighbor[passing.Length + ahead];
        passing.CopyTo(_page);
        if (ahead > 0)
            probe._page.AsSpan(probe._position + 1, ahead).CopyTo(_page.AsSpan(passing.Length));
        (_cursor, probe._cursor) = (probe._cursor, null);
        _request = probe._request with { ProbeNumber = 0, Most = long.MaxValue };
        _given = probe._given;
        _passed = _within = _behind = 0;
        _size = probe._size;
        (_position, _count) = (0, passing.Length + ahead);
        Meter.End(Meter.Begin(), passing.Length);
        return true;
    }

    /// <summary>Begins with a page of what is asked for; a probe, which mostly stops early, with a small one.</summary>
    public void Start(SearchCursor cursor, NearestRequest request)
    {
        _cursor = cursor;
        _request = request;
        _given = _passed = _within = _behind = _passingCount = 0;
        _size = request.IsProbe ? FirstPage : Math.Min(request.K, MaxPage);
        Fill();
    }

    public void MoveNext()
    {
        if (++_position < _count)
            return;
        // Each page is as large as all before it; a probe reads as much as it seems to lack.
        _size = (int)(_request.IsProbe && _passed > 0 ? Math.Clamp(Lacking, FirstPage, MaxPage) : Math.Clamp(_given, _size, MaxPage));
        Fill();
    }

    public void Stop()
    {
        Meter.Stop();
        _cursor?.Dispose();
        _cursor = null;
        _position = _count = 0;
    }

    private bool IsDone => _given >= _request.Most || _behind > Behind + _within / BehindShare || (_request.IsProbe && IsHopeless);

    // Rows to look at until k have passed, if as many pass as so far.
    private double Lacking => (double)(_request.K - _passed) * _given / _passed;

    private bool IsHopeless => _request.K > _request.Most
        || (_given >= _request.Patience && Doubt * Math.Max(_passed, 1) * _request.Most / _given < _request.K);

    private void Fill()
    {
        if (_page.Length < _size)
            _page = new Neighbor[_size];
        _position = _count = 0;
        var start = Meter.Begin();
        while (_count == 0 && _cursor is not null && !IsDone)
        {
            var read = _cursor.Read(_page.AsSpan(0, (int)Math.Min(_request.Most - _given, _size)));
            if (read == 0)
                break;
            for (var i = 0; i < read; i++)
            {
                if (IsWanted(_page[i]))
                    _page[_count++] = _page[i];
            }

            _given += _count;
        }

        if (_count == 0)
            EndedAt = clock.GetTimestamp();
        Meter.End(start, _count);
    }

    private bool IsWanted(Neighbor row)
    {
        if (row.Distance > _request.Within)
        {
            _behind++;
            return false;
        }

        _within++;
        return _request.Visible is not { } visible || visible.Sees(row.Label);
    }
}
