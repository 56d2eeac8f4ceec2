using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Microsoft.Data.Sqlite;
using OmenDb.EFCore.Sqlite.Interop;

namespace OmenDb.EFCore.Sqlite.Tests.Setup;

/// <summary>A host loads a plug-in with assemblies and a SQLite of its own, and uses SQLite itself.</summary>
public sealed class PlugInTests
{
    [Fact]
    public void A_plug_in_calls_its_own_SQLite_and_not_its_host_s()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        var plugIn = new PlugIn();
        var native = plugIn.LoadFromAssemblyName(typeof(SqliteNative).Assembly.GetName()).GetType(typeof(SqliteNative).FullName!)!;
        var connectionType = plugIn.LoadFromAssemblyName(typeof(SqliteConnection).Assembly.GetName()).GetType(typeof(SqliteConnection).FullName!)!;
        RuntimeHelpers.RunClassConstructor(connectionType.TypeHandle); // chooses SQLite, as whoever opens a connection does

        var called = (nint)native.GetField(nameof(SqliteNative.CreateFunction), BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;

        Assert.Equal(NativeLibrary.GetExport(plugIn.Sqlite, "sqlite3_create_function_v2"), called);
    }

    private sealed class PlugIn : AssemblyLoadContext
    {
        private readonly AssemblyDependencyResolver _files = new(typeof(PlugIn).Assembly.Location);

        public nint Sqlite { get; private set; }

        protected override Assembly? Load(AssemblyName assemblyName)
            => _files.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;

        // A copy is another library to the system, in another place in memory.
        protected override nint LoadUnmanagedDll(string unmanagedDllName)
        {
            if (Sqlite != 0 || _files.ResolveUnmanagedDllToPath(unmanagedDllName) is not { } path)
                return Sqlite;
            var folder = Directory.CreateTempSubdirectory("omen");
            var copy = Path.Combine(folder.FullName, Path.GetFileName(path));
            File.Copy(path, copy);
            Sqlite = LoadUnmanagedDllFromPath(copy);
            if (!OperatingSystem.IsWindows()) // where a loaded library cannot be deleted
                folder.Delete(recursive: true);
            return Sqlite;
        }
    }
}
