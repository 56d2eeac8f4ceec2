using System.Runtime.InteropServices;

namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>Our <c>sqlite3_vtab</c>: SQLite's three fields first, then ours.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NearestTable
{
    public nint Module;
    public int ReferenceCount;
    public byte* ErrorMessage;

    /// <summary>A GCHandle to the connection's <see cref="NearestSession"/>.</summary>
    public nint Session;
}
