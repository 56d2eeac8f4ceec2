using System.Runtime.CompilerServices;

namespace OmenDb.DiskAnn.Storage;

/// <summary>
/// Which labels name which node. Equal vectors share a node, so a node has a ring of entries: the node knows its last entry, whose
/// successor is the first. Written by one, read by many.
/// </summary>
internal sealed class EntryTable
{
    /// <summary>Entries there may be: the largest table that finds their labels holds a few more.</summary>
    public const int Most = 600_000_000;

    private readonly ChunkedArray<Entry> _entries = new();
    private readonly ChunkedArray<int> _last = new();
    private readonly LabelMap _map;
    private int _count;
    private int _removedCount;
    private bool _isAscending = true;

    public EntryTable() => _map = new LabelMap(_entries);

    /// <summary>Bytes that entries take here, if each has a node of its own.</summary>
    public long Bytes => ((long)Count * (Unsafe.SizeOf<Entry>() + sizeof(int))) + (_isAscending ? 0 : _map.Bytes);

    /// <summary>Entries, removed ones included.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Removed entries.</summary>
    public int RemovedCount => Volatile.Read(ref _removedCount);

    /// <summary>Whether labels were added in ascending order, so that they are in it in each node's ring, too.</summary>
    public bool IsAscending => Volatile.Read(ref _isAscending);

    public long Label(int entry) => _entries[entry].Label;

    public int Node(int entry) => _entries[entry].Node;

    /// <summary>The entry after this one in its node's ring.</summary>
    public int Next(int entry) => Volatile.Read(ref _entries[entry].Next);

    /// <summary>The last entry of a node's ring.</summary>
    public int Last(int node) => Volatile.Read(ref _last[node]);

    public bool IsRemoved(int entry) => Volatile.Read(ref _entries[entry].IsRemoved);

    /// <summary>Asks the processor to load what a node's labels are found by.</summary>
    public void Prefetch(int node)
    {
        _last.Prefetch(node);
        _entries.Prefetch(node); // where each node has one label and nodes are in the order of adding, its entry has the node's number
    }

    /// <summary>Asks the processor to load a node's last label, wherever it is, when <see cref="Prefetch"/> has had its time.</summary>
    public void PrefetchLabel(int node) => _entries.Prefetch(Last(node));

    /// <summary>The live entry of a label, or -1.</summary>
    public int FindLive(long label)
    {
        var hint = 0;
        var count = Count; // before IsAscending, which then says it of that many
        var entry = !IsAscending ? _map.Find(label) : IsDense(count) ? Dense(label, Label(0), count) : FindAscending(label, count, ref hint);
        return entry >= 0 && !IsRemoved(entry) ? entry : -1;
    }

    /// <summary>Finds the nodes of those labels that are live. Ascending labels are found in a row where they were added in that order.</summary>
    /// <param name="labels">The labels, ascending and larger than those asked for before.</param>
    /// <param name="hint">Where the search begins: 0 at first.</param>
    /// <param name="nodes">Receives the nodes; as long as <paramref name="labels"/>.</param>
    /// <returns>How many there are.</returns>
    public int FindLiveNodes(ReadOnlySpan<long> labels, ref int hint, Span<int> nodes)
    {
        var count = Count; // as above
        var isAscending = IsAscending;
        var isDense = isAscending && IsDense(count);
        var first = isDense ? Label(0) : 0;
        var found = 0;
        foreach (var label in labels)
        {
            var entry = isDense ? Dense(label, first, count) : isAscending ? FindAscending(label, count, ref hint) : _map.Find(label);
            if (entry >= 0 && !IsRemoved(entry))
                nodes[found++] = Node(entry);
        }

        return found;
    }

    /// <summary>Whether a node has a live label in a set.</summary>
    public bool HasAny(int node, LabelSet labels)
    {
        var last = Last(node);
        var entry = last;
        do
        {
            entry = Next(entry);
            if (labels.Contains(Label(entry)) && !IsRemoved(entry))
                return true;
        }
        while (entry != last);
        return false;
    }

    /// <summary>Makes room at once.</summary>
    /// <param name="entries">Entries there will be.</param>
    public void Reserve(int entries)
    {
        _entries.EnsureCapacity(entries);
        _last.EnsureCapacity(entries);
        if (!_isAscending)
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
        if (_isAscending && entry > 0 && label <= _entries[entry - 1].Label)
            Map(entry);
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
        if (!_isAscending)
            _map.Set(label, entry);
        Volatile.Write(ref _count, entry + 1);
    }

    // Labels that ascend are found without a map.
    private void Map(int count)
    {
        _map.Reserve(count + 1);
        for (var entry = 0; entry < count; entry++)
            _map.Set(_entries[entry].Label, entry);
        Volatile.Write(ref _isAscending, false);
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

    // Without gaps, a label is its entry's number but for the first label.
    private bool IsDense(int count) => count > 0 && Label(count - 1) - Label(0) == count - 1;

    private static int Dense(long label, long first, int count) => (ulong)(label - first) < (ulong)count ? (int)(label - first) : -1;

    private int FindAscending(long label, int count, ref int hint)
    {
        if (count == 0 || label > Label(count - 1))
            return -1;

        // Labels grow by at least one from entry to entry, so a label that is larger by n is at most n entries away; mostly it is just there.
        var low = hint;
        var larger = label > _entries[low].Label ? (ulong)(label - _entries[low].Label) : 0;
        var high = larger < (ulong)(count - low) ? low + (int)larger + 1 : count;
        if (low < high - 1 && _entries[high - 1].Label == label)
            low = high - 1;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_entries[middle].Label < label)
                low = middle + 1;
            else
                high = middle;
        }

        hint = low;
        return _entries[low].Label == label ? low : -1;
    }
}
