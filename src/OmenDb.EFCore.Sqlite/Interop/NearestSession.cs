using System.Buffers;
using System.Runtime.InteropServices;
using OmenDb.DiskAnn;
using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>What the virtual table keeps for one connection: which database it belongs to, and its prepared statements.</summary>
/// <param name="connection">The connection, as SQLite has it.</param>
/// <param name="database">Its database.</param>
/// <param name="isShared">Whether the connection shares its cache with others, and so may see what they have not committed.</param>
internal sealed class NearestSession(nint connection, VectorDatabase database, bool isShared) : IDisposable
{
    private readonly Dictionary<string, VisibleRows> _rows = [];
    private readonly ArrayBufferWriter<byte> _key = new();
    private long? _schema;

    public VectorDatabase Database { get; } = database;

    /// <summary>What filters gave.</summary>
    public KeptFilters Filters { get; } = new(connection, database, isShared);

    /// <summary>The rows of the last probe. The search that follows it takes them over, once.</summary>
    public NearestRows? Probed { private get; set; }

    public NearestRows? TakeProbed()
    {
        var probed = Probed;
        Probed = null;
        return probed;
    }

    /// <summary>A search is planned, as SQLite does again before it runs one on another schema.</summary>
    public void Planned() => _schema = null;

    public SearchCursor Search(string indexName, ReadOnlySpan<byte> query, LabelSet? allowed, int expected, out VisibleRows visible)
    {
        var index = Database.Get(indexName);
        visible = RowsOf(index);
        index.RequireTriggers(visible, _schema ??= visible.ReadSchemaVersion());
        return index.Search(query, allowed, visible, expected);
    }

    /// <summary>Begins to ask for labels by key, in one run of a statement.</summary>
    public KeyLookup LookUp(string indexName)
    {
        var index = Database.Get(indexName);
        return new KeyLookup(index.Keys, index.Definition.Keys.Count == 1 ? index.Keys.For(RowsOf(index)) : null);
    }

    /// <summary>What is wrong with a vector that a row of another query is searched by.</summary>
    public string? Problem(string indexName, ReadOnlySpan<byte> query)
        => Database.Get(indexName).Definition.Problem(query.Length % sizeof(float) == 0 ? MemoryMarshal.Cast<byte, float>(query) : []);

    /// <summary>SQL values as bytes that no other values have; good until the next call.</summary>
    public unsafe ReadOnlySpan<byte> KeyOf(ReadOnlySpan<nint> values)
    {
        _key.ResetWrittenCount();
        foreach (var value in values)
        {
            var type = SqliteNative.ValueType(value);
            _key.Write([(byte)type]);
            if (type == SqliteNative.TypeInteger)
            {
                _key.Write(BitConverter.GetBytes(SqliteNative.ValueInt64(value)));
            }
            else if (type == SqliteNative.TypeReal)
            {
                _key.Write(BitConverter.GetBytes(SqliteNative.ValueDouble(value)));
            }
            else if (type != SqliteNative.TypeNull)
            {
                var bytes = SqliteNative.ValueBlob(value); // before its length
                var length = SqliteNative.ValueBytes(value);
                _key.Write(BitConverter.GetBytes(length));
                _key.Write(new ReadOnlySpan<byte>(bytes, length));
            }
        }

        return _key.WrittenSpan;
    }

    private VisibleRows RowsOf(LiveIndex index)
    {
        var definition = index.Definition;
        if (!_rows.TryGetValue(definition.Name, out var rows) || rows.Definition != definition)
        {
            rows?.Dispose();
            _rows[definition.Name] = rows = new VisibleRows(connection, definition, isShared);
        }

        return rows;
    }

    public void Dispose()
    {
        foreach (var rows in _rows.Values)
            rows.Dispose();
        _rows.Clear();
    }
}
