namespace OmenDb.Testing;

/// <summary>A folder for a test's files, gone after it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private const int Attempts = 50;

    public string Path { get; } = Directory.CreateTempSubdirectory("omendb-").FullName;

    /// <summary>The path of a file, or of a folder, within this one.</summary>
    public string File(string name) => System.IO.Path.GetFullPath(name, Path);

    public string[] Files() => Directory.GetFiles(Path);

    /// <summary>Writes a file, in folders within this one where the name says so.</summary>
    public string Write(string name, string content)
    {
        var path = File(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, content);
        return path;
    }

    public void Dispose()
    {
        for (var attempt = 1; Directory.Exists(Path); attempt++)
        {
            try
            {
                Directory.Delete(Path, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException && attempt < Attempts)
            {
                Thread.Sleep(20); // somebody who is about to end may be putting a file there at this moment, or have one open on Windows
            }
        }
    }
}
