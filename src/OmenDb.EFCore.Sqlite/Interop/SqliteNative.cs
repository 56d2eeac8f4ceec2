using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using System.Text;
using SQLitePCL;

namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>
/// The few SQLite functions that SQLitePCLRaw does not bind, as pointers into the very library that it loaded.
/// </summary>
/// <remarks>
/// Safe as long as the pointers come from the library that opened the connection: they are resolved the way SQLitePCLRaw's own provider resolves it,
/// and the library is never unloaded. Transitions suppressed only for functions that return at once and call nothing back.
/// </remarks>
internal static unsafe class SqliteNative
{
    public const int Ok = 0;
    public const int Error = 1;
    public const int Busy = 5;
    public const int Constraint = 19;
    public const int Row = 100;
    public const int Done = 101;
    public const int TypeInteger = 1;
    public const int TypeReal = 2;
    public const int TypeBlob = 4;
    public const int TypeNull = 5;
    public const int Utf8 = 1;
    public const int Deterministic = 0x800;
    public const int Innocuous = 0x200000;
    public const int DataVersion = 35;
    public const int ReadTransaction = 1;
    private const int NoTransaction = 0;
    private const int FirstAttached = 2; // after main and temp
    public static readonly nint Transient = -1;

    public static readonly delegate* unmanaged[Cdecl]<nint, byte*, SqliteModule*, nint, delegate* unmanaged[Cdecl]<nint, void>, int> CreateModule;
    public static readonly delegate* unmanaged[Cdecl]<nint, byte*, int> DeclareVirtualTable;
    public static readonly delegate* unmanaged[Cdecl]<nint, byte*, int, int, nint, delegate* unmanaged[Cdecl]<nint, int, nint*, void>, delegate* unmanaged[Cdecl]<nint, int, nint*, void>, delegate* unmanaged[Cdecl]<nint, void>, delegate* unmanaged[Cdecl]<nint, void>, int> CreateFunction;
    public static readonly delegate* unmanaged[Cdecl]<int, byte*> Malloc;
    public static readonly delegate* unmanaged[Cdecl]<void*, void> Free;
    public static readonly delegate* unmanaged[Cdecl]<nint, int, nint> AggregateContext;
    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, nint> UserData;
    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, nint> GetAuxiliary;
    public static readonly delegate* unmanaged[Cdecl]<nint, int, nint, delegate* unmanaged[Cdecl]<nint, void>, void> SetAuxiliary;
    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int> ValueType;
    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, long> ValueInt64;
    public static readonly delegate* unmanaged[Cdecl]<nint, double> ValueDouble;
    public static readonly delegate* unmanaged[Cdecl]<nint, byte*> ValueText;
    public static readonly delegate* unmanaged[Cdecl]<nint, byte*> ValueBlob;
    public static readonly delegate* unmanaged[Cdecl]<nint, int> ValueBytes;
    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, long, void> ResultInt64;
    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, double, void> ResultDouble;
    public static readonly delegate* unmanaged[Cdecl]<nint, void> ResultNull;
    public static readonly delegate* unmanaged[Cdecl]<nint, byte*, int, nint, void> ResultBlob;
    public static readonly delegate* unmanaged[Cdecl]<nint, byte*, int, void> ResultError;
    public static readonly delegate* unmanaged[Cdecl]<nint, byte*, int, nint*, byte**, int> Prepare;
    public static readonly delegate* unmanaged[Cdecl]<nint, int> Step;
    public static readonly delegate* unmanaged[Cdecl]<nint, int> Reset;
    public static readonly delegate* unmanaged[Cdecl]<nint, int> Finalize;
    public static readonly delegate* unmanaged[Cdecl]<nint, int, long, int> BindInt64;
    public static readonly delegate* unmanaged[Cdecl]<nint, int, long> ColumnInt64;
    public static readonly delegate* unmanaged[Cdecl]<nint, int, int> ColumnType;
    public static readonly delegate* unmanaged[Cdecl]<nint, int, byte*> ColumnBlob;
    public static readonly delegate* unmanaged[Cdecl]<nint, int, int> ColumnBytes;
    public static readonly delegate* unmanaged[Cdecl]<nint, byte*> ErrorMessage;
    public static readonly delegate* unmanaged[Cdecl]<nint, int> GetAutocommit;
    public static readonly delegate* unmanaged[Cdecl]<nint, nint, void> ResultValue;
    public static readonly delegate* unmanaged[Cdecl]<nint, byte*, int> TransactionState;
    public static readonly delegate* unmanaged[Cdecl]<nint, byte*, int, void*, int> FileControl;
    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, byte*> DatabaseName; // since SQLite 3.39

