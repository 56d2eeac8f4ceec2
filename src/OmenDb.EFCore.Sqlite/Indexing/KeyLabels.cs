using System.Collections.Immutable;
using System.Runtime.InteropServices;
using OmenDb.EFCore.Sqlite.Interop;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>The labels of a ledger's keys up to a row, as they were when somebody read them. Never changed.</summary>
/// <remarks>
/// Labels grow in commit order, so a key whose label is not past a row has had no other since that row was committed: whoever sees the row, told by its stamp, and none between it and the last one
/// read, shares all labels up to it. But for keys that were deleted before they were read, which an older transaction or a restored backup may see. A key that is missing here has to be looked up.
/// One that was read with an earlier label left a gap among those read since, and whoever sees a row in a gap shares nothing. The label of a key that is gone does no harm.
/// </remarks>
internal sealed class KeyLabels
{
    public static readonly KeyLabels None = new([], 0, [], [], []);

    // The last row may be changed or deleted, and then the last but one is.
    private const int MostNewest = 16;

    // Runs that came later are put among the others once there are this many: there may be one for each row.
    private const int MostLater = 1_024;

    private readonly KeyRun[] _runs; // in the order of their keys, as those that came later
    private readonly long _runsUpTo; // the last label among them
    private readonly KeyRun[] _later;
    private readonly ImmutableArray<RowStamp> _newest;
    private readonly ImmutableArray<LabelGap> _gaps;

    private KeyLabels(KeyRun[] runs, long runsUpTo, KeyRun[] later, ImmutableArray<RowStamp> newest, ImmutableArray<LabelGap> gaps)
    {
        _runs = runs;
        _runsUpTo = runsUpTo;
        _later = later;
        _newest = newest;
        _gaps = gaps;
    }

    public int RunCount => _runs.Length + _later.Length;

    public int GapCount => _gaps.Length;

    public bool TryFind(long key, out long label)
    {
        var isFound = (TryFind(_later, key, out var run) || TryFind(_runs, key, out run)) && !run.IsUnknown;
        label = isFound ? run.LabelOf(key) : 0;
        return isFound;
    }

    public static bool TryFind(KeyRun[] runs, long key, out KeyRun run)
    {
        var (low, high) = (0, runs.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (runs[middle].First <= key)
                low = middle + 1;
            else
                high = middle;
        }

        run = low > 0 ? runs[low - 1] : default;
        return low > 0 && key <= run.Last;
    }

    /// <summary>What a connection sees: these labels up to a row, and rows that are newer.</summary>
    /// <param name="rows">The connection's rows.</param>
    /// <param name="most">How many newer rows to read.</param>
    /// <returns>That; <see langword="null"/> where it shares no row of the newest here, or sees too many newer ones.</returns>
    public SeenLabels? For(VisibleRows rows, int most)
        => Read(rows, most) is { } reading ? new SeenLabels(this, reading.Shared < 0 ? 0 : _newest[reading.Shared].Label, [.. reading.Later]) : null;

    /// <summary>The labels that a connection sees, for others to share.</summary>
    /// <returns>The labels; <see langword="null"/> where it shares no row of the newest here, or there are none.</returns>
    public KeyLabels? Next(VisibleRows rows)
    {
        if (Read(rows, int.MaxValue) is not { } reading || (_newest.IsEmpty && reading.Newest.Count == 0))
            return null;
        var labels = reading.Shared == _newest.Length - 1 ? this : UpTo(_newest[..(reading.Shared + 1)]);
        return reading.Newest.Count == 0 ? labels : labels.With(reading.Later, reading.Newest, reading.Gaps);
    }

