namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>The database's word on which snapshot is its own. Labels alone prove nothing: a restored backup hands them out again.</summary>
/// <param name="Token">A random name; empty in a database that keeps none.</param>
/// <param name="Applied">The last label in the snapshot; 0 when there is no file yet.</param>
/// <param name="LastLabel">The last label ever handed out, as this transaction sees it.</param>
/// <param name="LastRow">The label of the last row that this transaction sees; 0 when there is none.</param>
/// <param name="Last">The last row up to the label that was asked for; default when there is none.</param>
internal readonly record struct SnapshotPointer(Guid Token, long Applied, long LastLabel, long LastRow, RowStamp Last)
{
    /// <summary>Nothing is known: there may be rows.</summary>
    public static readonly SnapshotPointer None = new(default, 0, 0, long.MaxValue, default);
}
