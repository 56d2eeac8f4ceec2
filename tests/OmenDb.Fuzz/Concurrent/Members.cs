using System.Diagnostics;

namespace OmenDb.Fuzz.Concurrent;

/// <summary>The other processes at the database.</summary>
internal static class Members
{
    private const int LongestLife = 20;

    /// <summary>Keeps one running; with another seed whenever it was killed.</summary>
    public static async Task KeepAsync(string path, int seed, Tally tally, bool isKilled, CancellationToken stop)
    {
        var random = new Random(seed);
        while (!stop.IsCancellationRequested)
        {
            using var process = Start(path, random.Next());
            var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            try
            {
                await Task.Delay(isKilled ? TimeSpan.FromSeconds(2 + random.Next(LongestLife)) : Timeout.InfiniteTimeSpan, stop);
                process.Kill();
                tally.Count("processes killed");
                await process.WaitForExitAsync(CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                process.StandardInput.Close();
                await process.WaitForExitAsync(CancellationToken.None);
                foreach (var wrong in (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries))
                    tally.Report("in another process: " + wrong);
                if (process.ExitCode != 0)
                    tally.Report($"another process ended with {process.ExitCode}");
            }
        }
    }

    private static Process Start(string path, int seed)
    {
        List<string> command = [Environment.ProcessPath!, "concurrent", "--member", path, "--seed", $"{seed % 1_000_000}"];
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) is "dotnet")
            command.Insert(1, typeof(Members).Assembly.Location); // started through the host, the program is its argument
        return Process.Start(new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
    }
}
