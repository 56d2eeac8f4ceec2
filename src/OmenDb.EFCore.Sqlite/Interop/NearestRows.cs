using OmenDb.DiskAnn;
using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>The rows of one scan of the virtual table, read from the index page by page.</summary>
internal sealed class NearestRows
{
    private const int FirstPage = 16;
    private const int MaxPage = 1024;

    // The index gives rows nearly in order. A range therefore ends only after this many rows, and an eighth of those found, that are further.
    private const int Behind = 64;
    private const int BehindShare = 8;

    private SearchCursor? _cursor;
    private Probe? _probe; // null in a search
    private VisibleRows? _visible; // says whether the transaction sees a row, where only those count; null where the statement's join finds out
    private long _most;
    private double _furthest;

    private Neighbor[] _page = new Neighbor[FirstPage];
    private int _position;
    private int _count;
    private int _size;
    private long _given; // or read ahead
    private long _within;
    private long _behind;

    /// <summary>Measures the search, if anybody listens.</summary>
    public SearchMeter Meter { get; } = new();

    /// <summary>Whether it was logged that this statement leaves out a row of another query, whose vector cannot be searched by.</summary>
    public bool HasSkipped { get; set; }

    public bool AtEnd => _position >= _count;

    public Neighbor Current => _page[_position];

    /// <summary>Begins with a page of what is asked for; a probe, which mostly stops early, with a small one.</summary>
    public void Start(SearchCursor cursor, NearestArguments arguments, VisibleRows visible, Probe? probe = null)
    {
        (_cursor, _probe) = (cursor, probe);
        _visible = arguments.Most < int.MaxValue ? visible : null;
        _most = probe?.Depth ?? arguments.Most ?? long.MaxValue;
        _furthest = WithSlack(arguments.Within);
        _size = probe is null ? Math.Min(arguments.K, MaxPage) : FirstPage;
        _given = _within = _behind = 0;
        Fill();
    }

    /// <summary>
    /// Takes over from a probe that found enough, so that what it found is not searched for again: first the rows that passed there, then those that it has not
    /// looked at. The rows between did not pass.
    /// </summary>
    /// <returns>Whether it was the probe of this search, and still open.</returns>
    public bool TryContinue(NearestRows probed, NearestArguments arguments)
    {
        if (probed is not { _cursor: { } cursor, _probe: { } probe } || !probe.HasFound(arguments))
            return false;
        var passing = probe.Passing;
        var ahead = Math.Max(0, probed._count - probed._position - 1);
        if (_page.Length < passing.Length + ahead)
            _page = new Neighbor[passing.Length + ahead];
        passing.CopyTo(_page);
        probed._page.AsSpan(probed._count - ahead, ahead).CopyTo(_page.AsSpan(passing.Length));
        (_cursor, probed._cursor, probed._probe) = (cursor, null, null);
        (_visible, _furthest, _most) = (probed._visible, probed._furthest, long.MaxValue);
        (_position, _count, _size) = (0, passing.Length + ahead, probed._size);
        (_given, _within, _behind) = (probed._given, 0, 0);
        Meter.End(Meter.Begin(), passing.Length);
        probe.Succeed(_given);
        return true;
    }

    /// <summary>The current row passed the rest of the statement.</summary>
    public void Pass() => _probe?.Pass(Current);

    public void MoveNext()
    {
        if (++_position < _count)
            return;
        // Each page is as large as all before it; a probe reads as much as it seems to lack.
        _size = (int)(_probe?.Lacking(_given) is { } lacking ? Math.Clamp(lacking, FirstPage, MaxPage) : Math.Clamp(_given, _size, MaxPage));
        Fill();
    }

    public void Stop()
    {
        Meter.Stop();
        _cursor?.Dispose();
        (_cursor, _probe) = (null, null);
        _position = _count = 0;
    }

    private bool IsDone => _given >= _most || _behind > Behind + _within / BehindShare || _probe?.IsHopeless(_given, _most) == true;

    private void Fill()
    {
        if (_page.Length < _size)
            _page = new Neighbor[_size];
        _position = _count = 0;
        var start = Meter.Begin();
        while (_count == 0 && _cursor is not null && !IsDone)
        {
            var read = _cursor.Read(_page.AsSpan(0, (int)Math.Min(_most - _given, _size)));
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
            _probe?.End(_given);
        Meter.End(start, _count);
    }

    private bool IsWanted(Neighbor row)
    {
        if (row.Distance > _furthest)
        {
            _behind++;
            return false;
        }

        _within++;
        return _visible?.Sees(row.Label) ?? true;
    }

    // The graph computes distances a little differently; what is this far behind is left to the exact one.
    private static double WithSlack(double within) => double.IsInfinity(within) ? within : within + 1e-4 * Math.Max(1, Math.Abs(within));
}
