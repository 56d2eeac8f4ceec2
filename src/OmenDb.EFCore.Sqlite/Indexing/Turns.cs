using System.Diagnostics.CodeAnalysis;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>Whose turn it is to change an index: one at a time.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Its token sources have no timer and no links, so there is nothing to dispose, and somebody may still ask one for its token.")]
internal sealed class Turns
{
    // How often who waits looks whether it was cancelled.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly Lock _work = new();
    private CancellationTokenSource _stop = new();
    private int _waiting;

    /// <summary>Whether somebody waits for his turn.</summary>
    public bool AreAwaited => Volatile.Read(ref _waiting) > 0;

    /// <summary>Tells the background that what it does is to be abandoned.</summary>
    public CancellationToken Interrupted => _stop.Token;

    /// <summary>Takes a turn; disposing ends it.</summary>
    public Lock.Scope Take() => _work.EnterScope();

    /// <summary>Runs something while nothing else changes the index. Who waits for that can be cancelled.</summary>
    public void Run(Action action, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            do
                cancellationToken.ThrowIfCancellationRequested();
            while (!_work.TryEnter(Patience));
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }

        try
        {
            action();
        }
        finally
        {
            _work.Exit();
        }
    }

    /// <summary>The same; nothing, if it is somebody else's turn.</summary>
    public void TryRun(Action action)
    {
        if (!_work.TryEnter())
            return;
        try
        {
            action();
        }
        finally
        {
            _work.Exit();
        }
    }

    /// <summary>The same; what is being indexed is abandoned.</summary>
    public void Interrupt(Action action)
    {
        _stop.Cancel();
        using (Take())
        {
            _stop = new CancellationTokenSource();
            action();
        }
    }
}
