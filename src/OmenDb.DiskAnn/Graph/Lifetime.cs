namespace OmenDb.DiskAnn.Graph;

/// <summary>Keeps memory alive while anyone works in it: it is released once it was closed and the last user has left.</summary>
/// <param name="memory">What is released.</param>
internal sealed class Lifetime(IDisposable memory)
{
    private const long Closed = 1L << 32;

    // Users in the low half; the bit above says closed.
    private long _state;
    private int _released;

    /// <summary>Whether <see cref="Close"/> was called.</summary>
    public bool IsClosed => (Volatile.Read(ref _state) & Closed) != 0;

    /// <summary>Who is using the memory now.</summary>
    public int Users => (int)Volatile.Read(ref _state);

    /// <summary>Begins to use the memory.</summary>
    /// <exception cref="ObjectDisposedException">It was closed.</exception>
    public void Enter() => ObjectDisposedException.ThrowIf(!TryEnter(), typeof(VamanaIndex));

    /// <summary>Begins to use the memory, unless it was closed.</summary>
    /// <returns>Whether <see cref="Exit"/> must be called.</returns>
    public bool TryEnter()
    {
        if ((Interlocked.Increment(ref _state) & Closed) == 0)
            return true;
        Exit();
        return false;
    }

    /// <summary>Ends what <see cref="Enter"/> began.</summary>
    public void Exit()
    {
        if (Interlocked.Decrement(ref _state) == Closed)
            Release();
    }

    /// <summary>Refuses new users; memory goes with the last one inside.</summary>
    public void Close()
    {
        if (Interlocked.Or(ref _state, Closed) == 0)
            Release();
    }

    // Someone who enters too late leaves at once, and may be the last to do so a second time.
    private void Release()
    {
        if (Interlocked.Exchange(ref _released, 1) == 0)
            memory.Dispose();
    }
}
