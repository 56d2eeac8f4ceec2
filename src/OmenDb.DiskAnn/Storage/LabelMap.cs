namespace OmenDb.DiskAnn.Storage;

/// <summary>
/// Finds the entry of a label: an open-addressing table of entry numbers, 8 bytes a label at most, that is read without a lock. Places are chosen
/// anew in every process, so no file can be made whose labels all meet in one.
/// </summary>
internal sealed class LabelMap(ChunkedArray<Entry> entries)
{
    private static readonly ulong Seed = (ulong)Random.Shared.NextInt64();

    private int[] _slots = new int[64]; // entry + 1; 0 is free

    /// <summary>Bytes it takes.</summary>
    public long Bytes => (long)Volatile.Read(ref _slots).Length * sizeof(int);

    /// <summary>The entry that was last set for a label, or -1.</summary>
    /// <param name="label">The label.</param>
    public int Find(long label)
    {
        var slots = Volatile.Read(ref _slots);
        var mask = slots.Length - 1;
        for (var i = Hash(label) & mask; ; i = (i + 1) & mask)
        {
            var entry = Volatile.Read(ref slots[i]) - 1;
            if (entry < 0 || entries[entry].Label == label)
                return entry;
        }
    }

    /// <summary>Points a label at an entry whose label is already written, and that room was made for. Only the writer calls it.</summary>
    /// <param name="label">The label.</param>
    /// <param name="entry">Its entry.</param>
    public void Set(long label, int entry) => Place(_slots, label, entry);

    /// <summary>Makes room for labels to come.</summary>
    /// <param name="count">How many there will be.</param>
    public void Reserve(int count)
    {
        var length = _slots.Length;
        while ((count + 1) * 8L > length * 5L)
            length = checked(length * 2);
        if (length > _slots.Length)
            Resize(length);
    }

    private static int Hash(long label)
    {
        var mixed = ((ulong)label ^ Seed) * 0x9E3779B97F4A7C15UL;
        return (int)((mixed ^ (mixed >> 32) ^ Seed) * 0xD6E8FEB86659FD93UL >> 33);
    }

    private void Resize(int length)
    {
        var larger = new int[length];
        foreach (var slot in _slots)
        {
            if (slot != 0)
                Place(larger, entries[slot - 1].Label, slot - 1);
        }

        Volatile.Write(ref _slots, larger);
    }

    private void Place(int[] slots, long label, int entry)
    {
        var mask = slots.Length - 1;
        var i = Hash(label) & mask;
        while (slots[i] != 0 && entries[slots[i] - 1].Label != label)
            i = (i + 1) & mask;
        Volatile.Write(ref slots[i], entry + 1);
    }
}
