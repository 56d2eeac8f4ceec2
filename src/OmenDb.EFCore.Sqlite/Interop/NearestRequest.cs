namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>How much one scan of the virtual table is to give.</summary>
/// <param name="Index">The index's name.</param>
/// <param name="K">How many rows are likely to be read.</param>
/// <param name="ProbeNumber">Not 0 where the scan only finds out if k of the nearest rows pass the rest of the statement: the search's number in its query.</param>
/// <param name="Patience">How many rows a probe gives before it may give up.</param>
/// <param name="Most">How many rows to give at most.</param>
/// <param name="Within">How far they may be.</param>
/// <param name="Visible">Whom to ask whether a row counts; <see langword="null"/> when all do.</param>
internal readonly record struct NearestRequest(string Index, int K, long ProbeNumber, long Patience, long Most, double Within, VisibleRows? Visible)
{
    public bool IsProbe => ProbeNumber != 0;
}
