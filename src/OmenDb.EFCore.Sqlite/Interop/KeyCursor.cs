using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>Walks over the rows of <see cref="VisibleRows.ReadKeys"/>; holds SQLite's read lock until it is disposed.</summary>
internal readonly ref struct KeyCursor(SqliteStatement statement) : IDisposable
{
    public RowStamp Stamp => new(statement.GetInt64(0), statement.GetInt64(2));

    /// <summary>The key, if it is an integer.</summary>
    public long? Key => statement.IsInteger(1) ? statement.GetInt64(1) : null;

    public bool MoveNext() => statement.Step();

    public void Dispose() => statement.Reset();
}
