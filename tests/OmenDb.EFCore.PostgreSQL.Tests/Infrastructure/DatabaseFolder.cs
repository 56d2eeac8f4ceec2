using Microsoft.Data.Sqlite;

namespace OmenDb.EFCore.PostgreSQL.Tests.Infrastructure;

/// <summary>A folder for SQLite files, gone after the test.</summary>
internal sealed class DatabaseFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("omendb-moving-").FullName;

    public string File(string name) => Path.Combine(_path, name);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        for (var attempt = 1; Directory.Exists(_path); attempt++)
        {
            try
            {
                Directory.Delete(_path, recursive: true);
            }
            catch (IOException) when (attempt < 50)
            {
                Thread.Sleep(20); // the indexer may be putting a file there at this moment
            }
        }
    }
}
