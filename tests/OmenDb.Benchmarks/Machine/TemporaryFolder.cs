namespace OmenDb.Benchmarks.Machine;

/// <summary>A folder for temporary files, deleted when disposed or when the program is interrupted.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private const int Attempts = 20;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("omendb-");
    private readonly Cleanup _delete;

    public TemporaryFolder() => _delete = new Cleanup(Delete);

    public string Path => _folder.FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => _delete.Dispose();

    private void Delete()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                _folder.Delete(recursive: true);
                return;
            }
            catch (IOException) when (attempt < Attempts)
            {
                Thread.Sleep(50); // a thread that is interrupted may still have written something
            }
        }
    }
}
