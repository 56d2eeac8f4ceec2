namespace OmenDb.DiskAnn.Tests.Infrastructure;

/// <summary>A directory that goes with the test.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("omendb").FullName;

    public string File(string name) => Path.Combine(_path, name);

    public string[] Files() => Directory.GetFiles(_path);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
