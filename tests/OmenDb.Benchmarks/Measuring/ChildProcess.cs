using System.Diagnostics;
using System.Text.Json;

namespace OmenDb.Benchmarks.Measuring;

/// <summary>This program once more, for a step that needs memory or caches of its own.</summary>
internal static class ChildProcess
{
    /// <param name="arguments">Its arguments; it writes its result as JSON.</param>
    /// <param name="group">A memory limit to run in.</param>
    /// <param name="cancellation">Stops waiting for it.</param>
    /// <exception cref="InvalidOperationException">It failed; what it said is on the error stream.</exception>
    public static async Task<T> RunAsync<T>(IEnumerable<string> arguments, MemoryCgroup? group = null, CancellationToken cancellation = default)
    {
        List<string> command = [Environment.ProcessPath!, .. arguments];
        // Started through the host, the program is an argument of dotnet.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            command.Insert(1, typeof(ChildProcess).Assembly.Location);
        // The shell joins the group and becomes the program, so that nothing of it is outside.
        if (group is not null)
            command.InsertRange(0, ["/bin/sh", "-c", $"echo $$ > {group.ProcessesFile} && exec \"$@\"", "sh"]);
        using var process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"The child process ended with {process.ExitCode}: {string.Join(' ', command)}");
        return JsonSerializer.Deserialize<T>(output)!;
    }
}
