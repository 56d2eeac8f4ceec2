namespace OmenDb.Benchmarks.Machine;

/// <summary>A temporary folder that is deleted also when the program is interrupted.</summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Cleanup _delete;

    public WorkFolder() => _delete = new Cleanup(_folder.Dispose);

    public string Path => _folder.Path;

    public string File(string name) => _folder.File(name);

    public void Dispose() => _delete.Dispose();
}
