using System.Runtime.InteropServices;
using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>What the virtual table keeps for one connection: which database it belongs to, and its prepared statements.</summary>
internal sealed class NearestSession(nint database, VectorDatabase indexes) : IDisposable
{
    private readonly Dictionary<string, VisibleRows> _rows = [];

    public VectorDatabase Indexes { get; set; } = indexes;

    /// <summary>The last probe that ran. A search that follows it takes it over, once.</summary>
    public NearestRows? Probe { get; set; }

    public NearestRows? TakeProbe()
    {
        var probe = Probe;
        Probe = null;
        return probe;
    }

    public SearchCursor Search(string indexName, ReadOnlySpan<byte> query, LabelFilter filter, int expected, out VisibleRows visible)
    {
        var index = Indexes.Get(indexName);
        if (!_rows.TryGetValue(indexName, out var rows) || rows.Definition != index.Definition)
        {
            rows?.Dispose();
            _rows[indexName] = rows = new VisibleRows(database, index.Definition);
        }

        visible = rows;
        return index.Search(query, filter, rows, expected);
    }

    /// <summary>What is wrong with a vector that a row of another query is searched by.</summary>
    public string? Problem(string indexName, ReadOnlySpan<byte> query)
        => Indexes.Get(indexName).Definition.Problem(query.Length % sizeof(float) == 0 ? MemoryMarshal.Cast<byte, float>(query) : []);

    public void Dispose()
    {
        foreach (var rows in _rows.Values)
            rows.Dispose();
        _rows.Clear();
    }
}
