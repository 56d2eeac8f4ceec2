using OmenDb.DiskAnn;
using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>What one cursor of the virtual table has read ahead.</summary>
internal sealed class NearestRows
{
    private const int FirstPage = 16;
    private const int MaxPage = 1024;
    private SearchCursor? _cursor;
    private Neighbor[] _page = new Neighbor[FirstPage];
    private int _position;
    private int _count;
    private int _size;
    private long _left;

    public bool AtEnd => _position >= _count;

    public Neighbor Current => _page[_position];

    /// <summary>Begins with a page of what is asked for; a probe, which mostly stops early, with a small one.</summary>
    public void Start(SearchCursor cursor, int k, long atMost)
    {
        Stop();
        _cursor = cursor;
        _left = atMost;
        _size = Math.Min(k, atMost == long.MaxValue ? MaxPage : FirstPage);
        Fill();
    }

    public void MoveNext()
    {
        if (++_position < _count)
            return;
        _size = Math.Min(_size * 2, MaxPage);
        Fill();
    }

    public void Stop()
    {
        _cursor?.Dispose();
        _cursor = null;
        _position = _count = 0;
    }

    private void Fill()
    {
        if (_page.Length < _size)
            _page = new Neighbor[_size];
        _position = 0;
        _count = _cursor?.Read(_page.AsSpan(0, (int)Math.Min(_left, _size))) ?? 0;
        _left -= _count;
    }
}
