using OmenDb.DiskAnn;
using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>What one cursor of the virtual table has read ahead.</summary>
internal sealed class NearestRows
{
    private const int MaxPage = 1024;
    private SearchCursor? _cursor;
    private Neighbor[] _page = new Neighbor[16];
    private int _position;
    private int _count;
    private long _left;

    public bool AtEnd => _position >= _count;

    public Neighbor Current => _page[_position];

    public void Start(SearchCursor cursor, int k, long atMost)
    {
        Stop();
        _cursor = cursor;
        _left = atMost;
        if (k > _page.Length)
            _page = new Neighbor[Math.Min(k, MaxPage)];
        Fill();
    }

    public void MoveNext()
    {
        if (++_position < _count)
            return;
        if (_page.Length < MaxPage)
            _page = new Neighbor[Math.Min(_page.Length * 4, MaxPage)];
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
        _position = 0;
        _count = _cursor?.Read(_page.AsSpan(0, (int)Math.Min(_left, _page.Length))) ?? 0;
        _left -= _count;
    }
}
