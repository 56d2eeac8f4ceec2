using System.Diagnostics;

namespace OmenDb.Benchmarks.Machine;

/// <summary>Samples the process's memory while it lives: the operating system's own peak cannot be reset.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    private readonly Timer _timer;
    private readonly long _baseline = WorkingSet();

    public MemoryWatch()
    {
        PeakBytes = _baseline;
        PeakHeapBytes = GC.GetTotalMemory(forceFullCollection: false);
        _timer = new Timer(_ => Sample(), null, Interval, Interval);
    }

    public long PeakBytes { get; private set; }

    public long PeakHeapBytes { get; private set; }

    /// <summary>The most that was used beyond what was used in the beginning.</summary>
    public long PeakGrowth => PeakBytes - _baseline;

    public void Dispose()
    {
        _timer.Dispose();
        Sample();
    }

    private static long WorkingSet()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }

    private void Sample()
    {
        PeakBytes = Math.Max(PeakBytes, WorkingSet());
        PeakHeapBytes = Math.Max(PeakHeapBytes, GC.GetTotalMemory(forceFullCollection: false));
    }
}
