namespace OmenDb.EFCore.Specification.Infrastructure;

/// <summary>A folder for a test's SQLite files and their indexes, gone after it.</summary>
public sealed class DatabaseFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("omendb-tests-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        for (var attempt = 1; Directory.Exists(Path); attempt++)
        {
            try
            {
                Directory.Delete(Path, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException && attempt < 50)
            {
                Thread.Sleep(20); // the indexer may be putting a file there at this moment, or have one open on Windows
            }
        }
    }
}
