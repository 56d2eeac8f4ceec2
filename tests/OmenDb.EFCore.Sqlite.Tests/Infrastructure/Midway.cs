namespace OmenDb.EFCore.Sqlite.Tests.Infrastructure;

/// <summary>Runs something once, where progress is first reported: in the middle of the work.</summary>
internal sealed class Midway(Action action) : IProgress<long>
{
    private Action? _action = action;

    public void Report(long value) => Interlocked.Exchange(ref _action, null)?.Invoke();
}
