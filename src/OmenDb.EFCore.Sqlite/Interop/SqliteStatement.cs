using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;

namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>A prepared statement on a connection that somebody else owns, for use while SQLite itself is calling us.</summary>
/// <remarks>Safe because it is finalised in the virtual table's disconnect, which SQLite calls before it lets go of the connection.</remarks>
internal sealed unsafe class SqliteStatement : IDisposable
{
    private readonly nint _database;
    private nint _statement;

    public SqliteStatement(nint database, string sql)
    {
        _database = database;
        nint statement;
        fixed (byte* text = Encoding.UTF8.GetBytes(sql + "\0"))
            Check(SqliteNative.Prepare(database, text, -1, &statement, null));
        _statement = statement;
    }

    public void Bind(int index, long value) => Check(SqliteNative.BindInt64(_statement, index, value));

    public bool Step() => SqliteNative.Step(_statement) switch
    {
        SqliteNative.Row => true,
        SqliteNative.Done => false,
        var code => throw Failure(code),
    };

    public long GetInt64(int column) => SqliteNative.ColumnInt64(_statement, column);

    /// <summary>The blob of a column; valid until the next step. Empty when the column holds anything else.</summary>
    public ReadOnlySpan<byte> GetBlob(int column)
        => SqliteNative.ColumnType(_statement, column) == SqliteNative.TypeBlob
            ? new ReadOnlySpan<byte>(SqliteNative.ColumnBlob(_statement, column), SqliteNative.ColumnBytes(_statement, column))
            : [];

    /// <summary>Ends the run, so that no lock is held and the statement can run again.</summary>
    public void Reset() => _ = SqliteNative.Reset(_statement);

    public void Dispose()
    {
        if (_statement == 0)
            return;
        _ = SqliteNative.Finalize(_statement);
        _statement = 0;
    }

    private void Check(int code)
    {
        if (code != SqliteNative.Ok)
            throw Failure(code);
    }

    private SqliteException Failure(int code)
        => new(Marshal.PtrToStringUTF8((nint)SqliteNative.ErrorMessage(_database)) ?? "unknown error", code & 0xFF, code);
}
