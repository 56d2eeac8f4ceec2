using OmenDb.EFCore.Sqlite.Interop;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>
/// The labels of one index's keys, kept in memory for filtered searches. A filter gives keys, and looking up their labels in the ledger takes SQLite longer than all else. All are read once
/// searches have looked up so many that reading all would have taken no longer.
/// </summary>
internal sealed class LedgerKeys(LiveIndex index)
{
    // How many rows SQLite reads in order in the time of one lookup (measured: -- filtered).
    private const int ReadPerLookup = 2;

    // Newer rows that a search reads itself; where there are more, it looks up what it needs.
    private const int MostUnread = 1_000;

    // Labels of rows that are gone stay until all are read anew: when there are this many runs a vector, or this many gaps, each of which a search has to look into.
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

    /// <summary>The labels that a connection sees, of which some may be missing; <see langword="null"/> where all have to be looked up.</summary>
    public SeenLabels? For(VisibleRows rows) => _labels?.For(rows, MostUnread);

    /// <summary>Counts keys that a search has looked up.</summary>
    public void LookedUp(int keys)
    {
        Interlocked.Add(ref _lookups, keys);
        if (AreWanted)
            index.Wake();
    }

    /// <summary>Reads on, or everything where that is worth it. For the indexer, which sees committed rows only.</summary>
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
