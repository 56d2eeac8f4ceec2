using System.Collections.Concurrent;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>One <see cref="VectorDatabase"/> per database file and process, shared by every context that uses the file.</summary>
internal static class IndexRegistry
{
    private static readonly ConcurrentDictionary<string, VectorDatabase> Databases = new();

    static IndexRegistry() => IndexGauges.Register();

    public static IEnumerable<VectorDatabase> All => Databases.Values;

    public static VectorDatabase Get(string path) => Databases.GetOrAdd(Path.GetFullPath(path), static p => new VectorDatabase(p));
}
