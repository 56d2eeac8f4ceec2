using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;

namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>A prepared statement on a connection that somebody else owns, for use while SQLite itself is calling us.</summary>
/// <remarks>Safe because it is finalised in the virtual table's disconnect, which SQLite calls before it lets go of the connection.</remarks>
internal sealed unsafe class SqliteStatement : IDisposable
{
    private static readonly TimeSpan BusyTimeout = TimeSpan.FromSeconds(30); // as long as a command of Microsoft.Data.Sqlite waits
    private readonly nint _connection;
    private nint _statement;
    private bool _running;

    public SqliteStatement(nint connection, string sql)
    {
        _connection = connection;
        nint statement;
        fixed (byte* text = Encoding.UTF8.GetBytes(sql + "\0"))
        {
            var start = Stopwatch.GetTimestamp();
            int code;
            while ((code = SqliteNative.Prepare(connection, text, -1, &statement, null)) is SqliteNative.Busy && Wait(start))
            {
            }

            Check(code);
        }

        _statement = statement;
    }

    public void Bind(int index, long value) => Check(SqliteNative.BindInt64(_statement, index, value));

    public bool Step()
    {
        // Only the first step can find the database locked: it takes the lock that the others need.
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            var code = SqliteNative.Step(_statement);
            if ((code & 0xFF) == SqliteNative.Busy && !_running && Wait(start))
            {
                Reset();
                continue;
            }

            _running = code == SqliteNative.Row;
            return code switch
            {
                SqliteNative.Row => true,
                SqliteNative.Done => false,
                _ => throw Failure(code),
            };
        }
    }

    public long GetInt64(int column) => SqliteNative.ColumnInt64(_statement, column);

    /// <summary>Whether a column holds an integer.</summary>
    public bool IsInteger(int column) => SqliteNative.ColumnType(_statement, column) == SqliteNative.TypeInteger;

    /// <summary>The blob of a column; valid until the next step. Empty when the column holds anything else.</summary>
    public ReadOnlySpan<byte> GetBlob(int column)
        => SqliteNative.ColumnType(_statement, column) == SqliteNative.TypeBlob
            ? new ReadOnlySpan<byte>(SqliteNative.ColumnBlob(_statement, column), SqliteNative.ColumnBytes(_statement, column))
            : [];

    /// <summary>Ends the run, so that no lock is held and the statement can run again.</summary>
    public void Reset()
    {
        _running = false;
        _ = SqliteNative.Reset(_statement);
    }

    public void Dispose()
    {
        if (_statement == 0)
            return;
        _ = SqliteNative.Finalize(_statement);
        _statement = 0;
    }

    private static bool Wait(long start)
    {
        Thread.Sleep(1);
        return Stopwatch.GetElapsedTime(start) < BusyTimeout;
    }

    private void Check(int code)
    {
        if (code != SqliteNative.Ok)
            throw Failure(code);
    }

    private SqliteException Failure(int code)
        => new(Marshal.PtrToStringUTF8((nint)SqliteNative.ErrorMessage(_connection)) ?? "unknown error", code & 0xFF, code);
}
