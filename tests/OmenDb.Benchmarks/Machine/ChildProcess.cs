using System.Diagnostics;
using System.Text.Json;

namespace OmenDb.Benchmarks.Machine;

/// <summary>This program once more, for a step that needs memory or caches of its own.</summary>
internal static class ChildProcess
{
    /// <param name="arguments">Its arguments; it writes its result as JSON.</param>
    /// <param name="group">A memory limit to run in.</param>
    /// <exception cref="CannotRunException">It failed; what it said is on the error stream.</exception>
    public static T Run<T>(IEnumerable<string> arguments, MemoryCgroup? group = null)
    {
        List<string> command = [Environment.ProcessPath!, .. arguments];
        // Started through the host, the program is an argument of dotnet.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            command.Insert(1, typeof(ChildProcess).Assembly.Location);
        // The shell joins the group and becomes the program, so that nothing of it is outside.
        if (group is not null)
            command.InsertRange(0, ["/bin/sh", "-c", $"echo $$ > {group.ProcessesFile} && exec \"$@\"", "sh"]);
        // What it leaves behind when it is killed is here.
        using var folder = new WorkFolder();
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true };
        start.Environment[OperatingSystem.IsWindows() ? "TMP" : "TMPDIR"] = folder.Path;
        using var process = Process.Start(start)!;
        using var end = new Cleanup(() => End(process));
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<T>(output)!
            : throw new CannotRunException($"A step ended with {process.ExitCode}: {string.Join(' ', command)}");
    }

    /// <summary>Ends a process and what it started, and waits until it is gone: its folder and its group cannot be removed before.</summary>
    public static void End(Process process)
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }
}
