namespace OmenDb.Testing;

/// <summary>The repository that a test was built in.</summary>
public static class Repository
{
    private const string Solution = "OmenDb.EFCore.sln";

    /// <summary>The folder that holds the solution.</summary>
    public static string Folder { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, Solution)))
            folder = folder.Parent ?? throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds {Solution}.");
        return folder.FullName;
    }
}
