using System.Runtime.CompilerServices;

namespace OmenDb.EFCore.Specification.Infrastructure;

/// <summary>Texts kept beside the tests. Set OMENDB_WRITE_BASELINES to write them anew, then read what changed before committing it.</summary>
public static class Baseline
{
    public static void Check(string name, string actual, [CallerFilePath] string source = "")
    {
        ArgumentNullException.ThrowIfNull(actual);
        actual = actual.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("OMENDB_WRITE_BASELINES") is { Length: > 0 })
        {
            var folder = Path.GetDirectoryName(source)!;
            while (!Directory.Exists(Path.Combine(folder, "Baselines")))
                folder = Path.GetDirectoryName(folder)!;
            File.WriteAllText(Path.Combine(folder, "Baselines", name), actual);
            return;
        }

        var file = Path.Combine(AppContext.BaseDirectory, "Baselines", name);
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), actual);
    }
}
