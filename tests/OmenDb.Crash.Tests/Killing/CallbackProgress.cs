namespace OmenDb.Crash.Tests.Killing;

/// <summary>Calls back at once, on the thread that reports.</summary>
internal sealed class CallbackProgress(Action callback) : IProgress<long>
{
    public void Report(long value) => callback();
}
