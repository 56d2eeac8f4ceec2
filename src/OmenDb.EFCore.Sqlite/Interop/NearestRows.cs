using OmenDb.DiskAnn;
using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>What one cursor of the virtual table has read ahead.</summary>
internal sealed class NearestRows
{
    private const int FirstPage = 16;
    private const int ShallowestProbe = 256;
    private const int ProbedPerRow = 8;
    private const int LargestProbe = 1 << 20;

    // After so many rows a probe begins to ask whether it will find enough: one in ten that pass are mistaken for none in 3 % of the cases.
    private const int FirstJudged = 32;

    // Twice as many as expected may still pass.
    private const int Doubt = 2;

    private const int MaxPage = 1024;

    // A stream is in order but for a few: it is read on for so many, and an eighth of what was found, behind a distance.
    private const int Behind = 64;

    private SearchCursor? _cursor;
    private NearestRequest _request;
    private Neighbor[] _page = new Neighbor[FirstPage];
    private int _position;
    private int _count;
    private int _size;
    private long _given;
    private long _passed;
    private long _within;
    private long _behind;

    /// <summary>Tells listeners of the search.</summary>
    public SearchMeter Meter { get; } = new();

    /// <summary>Whether a row of another query was left out in this statement, and that was told.</summary>
    public bool HasSkipped { get; set; }

    public bool AtEnd => _position >= _count;

    public Neighbor Current => _page[_position];

    /// <summary>How many of the nearest rows a probe looks at: more are found sooner among the rows that pass.</summary>
    public static long ProbeDepth(long k) => Math.Clamp(k * ProbedPerRow, ShallowestProbe, LargestProbe);

    /// <summary>The current row passed the rest of the statement.</summary>
    public void Pass() => _passed++;

    /// <summary>Begins with a page of what is asked for; a probe, which mostly stops early, with a small one.</summary>
    public void Start(SearchCursor cursor, NearestRequest request)
    {
        _cursor = cursor;
        _request = request;
        _given = _passed = _within = _behind = 0;
        _size = request.IsProbe ? FirstPage : Math.Min(request.K, MaxPage);
        Fill();
    }

    public void MoveNext()
    {
        if (++_position < _count)
            return;
        _size = (int)Math.Clamp(_given, _size, MaxPage); // all pages together double
        Fill();
    }

    public void Stop()
    {
        Meter.Stop();
        _cursor?.Dispose();
        _cursor = null;
        _position = _count = 0;
    }

    private bool IsDone => _given >= _request.Most || _behind > Behind + _within / 8 || (_request.IsProbe && IsHopeless);

    private bool IsHopeless => _given >= FirstJudged && Doubt * _passed * _request.Most / _given < _request.K;

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
