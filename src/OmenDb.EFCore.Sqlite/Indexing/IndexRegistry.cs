using System.Collections.Concurrent;
using OmenDb.DiskAnn.Storage;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>One <see cref="VectorDatabase"/> per database file and process, shared by every context that uses the file.</summary>
internal static class IndexRegistry
{
    // Windows takes names for the same that differ in case; where it was told not to, as few are, searches stay right.
    private static readonly ConcurrentDictionary<string, VectorDatabase> Databases = new(OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);

    static IndexRegistry() => IndexGauges.Register();

    public static IEnumerable<VectorDatabase> All => Databases.Values;

    /// <summary>The one of a database file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="files">Where its snapshots are, for whoever asks first; <see langword="null"/> for the operating system's.</param>
    /// <param name="clock">Its clock, in the same way.</param>
    /// <param name="threads">Where its indexes are brought up to date, in the same way.</param>
    public static VectorDatabase Get(string path, FileSystem? files = null, TimeProvider? clock = null, BackgroundThreads? threads = null)
        => Databases.GetOrAdd(
            Path.GetFullPath(path),
            static (p, arg) => new VectorDatabase(p, arg.files ?? FileSystem.Default, arg.clock ?? TimeProvider.System, arg.threads ?? BackgroundThreads.Default),
            (files, clock, threads));
}
