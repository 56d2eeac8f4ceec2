using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;
using OmenDb.EFCore.Diagnostics;
using OmenDb.EFCore.Diagnostics.Internal;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>Tells the application what the indexer does in the background, through the logger of the context that came last.</summary>
internal sealed class IndexEvents
{
    [ThreadStatic]
    private static bool _isInBackground;

    public IDiagnosticsLogger<DbLoggerCategory.Infrastructure>? Logger
    {
        get;
        set => field = value is null ? null : new OutlivingLogger(value);
    }

    /// <summary>Runs something that nobody waits for.</summary>
    public static void InBackground(Action action)
    {
        _isInBackground = true;
        try
        {
            action();
        }
        finally
        {
            _isInBackground = false;
        }
    }

    public void SnapshotRejected(string index, string file, string reason)
        => Log(OmenDbEventId.SnapshotRejected, LogLevel.Warning,
            $"The file '{file}' of the vector index '{index}' cannot be used: {reason} The index is built anew from the database; searches are exact meanwhile.");

    public void SnapshotFailed(string index, Exception e)
        => Log(OmenDbEventId.SnapshotFailed, LogLevel.Warning,
            $"The vector index '{index}' could not be written to its file: {e.Message} It goes on in memory.");

    public void TriggersRepaired(string index)
        => Log(OmenDbEventId.TriggersRepaired, LogLevel.Warning,
            $"Triggers of the vector index '{index}' were missing from the database, or are those of an earlier version; they were created again, and the index is built anew, with the rows that they had missed.");

    public void TriggersMissing(string index)
        => Log(OmenDbEventId.IndexingFailed, LogLevel.Error,
            $"Triggers of the vector index '{index}' are missing from the database, which is read-only: they cannot be created again, and rows that were changed without them are not found. Open the database once so that it can be written.");

    public void VectorsSkipped(string index, IReadOnlyList<(long Label, string Problem)> skipped)
        => Log(OmenDbEventId.VectorSkipped, LogLevel.Warning,
            $"{skipped.Count:N0} rows of the vector index '{index}' cannot be searched. The first has label {skipped[0].Label}: {skipped[0].Problem}.");

    public void QuerySkipped(string index, string problem)
        => Log(OmenDbEventId.VectorSkipped, LogLevel.Warning,
            $"A search in the vector index '{index}' for each row of another query leaves rows out whose own vector cannot be searched for. The first: {problem}.");

    public void IndexingFailed(string index, Exception e)
        => Log(OmenDbEventId.IndexingFailed, LogLevel.Error, $"Indexing '{index}' in the background failed and will be tried again: {e}");

    private void Log(EventId id, LogLevel level, string message)
    {
        try
        {
            Logger?.LogVectorEvent(id, level, message);
        }
        catch (Exception) when (_isInBackground)
        {
            // The application's log: closed with the context it belonged to, or told to throw. There is nobody here to throw to, and the process would end.
        }
    }
}
