namespace OmenDb.Benchmarks.Machine;

/// <summary>Undoes something once: when disposed, or when the program is interrupted before.</summary>
internal sealed class Cleanup : IDisposable
{
    private static readonly List<Cleanup> Pending = [];

    private readonly Action _undo;

    /// <param name="undo">Ends a process, deletes a folder.</param>
    public Cleanup(Action undo)
    {
        _undo = undo;
        lock (Pending)
            Pending.Add(this);
    }

    /// <summary>Undoes all that is left, the latest first.</summary>
    public static void RunAll()
    {
        lock (Pending)
        {
            while (Pending.Count > 0)
                Pending[^1].Dispose();
        }
    }

    public void Dispose()
    {
        lock (Pending)
        {
            if (Pending.Remove(this))
                _undo();
        }
    }
}
