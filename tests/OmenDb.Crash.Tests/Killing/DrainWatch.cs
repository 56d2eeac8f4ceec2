using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.Crash.Tests.Killing;

/// <summary>Watches the indexer from another thread, and says so when a part of the rows that it has read are in the graph.</summary>
internal static class DrainWatch
{
    public static void Start(VectorDatabase database, Executioner executioner)
    {
        var thread = new Thread(() => Watch(database, executioner)) { IsBackground = true };
        thread.Start();
    }

    private static void Watch(VectorDatabase database, Executioner executioner)
    {
        while (true)
        {
            foreach (var index in database.Indexes)
                Watch(index, executioner);
            Thread.Yield();
        }
    }

    private static void Watch(LiveIndex index, Executioner executioner)
    {
        if (index.View is not { Pending.Labels.Length: > 1 } view || index.Indexer.IsRebuilding)
            return;
        try
        {
            var before = view.Graph.Count;
            while (ReferenceEquals(index.View, view))
            {
                if (view.Graph.Count == before)
                    continue;
                executioner.At(KillPoint.MidDrain);
                return;
            }
        }
        catch (ObjectDisposedException)
        {
            // The graph was replaced.
        }
    }
}
