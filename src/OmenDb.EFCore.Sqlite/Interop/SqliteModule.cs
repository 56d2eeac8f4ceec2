using System.Runtime.InteropServices;

namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary><c>sqlite3_module</c>. Laid out as SQLite 3.44's header says; <see cref="Version"/> 0 keeps SQLite from reading past <see cref="Rename"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct SqliteModule
{
    public int Version;
    public delegate* unmanaged[Cdecl]<nint, nint, int, byte**, NearestTable**, byte**, int> Create;
    public delegate* unmanaged[Cdecl]<nint, nint, int, byte**, NearestTable**, byte**, int> Connect;
    public delegate* unmanaged[Cdecl]<NearestTable*, SqliteIndexInfo*, int> BestIndex;
    public delegate* unmanaged[Cdecl]<NearestTable*, int> Disconnect;
    public delegate* unmanaged[Cdecl]<NearestTable*, int> Destroy;
    public delegate* unmanaged[Cdecl]<NearestTable*, NearestCursor**, int> Open;
    public delegate* unmanaged[Cdecl]<NearestCursor*, int> Close;
    public delegate* unmanaged[Cdecl]<NearestCursor*, int, byte*, int, nint*, int> Filter;
    public delegate* unmanaged[Cdecl]<NearestCursor*, int> Next;
    public delegate* unmanaged[Cdecl]<NearestCursor*, int> Eof;
    public delegate* unmanaged[Cdecl]<NearestCursor*, nint, int, int> Column;
    public delegate* unmanaged[Cdecl]<NearestCursor*, long*, int> RowId;
    public nint Update;
    public nint Begin;
    public nint Sync;
    public nint Commit;
    public nint Rollback;
    public nint FindFunction;
    public nint Rename;
}
