namespace OmenDb.EFCore.Sqlite.Tests.Infrastructure;

/// <summary>What is measured takes a step, whatever the machine does meanwhile: searches are planned the same way each time.</summary>
internal sealed class WorkClock : TimeProvider
{
    private long _now;

    public TimeSpan Step { get; set; } = TimeSpan.FromMicroseconds(10);

    /// <summary>Done whenever somebody asks for the time.</summary>
    public Action? Asked { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        Asked?.Invoke();
        return _now += Step.Ticks;
    }
}
