using System.Collections.Immutable;
using System.Runtime.InteropServices;
using OmenDb.EFCore.Sqlite.Interop;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>Which label each key of a ledger has, as far as it was read. Never changed: reading on makes another one.</summary>
/// <remarks>
/// <para>
/// Labels grow in commit order. So a transaction that sees one of the last rows read (it has the same stamp) shares every label up to that row: a key with such a label has had no
/// other since. The exception are rows that were gone when they were read and that an older transaction, or a restored backup, still sees. Their labels are gaps here, and
/// whoever sees a row in a gap shares nothing.
/// </para>
/// <para>A key that is missing has to be looked up. The label of a key that is gone does no harm, since the join finds no row for it.</para>
/// </remarks>
internal sealed class KeyLabels
{
    public static readonly KeyLabels None = new([], 0, [], [], []);

    // A connection must see one of them to share anything; the last row alone may be changed or deleted.
    private const int MostNewest = 16;

    // Runs that came later are merged into the others once there are this many: each reading would copy all otherwise.
    private const int MostLater = 1_024;

    private readonly KeyRun[] _runs; // in the order of their keys
    private readonly long _runsUpTo; // the last label among them
    private readonly KeyRun[] _later; // read since, in the order of their keys; they count where both have a key
    private readonly ImmutableArray<RowStamp> _newest; // the last rows read, in label order
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
    /// <returns>The labels; <see langword="null"/> where it sees none of the last rows read here, or too many newer ones.</returns>
    public SeenLabels? For(VisibleRows rows, int most)
        => Read(rows, most) is { } reading ? new SeenLabels(this, reading.Shared < 0 ? 0 : _newest[reading.Shared].Label, [.. reading.Later]) : null;

    /// <summary>These labels and those of rows that are newer, for others to share.</summary>
    /// <param name="rows">The rows of a connection that sees what was committed last.</param>
    /// <returns>The labels; <see langword="null"/> where it sees none of the last rows read here, or there are no rows.</returns>
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
            var lastHandedOut = rows.ReadState(0).LastHandedOut; // asked after the reading, so it is not too small
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

    // As of an earlier row. A key whose label is past that row had another one before, which nobody knows any more.
    private KeyLabels UpTo(ImmutableArray<RowStamp> newest)
    {
        var label = newest[^1].Label;
        return label >= _runsUpTo
            ? new KeyLabels(_runs, _runsUpTo, [.. _later.SelectMany(run => run.UpToLabel(label))], newest, _gaps)
            : new KeyLabels([.. Merge(_runs, _later, isLast: true).SelectMany(run => run.UpToLabel(label)).Where(run => !run.IsUnknown)], label, [], newest, _gaps);
    }

    // Later runs replace what others say of the same keys. Unknown ones only hide what is in the others, so they are left out of the last merge.
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
        /// <summary>Which of the last rows read before is the last one seen; -1 for none.</summary>
        public int Shared { get; set; } = -1;

        /// <summary>The keys of newer rows, in their order.</summary>
        public List<KeyRun> Later { get; } = [];

        /// <summary>The last of the newer rows.</summary>
        public Queue<RowStamp> Newest { get; } = [];

        /// <summary>The labels between newer rows that no row has any more.</summary>
        public List<LabelGap> Gaps { get; set; } = [];
    }
}
