using System.Collections.Immutable;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>The rows that were read since the last snapshot, in label order. Never changed; its blocks halve from one to the next, so that adding is cheap.</summary>
internal sealed class RowStamps
{
    public static readonly RowStamps None = new([], []);

    private readonly ImmutableArray<RowStamp[]> _blocks;

    private RowStamps(ImmutableArray<RowStamp[]> blocks, ImmutableArray<LabelGap> gaps)
    {
        _blocks = blocks;
        Gaps = gaps;
    }

    /// <summary>The labels between these rows that were gone when they were read, in label order.</summary>
    public ImmutableArray<LabelGap> Gaps { get; }

    public bool Contains(RowStamp row)
    {
        foreach (var block in _blocks)
        {
            if (row.Label <= block[^1].Label)
                return Array.BinarySearch(block, row) >= 0;
        }

        return false;
    }

    /// <summary>These rows up to a label, and others that follow them.</summary>
    /// <param name="upTo">The label.</param>
    /// <param name="rows">The others: all that there were past it when they were read.</param>
    /// <param name="lastHandedOut">The last label handed out by then.</param>
    public RowStamps With(long upTo, RowStamp[] rows, long lastHandedOut)
    {
        var gaps = Gaps.RemoveAll(g => g.UpTo > upTo).AddRange(GapsOf(upTo, rows, lastHandedOut));
        var blocks = _blocks;
        if (blocks is [.., var last]) // which alone may hold rows that are read again
            blocks = blocks.SetItem(blocks.Length - 1, Array.FindAll(last, r => r.Label <= upTo));
        while (blocks is [.., var smaller] && smaller.Length <= rows.Length)
        {
            rows = [.. smaller, .. rows];
            blocks = blocks.RemoveAt(blocks.Length - 1);
        }

        return new RowStamps(blocks.Add(rows), gaps);
    }

    private static IEnumerable<LabelGap> GapsOf(long after, RowStamp[] rows, long lastHandedOut)
    {
        foreach (var row in rows)
        {
            if (row.Label > after + 1)
                yield return new LabelGap(after, row.Label - 1, lastHandedOut);
            after = row.Label;
        }
    }
}
