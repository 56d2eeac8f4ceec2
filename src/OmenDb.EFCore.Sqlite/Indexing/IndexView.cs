using System.Collections.Immutable;
using OmenDb.DiskAnn;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>What a search may rely on at one moment. Replaced as a whole, never changed.</summary>
/// <remarks>
/// Every row of a transaction that sees one of <see cref="Tokens"/> is in the graph (label up to <see cref="Applied"/>), in
/// <see cref="Pending"/> (up to <see cref="Buffered"/>), or past that and read through the searching connection.
/// </remarks>
/// <param name="Graph">The graph; it may hold more labels than the transaction sees, never fewer.</param>
/// <param name="Applied">The last label in the graph.</param>
/// <param name="Pending">Rows between <paramref name="Applied"/> and <paramref name="Buffered"/>.</param>
/// <param name="Buffered">The last label in memory.</param>
/// <param name="Tokens">The snapshots that the graph continues.</param>
internal sealed record IndexView(VamanaIndex Graph, long Applied, PendingRows Pending, long Buffered, ImmutableArray<Guid> Tokens)
{
    private const int MaxTokens = 8;

    public static IndexView Start(VamanaIndex graph, SnapshotPointer pointer)
        => new(graph, pointer.Applied, PendingRows.None, pointer.Applied, [pointer.Token]);

    public bool Accepts(Guid token) => Tokens.Contains(token);

    public IndexView WithPending(PendingRows rows, long buffered) => this with { Pending = rows, Buffered = buffered };

    public IndexView WithPendingApplied() => this with { Pending = PendingRows.None, Applied = Buffered };

    public IndexView WithToken(Guid token)
        => this with { Tokens = Tokens.Length < MaxTokens ? Tokens.Add(token) : Tokens.RemoveAt(0).Add(token) };
}
