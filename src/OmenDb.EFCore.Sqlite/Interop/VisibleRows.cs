using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using OmenDb.EFCore.Sqlite.Indexing;
using OmenDb.EFCore.Sqlite.Metadata.Internal;

namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>Reads what the running transaction sees of one index's rows, through the connection that is searching.</summary>
internal sealed class VisibleRows(nint database, VectorIndexDefinition definition) : IVisibleRows, IDisposable
{
    private SqliteStatement? _token;
    private SqliteStatement? _tail;

    public VisibleRows(SqliteConnection connection, VectorIndexDefinition definition)
        : this(connection.Handle!.DangerousGetHandle(), definition)
    {
    }

    public VectorIndexDefinition Definition => definition;

    public unsafe bool InTransaction => SqliteNative.GetAutocommit(database) == 0;

    public SnapshotPointer ReadPointer()
    {
        _token ??= new SqliteStatement(database, definition.Sql.SelectToken);
        try
        {
            return _token.Step() && _token.GetBlob(0) is { Length: 16 } token ? new SnapshotPointer(new Guid(token), _token.GetInt64(1)) : default;
        }
        finally
        {
            _token.Reset();
        }
    }

    public void ReadAfter(long label, long limit, RowReader reader)
    {
        _tail ??= new SqliteStatement(database, definition.Sql.SelectRowsAfter);
        try
        {
            _tail.Bind(1, label);
            _tail.Bind(2, limit);
            while (_tail.Step())
                reader(_tail.GetInt64(0), MemoryMarshal.Cast<byte, float>(_tail.GetBlob(1)));
        }
        finally
        {
            _tail.Reset();
        }
    }

    public void Dispose()
    {
        _token?.Dispose();
        _tail?.Dispose();
    }
}
