using System.Runtime.InteropServices;

namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>Our <c>sqlite3_vtab_cursor</c>: SQLite's field first, then ours.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NearestCursor
{
    public NearestTable* Table;

    /// <summary>A GCHandle to the <see cref="NearestRows"/> of this cursor, made once and used for each search.</summary>
    public nint Rows;
}
