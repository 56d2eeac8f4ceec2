using OmenDb.EFCore.Sqlite.Interop;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>
/// The labels of one index's keys, in memory once searches have looked up so many in the ledger that reading all takes no longer. A filter gives keys, and to look up their labels takes SQLite longer than all else.
/// </summary>
internal sealed class LedgerKeys(LiveIndex index)
{
    // SQLite looks up a key in the time in which it reads so many in a row (measured: -- filtered).
    private const int ReadPerLookup = 2;

    // A search reads so many that the indexer has not read yet, and otherwise looks up what it needs.
    private const int MostUnread = 1_000;

    private volatile KeyLabels? _labels;
    private long _lookups;

    private bool AreWanted => Volatile.Read(ref _lookups) is > 0 and var lookups && lookups * ReadPerLookup >= (index.View?.Graph.Count ?? int.MaxValue);

    /// <summary>The labels that a connection sees; those that are missing have to be looked up.</summary>
    public KeyLabels For(VisibleRows rows) => _labels?.For(rows, MostUnread) ?? KeyLabels.None;

    /// <summary>A search has looked up so many.</summary>
    public void LookedUp(int keys)
    {
        Interlocked.Add(ref _lookups, keys);
        if (AreWanted)
            index.Wake();
    }

    /// <summary>Reads what was committed since, and everything where that is worth it. For the indexer, which sees committed rows alone.</summary>
    public void Read(VisibleRows rows)
    {
        var areWanted = AreWanted;
        var known = _labels?.For(rows, int.MaxValue);
        if (areWanted)
        {
            known ??= KeyLabels.None.For(rows, int.MaxValue);
            Volatile.Write(ref _lookups, 0);
        }

        if (known is not null)
            _labels = known;
    }

    public void Forget() => _labels = null;
}
