namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>How much one scan of the virtual table is to give.</summary>
/// <param name="Index">The index's name.</param>
/// <param name="K">How many rows are likely to be read.</param>
/// <param name="ProbeNumber">The search's number in its query, where the scan is a probe: it only finds out whether k of the nearest rows pass the rest of the statement. 0 for a search.</param>
/// <param name="Patience">How many rows a probe gives before it may give up.</param>
/// <param name="Most">How many rows to give at most.</param>
/// <param name="Within">How far they may be.</param>
/// <param name="Visible">Says whether the transaction sees a row, where <paramref name="Most"/> counts only those; <see langword="null"/> when the statement's join finds out.</param>
internal readonly record struct NearestRequest(string Index, int K, long ProbeNumber, long Patience, long Most, double Within, VisibleRows? Visible)
{
    public bool IsProbe => ProbeNumber != 0;
}
