namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>How much one scan of the virtual table is to give.</summary>
/// <param name="Index">The index's name.</param>
/// <param name="K">How many rows are likely to be read.</param>
/// <param name="IsProbe">Whether the scan only finds out if k of the nearest rows pass the rest of the statement.</param>
/// <param name="Most">How many rows to give at most.</param>
/// <param name="Within">How far they may be.</param>
/// <param name="Visible">Whom to ask whether a row counts; <see langword="null"/> when all do.</param>
internal readonly record struct NearestRequest(string Index, int K, bool IsProbe, long Most, double Within, VisibleRows? Visible);
