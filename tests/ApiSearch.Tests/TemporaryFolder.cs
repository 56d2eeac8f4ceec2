using Microsoft.Data.Sqlite;

namespace ApiSearch.Tests;

/// <summary>A folder of its own for each test, gone after it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("apisearch-").FullName;

    public string Write(string name, string content)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    public void Dispose()
    {
        // Only its own database's connections: the other tests are at work on theirs.
        using (var connection = new SqliteConnection($"Data Source={System.IO.Path.Combine(Path, "data", "api.db")}"))
            SqliteConnection.ClearPool(connection);
        Directory.Delete(Path, recursive: true);
    }
}
