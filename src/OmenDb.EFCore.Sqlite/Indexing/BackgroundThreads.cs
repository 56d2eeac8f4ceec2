namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>
/// Where indexes are kept in step: a few at a time, however many databases a process has, on threads of their own. On those of the pool, an application with a database for each tenant
/// would wait for all of them before it answers a request.
/// </summary>
/// <param name="start">Starts a thread, or throws where the system gives none.</param>
internal sealed class BackgroundThreads(Action<ThreadStart> start)
{
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(10);
    private readonly Queue<Indexer> _waiting = new();
    private int _threads;
    private int _idle;

    /// <summary>Those of the process.</summary>
    public static BackgroundThreads Default { get; } = new(Start);

    /// <summary>How many there are at most. One may wait for a database that somebody holds.</summary>
    public static int Most { get; } = Math.Max(4, Environment.ProcessorCount);

    public static void Start(ThreadStart work) => new Thread(work) { IsBackground = true, Name = "OmenDb indexes" }.UnsafeStart();

    /// <summary>Has an index brought up to date as soon as a thread is free.</summary>
    /// <returns>Whether one will be: there may be none, and none that can be started now.</returns>
    public bool TryAdd(Indexer indexer)
    {
        lock (_waiting) // which a new thread waits for, too
        {
            if (_idle <= _waiting.Count && _threads < Most && !TryStart() && _threads == 0)
                return false;
            _waiting.Enqueue(indexer);
            Monitor.Pulse(_waiting);
            return true;
        }
    }

    private bool TryStart()
    {
        try
        {
            start(Work);
        }
        catch (Exception e) when (e is OutOfMemoryException or ThreadStartException)
        {
            return false; // those that there are go on, and whoever comes next tries again
        }

        _threads++;
        return true;
    }

    private void Work()
    {
        while (Next() is { } indexer)
            indexer.RunInBackground();
    }

    /// <summary>Who is next; <see langword="null"/> when there was nothing for a while, and the thread is to end.</summary>
    private Indexer? Next()
    {
        lock (_waiting)
        {
            while (_waiting.Count == 0)
            {
                _idle++;
                var isPulsed = Monitor.Wait(_waiting, Linger);
                _idle--;
                if (!isPulsed && _waiting.Count == 0)
                {
                    _threads--;
                    return null;
                }
            }

            return _waiting.Dequeue();
        }
    }
}
