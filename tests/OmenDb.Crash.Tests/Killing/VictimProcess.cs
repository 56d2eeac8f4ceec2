using System.Diagnostics;
using System.Globalization;

namespace OmenDb.Crash.Tests.Killing;

/// <summary>The process that is killed, as the one sees it that kills.</summary>
internal sealed class VictimProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;
    private bool _isDisposed;

    public VictimProcess()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Program.VictimArgument);
        start.Environment["DOTNET_TieredPGO"] = "0"; // it does not live long enough to gain by it
        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Lets it work until it dies.</summary>
    /// <param name="task">What it does, and where it dies.</param>
    /// <param name="acknowledgements">For <see cref="KillPoint.Anytime"/>: how many operations it does first.</param>
    /// <param name="delay">For <see cref="KillPoint.Anytime"/>: how long it then goes on.</param>
    public async Task<Death> RunAsync(VictimTask task, int acknowledgements, TimeSpan delay)
    {
        await _process.StandardInput.WriteLineAsync(task.ToString());
        int begun = task.From, done = task.From;
        var last = "nothing";
        var isAtPoint = false;
        Task? kill = null;
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            switch (line.Split(' '))
            {
                case ["begin", var number, var kind]:
                    begun = int.Parse(number, CultureInfo.InvariantCulture) + 1;
                    last = kind;
                    break;
                case ["done", var number, _]:
                    done = int.Parse(number, CultureInfo.InvariantCulture);
                    if (task.Point == KillPoint.Anytime && done - task.From >= acknowledgements)
                        kill ??= KillAsync(delay);
                    break;
                case ["at", _]:
                    isAtPoint = true;
                    break;
                default:
                    break; // cut off by the signal
            }
        }

        if (kill is not null)
            await kill;
        await _process.WaitForExitAsync();
        if (_process.ExitCode is not (0 or 137))
            throw new CrashException($"the process ended by itself, with {_process.ExitCode}, while it did {last}: {await _errors}");
        return new Death(begun, done, last, isAtPoint || (kill is not null && _process.ExitCode == 137));
    }

    public void Dispose()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private async Task KillAsync(TimeSpan delay)
    {
        await Task.Delay(delay);
        _process.Kill();
    }
}
