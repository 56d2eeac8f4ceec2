using System.ComponentModel;
using System.Diagnostics;

namespace OmenDb.Benchmarks.Peers;

/// <summary>A C++ program of this folder, compiled for the processor it runs on.</summary>
/// <param name="name">Its source file without the extension.</param>
/// <param name="libraries">What it is linked with.</param>
/// <param name="packages">The Debian packages that it needs beside g++.</param>
internal sealed class NativeProgram(string name, string[] libraries, string packages)
{
    public string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "Peers", name);

    /// <summary>Compiles it.</summary>
    /// <returns>What is wrong and how it can be made to run, in one line; or null.</returns>
    public string? Compile() => Problem() is { } problem ? $"{problem.Trim()} (apt-get install g++ {packages})" : null;

    private string? Problem()
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
            return process.ExitCode == 0 ? null : errors.Split('\n').FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal)) ?? $"g++ ended with {process.ExitCode}";
        }
        catch (Win32Exception missing)
        {
            return missing.Message;
        }
    }
}
