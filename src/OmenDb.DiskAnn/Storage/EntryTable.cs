using System.Runtime.CompilerServices;

namespace OmenDb.DiskAnn.Storage;

/// <summary>
/// Which labels name which node. Equal vectors share a node, so a node has a ring of entries: the node knows its last entry, whose
/// successor is the first. Written by one, read by many.
/// </summary>
internal sealed class EntryTable
{
    private readonly ChunkedArray<Entry> _entries = new();
    private readonly ChunkedArray<int> _last = new();
    private readonly LabelMap _map;
    private int _count;
    private int _removedCount;

    public EntryTable() => _map = new LabelMap(_entries);

    /// <summary>Bytes an entry and its node take here.</summary>
    public static int BytesPerEntry => Unsafe.SizeOf<Entry>() + 3 * sizeof(int);

    /// <summary>Entries, removed ones included.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Removed entries.</summary>
    public int RemovedCount => Volatile.Read(ref _removedCount);

    public long Label(int entry) => _entries[entry].Label;

    public int Node(int entry) => _entries[entry].Node;

    /// <summary>The entry after this one in its node's ring.</summary>
    public int Next(int entry) => Volatile.Read(ref _entries[entry].Next);

    /// <summary>The last entry of a node's ring.</summary>
    public int Last(int node) => Volatile.Read(ref _last[node]);

    public bool IsRemoved(int entry) => Volatile.Read(ref _entries[entry].IsRemoved);

    /// <summary>Asks the processor to load what a node's first label is found by.</summary>
    public void Prefetch(int node)
    {
        _last.Prefetch(node);
        _entries.Prefetch(node); // where each node has one label, it has its own number
    }

    /// <summary>The live entry of a label, or -1.</summary>
    public int FindLive(long label)
    {
        var entry = _map.Find(label);
        return entry >= 0 && !IsRemoved(entry) ? entry : -1;
    }

    /// <summary>Makes room at once.</summary>
    /// <param name="entries">Entries there will be.</param>
    public void Reserve(int entries)
    {
        _entries.EnsureCapacity(entries);
        _last.EnsureCapacity(entries);
        _map.Reserve(entries);
    }

    /// <summary>Adds an entry to a node that is published or about to be.</summary>
    /// <param name="label">A label without a live entry.</param>
    /// <param name="node">The node.</param>
    /// <param name="isFirst">Whether the node has no entry yet.</param>
    public void Add(long label, int node, bool isFirst)
    {
        var entry = _count;
        Reserve(entry + 1);
        ref var added = ref _entries[entry];
        added.Label = label;
        added.Node = node;
        if (isFirst)
        {
            added.Next = entry;
        }
        else
        {
            ref var next = ref _entries[_last[node]].Next;
            added.Next = next;
            Volatile.Write(ref next, entry);
        }

        Volatile.Write(ref _last[node], entry);
        _map.Set(label, entry);
        Volatile.Write(ref _count, entry + 1);
    }

    /// <summary>Marks the label's entry as removed.</summary>
    /// <returns>Whether there was a live one.</returns>
    public bool Remove(long label)
    {
        var entry = FindLive(label);
        if (entry < 0)
            return false;
        MarkRemoved(entry);
        return true;
    }

    /// <summary>Marks a live entry as removed.</summary>
    public void MarkRemoved(int entry)
    {
        Volatile.Write(ref _entries[entry].IsRemoved, true);
        Volatile.Write(ref _removedCount, _removedCount + 1);
    }
}