    private Reading? Read(VisibleRows rows, int most)
    {
        var reading = new Reading();
        var count = 0;
        RowStamp last = default;
        List<(long After, long UpTo)> gaps = [];
        using (var row = rows.ReadKeys(_newest.IsEmpty ? 0 : _newest[0].Label))
        {
            while (row.MoveNext())
            {
                var stamp = row.Stamp;
                if (!_newest.IsEmpty && stamp.Label <= _newest[^1].Label)
                {
                    reading.Shared = _newest.BinarySearch(stamp);
                    if (reading.Shared < 0)
                        return null; // given to another row: a restored backup
                    last = stamp;
                    continue;
                }

                if (count++ == most)
                    return null;
                if (stamp.Label > last.Label + 1 && !_newest.IsEmpty)
                    gaps.Add((last.Label, stamp.Label - 1));
                last = stamp;
                if (reading.Newest.Count == MostNewest)
                    reading.Newest.Dequeue();
                reading.Newest.Enqueue(stamp);
                if (row.Key is { } key)
                    Append(reading.Later, new KeyRun(key, key, stamp.Label));
            }
        }

        if (!_newest.IsEmpty && (reading.Shared < 0 || rows.SeesAnyOf(_gaps, _newest[reading.Shared])))
            return null;
        reading.Later.Sort((a, b) => a.First.CompareTo(b.First));
        if (gaps.Count > 0)
        {
            var lastHandedOut = rows.ReadState(0).LastHandedOut; // asked after the reading, it is not smaller than then
            reading.Gaps = gaps.ConvertAll(gap => new LabelGap(gap.After, gap.UpTo, lastHandedOut));
        }

        return reading;
    }

    private KeyLabels With(List<KeyRun> later, IEnumerable<RowStamp> read, IEnumerable<LabelGap> gaps)
    {
        var all = Merge(_later, CollectionsMarshal.AsSpan(later));
        ImmutableArray<RowStamp> newest = [.. _newest.Concat(read).TakeLast(MostNewest)];
        ImmutableArray<LabelGap> unseen = [.. _gaps.Concat(gaps).Where(gap => gap.LastHandedOut >= newest[0].Label)];
        return _runs.Length > 0 && all.Length <= MostLater
            ? new KeyLabels(_runs, _runsUpTo, all, newest, unseen)
            : new KeyLabels(Merge(_runs, all, isLast: true), newest[^1].Label, [], newest, unseen);
    }

    // Where a key has got a label past these rows, nobody knows any more which one it had before.
    private KeyLabels UpTo(ImmutableArray<RowStamp> newest)
    {
        var label = newest[^1].Label;
        return label >= _runsUpTo
            ? new KeyLabels(_runs, _runsUpTo, [.. _later.SelectMany(run => run.UpToLabel(label))], newest, _gaps)
            : new KeyLabels([.. Merge(_runs, _later, isLast: true).SelectMany(run => run.UpToLabel(label)).Where(run => !run.IsUnknown)], label, [], newest, _gaps);
    }

    // Later ones take the place of others with the same keys; of what is unknown then, nothing is left where there are no others.
    private static KeyRun[] Merge(KeyRun[] runs, ReadOnlySpan<KeyRun> later, bool isLast = false)
    {
        if (later.IsEmpty)
            return runs;
        var merged = new List<KeyRun>(runs.Length + later.Length);
        var next = 0;
        var rest = Next();
        foreach (var run in later)
        {
            while (rest is { } old && old.First < run.First)
            {
                var isBefore = old.Last < run.First;
                Append(merged, isBefore ? old : old.Before(run.First));
                rest = isBefore ? Next() : old.From(run.First);
            }

            while (rest is { } old && old.First <= run.Last)
                rest = old.Last > run.Last ? old.From(run.Last + 1) : Next();
            if (!isLast || !run.IsUnknown)
                Append(merged, run);
        }

        for (; rest is { } old; rest = Next())
            Append(merged, old);
        return [.. merged];

        KeyRun? Next() => next < runs.Length ? runs[next++] : null;
    }

    private static void Append(List<KeyRun> runs, KeyRun run)
    {
        if (runs.Count > 0 && runs[^1].IsFollowedBy(run))
            runs[^1] = runs[^1] with { Last = run.Last };
        else
            runs.Add(run);
    }

    private sealed class Reading
    {
        /// <summary>Which of the newest rows is the last that is seen; -1 for none.</summary>
        public int Shared { get; set; } = -1;

        /// <summary>The keys of rows that are newer, in their order.</summary>
        public List<KeyRun> Later { get; } = [];

        /// <summary>The last of these rows.</summary>
        public Queue<RowStamp> Newest { get; } = [];

        public List<LabelGap> Gaps { get; set; } = [];
    }
}
