using System.Runtime.InteropServices;

namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>Walks over the rows of <see cref="VisibleRows.ReadAfter"/>; holds SQLite's read lock until it is disposed.</summary>
internal readonly ref struct RowCursor(SqliteStatement statement) : IDisposable
{
    public long Label => statement.GetInt64(0);

    /// <summary>The row's vector, whatever SQL put there (nothing, when it cannot be one); valid until the next row.</summary>
    public ReadOnlySpan<float> Vector
    {
        get
        {
            var blob = statement.GetBlob(1);
            return blob.Length % sizeof(float) == 0 ? MemoryMarshal.Cast<byte, float>(blob) : [];
        }
    }

    public bool MoveNext() => statement.Step();

    public void Dispose() => statement.Reset();
}
