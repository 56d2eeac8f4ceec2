using System.Diagnostics;

namespace OmenDb.EFCore.Sqlite.Tests.Infrastructure;

/// <summary>Runs this program once more, as another process at the same database.</summary>
internal static class ChildProcess
{
    public static async Task<string[]> RunAsync(string databasePath, string verb, ReadOnlyMemory<float> vector = default)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "child", databasePath, verb, Vectors.Format(vector) })
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
