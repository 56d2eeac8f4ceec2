using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.Benchmarks.Model;

/// <summary>Keeps the background indexer waiting while it lives, so that only the writing is measured.</summary>
internal sealed class BackgroundHold : IDisposable
{
    private readonly ManualResetEventSlim _held = new();
    private readonly ManualResetEventSlim _release = new();
    private readonly Thread _holder;

    public BackgroundHold(LiveIndex index)
    {
        _holder = new Thread(() => index.Turns.Run(() =>
        {
            _held.Set();
            _release.Wait();
        }));
        _holder.Start();
        _held.Wait();
    }

    public void Dispose()
    {
        _release.Set();
        _holder.Join();
        _held.Dispose();
        _release.Dispose();
    }
}
