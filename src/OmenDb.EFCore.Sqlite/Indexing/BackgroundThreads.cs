namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>
/// Where indexes are kept in step: a few at a time, however many databases a process has, on threads of their own. On those of the pool, an application with a database for each tenant
/// would wait for all of them before it answers a request.
/// </summary>
internal static class BackgroundThreads
{
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(10);
    private static readonly Queue<Indexer> Waiting = new();
    private static int _threads;
    private static int _idle;

    /// <summary>How many there are at most. One may wait for a database that somebody holds.</summary>
    public static int Most { get; } = Math.Max(4, Environment.ProcessorCount);

    /// <summary>Has an index brought up to date as soon as a thread is free.</summary>
    public static void Add(Indexer indexer)
    {
        lock (Waiting)
        {
            Waiting.Enqueue(indexer);
            if (_idle >= Waiting.Count || _threads == Most)
            {
                Monitor.Pulse(Waiting);
                return;
            }

            _threads++;
        }

        new Thread(Work) { IsBackground = true, Name = "OmenDb indexes" }.UnsafeStart();
    }

    private static void Work()
    {
        while (Next() is { } indexer)
            indexer.RunInBackground();
    }

    /// <summary>Who is next; <see langword="null"/> when there was nothing for a while, and the thread is to end.</summary>
    private static Indexer? Next()
    {
        lock (Waiting)
        {
            while (Waiting.Count == 0)
            {
                _idle++;
                var isPulsed = Monitor.Wait(Waiting, Linger);
                _idle--;
                if (!isPulsed && Waiting.Count == 0)
                {
                    _threads--;
                    return null;
                }
            }

            return Waiting.Dequeue();
        }
    }
}
