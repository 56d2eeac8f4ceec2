using System.Diagnostics;

namespace OmenDb.Crash.Tests.Killing;

/// <summary>Ends this process with SIGKILL when it has come to one point so many times.</summary>
internal sealed class Executioner(KillPoint point, int times, TextWriter output)
{
    private readonly Lock _counting = new();
    private int _left = times;

    /// <summary>Runs before the process ends; what power loss takes away.</summary>
    public Action? LastAct { get; set; }

    /// <summary>Says that the process is at a point.</summary>
    public void At(KillPoint here)
    {
        if (here != point)
            return;
        lock (_counting)
        {
            if (--_left > 0)
                return;
            LastAct?.Invoke();
            output.WriteLine($"at {point}");
            Process.GetCurrentProcess().Kill();
            Thread.Sleep(Timeout.Infinite); // nothing happens after the signal
        }
    }
}
