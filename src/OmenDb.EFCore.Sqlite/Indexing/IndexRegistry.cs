using OmenDb.DiskAnn.Storage;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>One <see cref="VectorDatabase"/> per database file and process, shared by every context that uses the file; forgotten when nobody does any more and its indexes have left memory.</summary>
internal static class IndexRegistry
{
    // Names of databases that were forgotten are looked for when there are twice as many as the last time.
    private const int FewNames = 64;

    // Windows takes names for the same that differ in case; where it was told not to, as few are, searches stay right.
    private static readonly Dictionary<string, WeakReference<VectorDatabase>> Databases = new(OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
    private static int _mostNames = FewNames;

    static IndexRegistry() => IndexGauges.Register();

    public static IReadOnlyList<VectorDatabase> All
    {
        get
        {
            lock (Databases)
                return [.. Databases.Values.Select(Find).OfType<VectorDatabase>()];
        }
    }

    /// <summary>The one of a database file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="files">Where its snapshots are, for whoever asks first; <see langword="null"/> for the operating system's.</param>
    /// <param name="clock">Its clock, in the same way.</param>
    /// <param name="threads">Where its indexes are brought up to date, in the same way.</param>
    public static VectorDatabase Get(string path, FileSystem? files = null, TimeProvider? clock = null, BackgroundThreads? threads = null)
    {
        path = Path.GetFullPath(path);
        lock (Databases)
        {
            if (Databases.TryGetValue(path, out var known) && Find(known) is { } found)
                return found;
            if (Databases.Count >= _mostNames)
                ForgetNames();
            var database = new VectorDatabase(path, files ?? FileSystem.Default, clock ?? TimeProvider.System, threads ?? BackgroundThreads.Default);
            Databases[path] = new WeakReference<VectorDatabase>(database);
            database.UnloadLater(); // its timer holds it until somebody uses it
            return database;
        }
    }

    private static VectorDatabase? Find(WeakReference<VectorDatabase> database) => database.TryGetTarget(out var target) ? target : null;

    private static void ForgetNames()
    {
        foreach (var (path, database) in Databases)
        {
            if (Find(database) is null)
                Databases.Remove(path); // which an enumeration allows
        }

        _mostNames = Math.Max(FewNames, 2 * Databases.Count);
    }
}
