using System.Collections.Immutable;
using OmenDb.DiskAnn;
using OmenDb.EFCore.Sqlite.Interop;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>What a search may rely on at one moment. Replaced as a whole, never changed.</summary>
/// <remarks>
/// <para>For a transaction that sees <see cref="Token"/>, every row is in one of four places, by its label:</para>
/// <list type="bullet">
/// <item>up to <see cref="Applied"/> in the graph,</item>
/// <item>up to <see cref="Buffered"/> in <see cref="Pending"/>,</item>
/// <item>past that in the database alone, where the searching connection reads it,</item>
/// <item>or in a gap of <see cref="Unsaved"/>, gone when the rows around it were read: the searching connection reads it, too.</item>
/// </list>
/// <para>There are no gaps up to <see cref="Saved"/>: whoever sees the token is newer than all that was read before it was published.</para>
/// </remarks>
/// <param name="Graph">The graph; it may hold more labels than the transaction sees, never fewer.</param>
/// <param name="Applied">The last label in the graph.</param>
/// <param name="Pending">Rows between <paramref name="Applied"/> and <paramref name="Buffered"/>.</param>
/// <param name="Buffered">The last label in memory.</param>
/// <param name="Saved">The last label in the snapshot file; 0 when there is none.</param>
/// <param name="Unsaved">The rows past <paramref name="Saved"/> as they were read.</param>
/// <param name="Tokens">The snapshots that the graph continues, the current one last.</param>
/// <param name="IsRecalibrated">Whether the graph keeps another recall than the snapshot file does.</param>
/// <param name="HasLostFile">Whether the database names a snapshot file that is not there or cannot be read.</param>
internal sealed record IndexView(VamanaIndex Graph, long Applied, PendingRows Pending, long Buffered, long Saved, RowStamps Unsaved, ImmutableArray<Guid> Tokens, bool IsRecalibrated = false, bool HasLostFile = false)
{
    private const int MaxTokens = 8;

    public Guid Token => Tokens[^1];

    public static IndexView Start(VamanaIndex graph, LedgerState seen)
        => new(graph, seen.Applied, PendingRows.None, seen.Applied, seen.Applied, RowStamps.None, [seen.Token]);

    public IndexView WithPending(PendingRows rows, long lastHandedOut)
        => this with { Pending = rows, Buffered = rows.Read[^1].Label, Unsaved = Unsaved.With(Applied, rows.Read, lastHandedOut) };

    public IndexView WithPendingApplied() => this with { Pending = PendingRows.None, Applied = Buffered };

    public IndexView WithToken(Guid token) => this with
    {
        Saved = Applied,
        Unsaved = RowStamps.None,
        IsRecalibrated = false,
        HasLostFile = false,
        Tokens = Saved == 0 ? [token] : Tokens.Length < MaxTokens ? Tokens.Add(token) : Tokens.RemoveAt(0).Add(token),
    };

    /// <summary>Whether a state of the database goes on from this view: it names the same snapshot, and no restored backup has taken labels back or given them to other rows.</summary>
    /// <param name="seen">The state, read up to <see cref="Buffered"/>. Labels grow in commit order: if its last known row is one that was read, so are all before it.</param>
    public bool IsCurrent(LedgerState seen)
        => seen.Token == Token && seen.LastHandedOut >= Buffered && (seen.LastKnown.Label <= Saved || Unsaved.Contains(seen.LastKnown));

    /// <summary>The same for a connection that sees what was committed last: if it sees a row in a gap, a restored backup has brought that back.</summary>
    public bool IsCurrent(VisibleRows committed)
    {
        var seen = committed.ReadState(Buffered);
        return IsCurrent(seen) && !committed.SeesAnyOf(Unsaved.Gaps, seen.LastKnown);
    }

    /// <summary>Whether a label is in a gap: its row was gone when those around it were read.</summary>
    public bool IsInGap(long label) => Unsaved.Gaps.Any(gap => gap.After < label && label <= gap.UpTo);

    /// <summary>As much of the view as one transaction may rely on; <see langword="null"/> for nothing of it.</summary>
    /// <remarks>
    /// A transaction that is older than the view, or sees a restored backup, may rely on what is in the snapshot that it names, and on no more: later labels may have been handed out
    /// twice. On a graph that was read anew from the database it may not rely at all: rows of its snapshot that were gone by then are not in it.
    /// </remarks>
    public IndexView? For(LedgerState seen)
    {
        if (IsCurrent(seen))
            return this;
        if (!Tokens.Contains(seen.Token) || seen.Applied > Saved)
            return null;
        return this with { Applied = seen.Applied, Buffered = seen.Applied, Pending = PendingRows.None, Unsaved = RowStamps.None };
    }
}
