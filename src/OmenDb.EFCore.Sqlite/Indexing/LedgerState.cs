namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>
/// What one transaction sees of an index in the database: which snapshot the database names, and how far its labels go. Labels alone prove nothing, because a
/// restored backup hands them out again; token and stamps do.
/// </summary>
/// <param name="Token">The random name of the current snapshot; empty in a database that names none.</param>
/// <param name="Applied">The last label in that snapshot; 0 when there is no file yet.</param>
/// <param name="LastHandedOut">The last label ever handed out; where somebody has emptied <c>sqlite_sequence</c>, the last one that the snapshot or a row has.</param>
/// <param name="LastLabel">The label of the last row; 0 when there is none.</param>
/// <param name="LastKnown">The last row up to the label that was asked for, which is the last one in memory; default when there is none.</param>
internal readonly record struct LedgerState(Guid Token, long Applied, long LastHandedOut, long LastLabel, RowStamp LastKnown)
{
    /// <summary>Nothing is known: there may be rows.</summary>
    public static readonly LedgerState Unknown = new(default, 0, 0, long.MaxValue, default);
}
