using System.Collections.Immutable;
using OmenDb.DiskAnn;
using OmenDb.EFCore.Sqlite.Interop;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>What a search may rely on at one moment. Replaced as a whole, never changed.</summary>
/// <remarks>
/// Every row of a transaction that sees <see cref="Token"/> is in the graph (label up to <see cref="Applied"/>), in <see cref="Pending"/> (up to
/// <see cref="Buffered"/>), or past that or in a gap of <see cref="Unsaved"/> and read through the searching connection. There are no gaps up to
/// <see cref="Saved"/>: whoever sees the token is newer than what was read before it was published.
/// </remarks>
/// <param name="Graph">The graph; it may hold more labels than the transaction sees, never fewer.</param>
/// <param name="Applied">The last label in the graph.</param>
/// <param name="Pending">Rows between <paramref name="Applied"/> and <paramref name="Buffered"/>.</param>
/// <param name="Buffered">The last label in memory.</param>
/// <param name="Saved">The last label in the snapshot file; 0 when there is none.</param>
/// <param name="Unsaved">The rows past <paramref name="Saved"/> as they were read.</param>
/// <param name="Tokens">The snapshots that the graph continues, the current one last.</param>
/// <param name="IsRecalibrated">Whether the graph keeps another recall than the snapshot file does.</param>
internal sealed record IndexView(VamanaIndex Graph, long Applied, PendingRows Pending, long Buffered, long Saved, RowStamps Unsaved, ImmutableArray<Guid> Tokens, bool IsRecalibrated = false)
{
    private const int MaxTokens = 8;

    public Guid Token => Tokens[^1];

    public static IndexView Start(VamanaIndex graph, LedgerState seen)
        => new(graph, seen.Applied, PendingRows.None, seen.Applied, seen.Applied, RowStamps.None, [seen.Token]);

    public IndexView WithPending(PendingRows rows, long lastHandedOut)
        => this with { Pending = rows, Buffered = rows.Read[^1].Label, Unsaved = Unsaved.With(Applied, rows.Read, lastHandedOut) };

    public IndexView WithPendingApplied() => this with { Pending = PendingRows.None, Applied = Buffered };

    public IndexView WithToken(Guid token, bool continues) => this with
    {
        Saved = Applied,
        Unsaved = RowStamps.None,
        IsRecalibrated = false,
        Tokens = !continues || Saved == 0 ? [token] : Tokens.Length < MaxTokens ? Tokens.Add(token) : Tokens.RemoveAt(0).Add(token),
    };

    /// <summary>Whether a state of the database goes on from this view: the same snapshot, no label taken back by a restored backup, and none given to another row.</summary>
    /// <param name="seen">The state, and its last row up to <see cref="Buffered"/>. Labels grow in commit order: with that row, all before it are those that were read.</param>
    public bool IsCurrent(LedgerState seen)
        => seen.Token == Token && seen.LastHandedOut >= Buffered && (seen.LastKnown.Label <= Saved || Unsaved.Contains(seen.LastKnown));

    /// <summary>The same, asked by a connection that sees what was committed last: for it, a row in a gap is one that a restored backup has brought back.</summary>
    public bool IsCurrent(VisibleRows committed)
    {
        var seen = committed.ReadState(Buffered);
        return IsCurrent(seen) && !committed.SeesAnyOf(Unsaved.Gaps, seen.LastKnown);
    }

    /// <summary>Whether a label's row was gone when those around it were read: who sees it reads it through the searching connection.</summary>
    public bool IsInGap(long label) => Unsaved.Gaps.Any(gap => gap.After < label && label <= gap.UpTo);

    /// <summary>As much of the view as one transaction may rely on; <see langword="null"/> for nothing of it.</summary>
    /// <remarks>
    /// A transaction that is behind the view, or sees a restored backup, shares with it what the snapshot it names holds, and no more:
    /// later labels may have been handed out a second time. A graph that was read anew from the database shares nothing with it: of what that snapshot
    /// holds, it lacks the rows that were gone by then.
    /// </remarks>
    public IndexView? For(LedgerState seen)
    {
        if (IsCurrent(seen))
            return this;
        if (!Tokens.Contains(seen.Token) || seen.Applied > Saved)
            return null;
        var shared = Math.Min(seen.Applied, Applied);
        return this with { Applied = shared, Buffered = shared, Pending = PendingRows.None, Unsaved = RowStamps.None };
    }
}