    static SqliteNative()
    {
        var name = raw.GetNativeLibraryName();
        var provider = Provider("SQLitePCLRaw.provider." + name);
        var library = provider is null
            ? NativeLibrary.Load(name, Assembly.GetExecutingAssembly(), null)
            : NativeLibrary.Load(name, provider, null);

        nint Export(string function) => NativeLibrary.GetExport(library, "sqlite3_" + function);
        CreateModule = (delegate* unmanaged[Cdecl]<nint, byte*, SqliteModule*, nint, delegate* unmanaged[Cdecl]<nint, void>, int>)Export("create_module_v2");
        DeclareVirtualTable = (delegate* unmanaged[Cdecl]<nint, byte*, int>)Export("declare_vtab");
        CreateFunction = (delegate* unmanaged[Cdecl]<nint, byte*, int, int, nint, delegate* unmanaged[Cdecl]<nint, int, nint*, void>, delegate* unmanaged[Cdecl]<nint, int, nint*, void>, delegate* unmanaged[Cdecl]<nint, void>, delegate* unmanaged[Cdecl]<nint, void>, int>)Export("create_function_v2");
        Malloc = (delegate* unmanaged[Cdecl]<int, byte*>)Export("malloc");
        Free = (delegate* unmanaged[Cdecl]<void*, void>)Export("free");
        AggregateContext = (delegate* unmanaged[Cdecl]<nint, int, nint>)Export("aggregate_context");
        GetAuxiliary = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, nint>)Export("get_auxdata");
        SetAuxiliary = (delegate* unmanaged[Cdecl]<nint, int, nint, delegate* unmanaged[Cdecl]<nint, void>, void>)Export("set_auxdata");
        UserData = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, nint>)Export("user_data");
        ValueType = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int>)Export("value_type");
        ValueInt64 = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, long>)Export("value_int64");
        ValueDouble = (delegate* unmanaged[Cdecl]<nint, double>)Export("value_double");
        ValueText = (delegate* unmanaged[Cdecl]<nint, byte*>)Export("value_text");
        ValueBlob = (delegate* unmanaged[Cdecl]<nint, byte*>)Export("value_blob");
        ValueBytes = (delegate* unmanaged[Cdecl]<nint, int>)Export("value_bytes");
        ResultInt64 = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, long, void>)Export("result_int64");
        ResultDouble = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, double, void>)Export("result_double");
        ResultNull = (delegate* unmanaged[Cdecl]<nint, void>)Export("result_null");
        ResultBlob = (delegate* unmanaged[Cdecl]<nint, byte*, int, nint, void>)Export("result_blob");
        ResultError = (delegate* unmanaged[Cdecl]<nint, byte*, int, void>)Export("result_error");
        Prepare = (delegate* unmanaged[Cdecl]<nint, byte*, int, nint*, byte**, int>)Export("prepare_v2");
        Step = (delegate* unmanaged[Cdecl]<nint, int>)Export("step");
        Reset = (delegate* unmanaged[Cdecl]<nint, int>)Export("reset");
        Finalize = (delegate* unmanaged[Cdecl]<nint, int>)Export("finalize");
        BindInt64 = (delegate* unmanaged[Cdecl]<nint, int, long, int>)Export("bind_int64");
        ColumnInt64 = (delegate* unmanaged[Cdecl]<nint, int, long>)Export("column_int64");
        ColumnType = (delegate* unmanaged[Cdecl]<nint, int, int>)Export("column_type");
        ColumnBlob = (delegate* unmanaged[Cdecl]<nint, int, byte*>)Export("column_blob");
        ColumnBytes = (delegate* unmanaged[Cdecl]<nint, int, int>)Export("column_bytes");
        ErrorMessage = (delegate* unmanaged[Cdecl]<nint, byte*>)Export("errmsg");
        GetAutocommit = (delegate* unmanaged[Cdecl]<nint, int>)Export("get_autocommit");
        ResultValue = (delegate* unmanaged[Cdecl]<nint, nint, void>)Export("result_value");
        TransactionState = (delegate* unmanaged[Cdecl]<nint, byte*, int>)Export("txn_state");
        FileControl = (delegate* unmanaged[Cdecl]<nint, byte*, int, void*, int>)Export("file_control");
        DatabaseName = NativeLibrary.TryGetExport(library, "sqlite3_db_name", out var databaseName) ? (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, byte*>)databaseName : null;
    }

    // The one beside SQLitePCLRaw itself: a host and its plug-ins may each have their own, with a SQLite of its own.
    private static Assembly? Provider(string name)
    {
        var loaded = AssemblyLoadContext.GetLoadContext(typeof(raw).Assembly)!.Assemblies.Concat(AppDomain.CurrentDomain.GetAssemblies());
        return loaded.FirstOrDefault(a => a.GetName().Name == name);
    }

    /// <summary>
    /// A number that moves with every commit that a connection sees. None while it writes, because that may be taken back, and none while it does not
    /// read: SQLite looks for the commits of others when it begins to.
    /// </summary>
    public static bool TryReadVersion(nint connection, out uint version)
    {
        fixed (byte* main = "main\0"u8)
        fixed (uint* result = &version)
            return TransactionState(connection, main) == ReadTransaction && FileControl(connection, main, DataVersion, result) == Ok;
    }

    /// <summary>Whether the statement that runs reads no file but the database's: of changes in temporary tables and attached databases, <see cref="TryReadVersion"/> knows nothing.</summary>
    public static bool ReadsOneFile(nint connection)
    {
        fixed (byte* temporary = "temp\0"u8)
            return TransactionState(connection, temporary) == NoTransaction && DatabaseName != null && DatabaseName(connection, FirstAttached) == null;
    }

    /// <summary>A copy of a text in SQLite's own memory: SQLite frees the messages it is given.</summary>
    public static byte* Allocate(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        var copy = Malloc(length + 1);
        if (copy == null)
            return null;
        Encoding.UTF8.GetBytes(text, new Span<byte>(copy, length));
        copy[length] = 0;
        return copy;
    }
}
