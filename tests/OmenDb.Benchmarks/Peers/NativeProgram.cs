using System.Diagnostics;

namespace OmenDb.Benchmarks.Peers;

/// <summary>A C++ program of this folder, compiled for the processor it runs on.</summary>
/// <param name="name">Its source file without the extension.</param>
/// <param name="libraries">What it is linked with.</param>
/// <param name="packages">The Debian packages that it needs beside g++.</param>
internal sealed class NativeProgram(string name, string[] libraries, string packages)
{
    private static readonly string Folder = System.IO.Path.Combine(AppContext.BaseDirectory, "Peers");

    /// <summary>How it can be made to run.</summary>
    public string Installation => $"apt-get install g++ {packages}";

    public string Path => System.IO.Path.Combine(Folder, name);

    /// <summary>Compiles it.</summary>
    /// <returns>What is wrong, or null.</returns>
    public string? Compile()
    {
        var compiler = new ProcessStartInfo("g++",
        [
            "-std=c++17", "-O3", "-march=native", "-fopenmp", "-pthread", "-o", Path, Path + ".cpp", .. libraries.Select(library => "-l" + library),
        ])
        {
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(compiler)!;
            var errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : errors.Split('\n').FirstOrDefault(line => line.Contains("error")) ?? errors;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return missing.Message;
        }
    }
}
