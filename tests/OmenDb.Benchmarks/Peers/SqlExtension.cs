using System.ComponentModel;
using System.Diagnostics;

namespace OmenDb.Benchmarks.Peers;

/// <summary>A vector extension for SQLite from npm.</summary>
/// <param name="package">The package, with its version.</param>
/// <param name="library">The file to load, in the folder that npm installs to.</param>
internal sealed class SqlExtension(string package, string library)
{
    public static SqlExtension SqliteVec { get; } = new("sqlite-vec@0.1.9", "node_modules/sqlite-vec-linux-x64/vec0.so");

    public static SqlExtension Vectorlite { get; } = new("vectorlite@0.2.0", "node_modules/@1yefuwang1/vectorlite-linux-x64/src/vectorlite.so");

    /// <summary>The library, installed when it is not there yet.</summary>
    /// <returns>Its path; or null when it cannot run here, and why is said.</returns>
    public string? Install()
    {
        var (path, problem) = Find();
        if (problem is not null)
            Console.Error.WriteLine($"{package} is left out: {problem} (npm install {package}, on Linux x64)");
        return path;
    }

    private (string? Path, string? Problem) Find()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Peers", "npm", package);
        var path = Path.Combine(folder, library);
        if (File.Exists(path))
            return (path, null);
        Directory.CreateDirectory(folder);
        try
        {
            using var npm = Process.Start(new ProcessStartInfo("npm", ["install", "--prefix", folder, "--no-save", "--no-audit", "--no-fund", package])
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            })!;
            npm.OutputDataReceived += (_, _) => { };
            npm.BeginOutputReadLine();
            var errors = npm.StandardError.ReadToEnd();
            npm.WaitForExit();
            return npm.ExitCode != 0 ? (null, errors.Split('\n')[0]) : File.Exists(path) ? (path, null) : (null, $"no {library} in {package}");
        }
        catch (Win32Exception missing)
        {
            return (null, missing.Message);
        }
    }
}
