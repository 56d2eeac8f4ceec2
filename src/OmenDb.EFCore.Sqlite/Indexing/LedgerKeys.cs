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

    // Labels of rows that are gone stay until all are read anew: when there are so many runs for each vector, or so many gaps that each search would have to look into.
    private const int MostRuns = 2;
    private const int LeastRuns = 4_096;
    private const int MostGaps = 256;

    private volatile KeyLabels? _labels;
    private long _lookups;

    /// <summary>Keys that searches have looked up since all were read.</summary>
    public long Lookups => Volatile.Read(ref _lookups);

    /// <summary>How many runs are in memory.</summary>
    public int RunCount => _labels?.RunCount ?? 0;

    private long Count => index.View?.Graph.Count ?? int.MaxValue;

    private bool AreWanted => Lookups > 0 && Lookups * ReadPerLookup >= Count;

    /// <summary>The labels that a connection sees; those that are missing have to be looked up. <see langword="null"/> for all.</summary>
    public SeenLabels? For(VisibleRows rows) => _labels?.For(rows, MostUnread);

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
        var labels = _labels?.Next(rows);
        if (labels is { } kept && (kept.GapCount > MostGaps || kept.RunCount > Math.Max(LeastRuns, MostRuns * Count)))
            labels = KeyLabels.None.Next(rows);
        if (AreWanted)
        {
            labels ??= KeyLabels.None.Next(rows);
            Volatile.Write(ref _lookups, 0);
        }

        _labels = labels;
    }

    public void Forget() => _labels = null;
}
