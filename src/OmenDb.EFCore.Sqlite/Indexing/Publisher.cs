using Microsoft.Data.Sqlite;
using OmenDb.DiskAnn;
using OmenDb.EFCore.Sqlite.Interop;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>Writes one index's snapshots and makes the database name them. Used by its <see cref="Indexer"/> alone, which does one thing at a time.</summary>
internal sealed class Publisher(LiveIndex index)
{
    // A snapshot is due when replaying the ledger past the last one would take seconds.
    private const int ReplayRows = 5_000;
    private const double ReplayShare = 0.05;

    // Who indexes for so long writes in between, and spends a tenth of the time on it: a process that is killed every minute would otherwise begin anew each time.
    private const int WorkForWriting = 10;
    private static readonly TimeSpan MostUnsaved = TimeSpan.FromSeconds(15);

    private long _begun;
    private TimeSpan _writing;
    private bool _isClean;
    private volatile bool _hasLetGo; // said by searches, too
    private long _cleanSchema; // a migration may have dropped another index

    // A process writes a file once for another recall alone: processes that ask for different ones would otherwise undo each other's files in turns.
    private bool _hasKeptRecall;

    // After a failure nothing is written unasked up to this label, unless something was written since: a full disk is not to be filled again with every commit.
    private long _postponed;

    /// <summary>Whether writing has failed, and nothing is written unasked yet.</summary>
    public bool IsPostponed(IndexView view) => view.Applied < _postponed;

    /// <summary>Whether a snapshot should be written now.</summary>
    /// <param name="view">What is in memory.</param>
    /// <param name="asked">Whether somebody waits for it.</param>
    public bool IsDue(IndexView view, bool asked)
    {
        var unsaved = view.Applied - view.Saved;
        if (!asked)
            return unsaved > Math.Max(ReplayRows, view.Graph.Count * ReplayShare) || (view.IsRecalibrated && !_hasKeptRecall) || (view.HasLostFile && view.Applied > 0);
        return unsaved > 0 || (view.Applied > 0 && (view.IsRecalibrated || !index.Database.Snapshots!.Contains(index.Definition, view.Token)));
    }

    /// <summary>Says that indexing begins.</summary>
    public void Begin() => _begun = index.Database.Clock.GetTimestamp();

    /// <summary>Gives the index its row among the snapshots' names again, where somebody has emptied every table of the database.</summary>
    public void NameSnapshot(SqliteConnection connection, VisibleRows rows)
    {
        if (!index.Database.IsWritable || rows.ReadState(0) != LedgerState.Unknown)
            return;
        using var command = connection.CreateCommand();
        command.CommandText = index.Definition.Sql.InsertSnapshotRow;
        command.ExecuteNonQuery();
    }

    /// <summary>Whether this process writes the files, and can.</summary>
    public bool IsAllowed(IndexView view)
    {
        if (!index.Database.IsWritable)
            return false;
        try
        {
            return index.Database.TryLock();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Postpone(view, e);
            return false;
        }
    }

    /// <summary>Writes a snapshot, commits the pointer to it and puts it in the place of the old view. Failing leaves everything as it was.</summary>
    /// <param name="connection">A connection that may write.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="view">What is written.</param>
    /// <param name="old">What is in memory.</param>
    /// <returns>What is in memory now; <see langword="null"/> when nothing was published.</returns>
    public IndexView? Publish(SqliteConnection connection, VisibleRows rows, IndexView view, IndexView old)
    {
        var snapshots = index.Database.Snapshots!;
        var token = Guid.NewGuid();
        var published = view.WithToken(token);
        bool isInPlace;
        var wasClean = _isClean;
        _isClean = false;
        _hasKeptRecall |= view.IsRecalibrated;
        Begin();
        try
        {
            snapshots.Save(index.Definition, view.Graph, token);
            _writing = index.Database.Clock.GetElapsedTime(_begun);
            using var transaction = connection.BeginTransaction();
            if (!view.IsCurrent(rows))
                return null; // somebody else has published, or a backup was restored
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = index.Definition.Sql.Publish;
            command.Parameters.AddWithValue("$token", token.ToByteArray());
            command.Parameters.AddWithValue("$applied", view.Applied);
            command.ExecuteNonQuery();
            isInPlace = index.TryPublish(old, published, transaction.Commit);
            _postponed = 0;
        }
        catch (SnapshotFormatException e)
        {
            // The older file that the graph came from turned out to be damaged.
            index.Reject(view, e);
            return null;
        }
        catch (ObjectDisposedException) when (index.View?.Graph != view.Graph)
        {
            return null; // a search found it damaged, and has rejected it
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SqliteException)
        {
            Postpone(old, e);
            return null;
        }

        _isClean = snapshots.DeleteOthers(index.Definition, token) && wasClean;
        return isInPlace ? published : null; // else a search has rejected the old one, and the next opens the new file
    }

    /// <summary>In the middle of indexing: writes what is in memory alone, where that is too much memory or too much work to be lost, and this process may write it.</summary>
    /// <returns>The view to go on with; <see langword="null"/> where that is to be looked up.</returns>
    public IndexView? WriteBetween(SqliteConnection connection, VisibleRows rows, IndexView view)
    {
        if (view.Applied <= view.Saved || IsPostponed(view))
            return view;
        var isHeavy = index.Database.Snapshots!.ShouldMap(view.Graph);
        if (!(isHeavy || IsOverdue()) || !IsAllowed(view))
            return view;
        if (!isHeavy)
            return Publish(connection, rows, view, view);
        Map(connection, rows, view);
        return null;
    }

    private bool IsOverdue() => index.Database.Clock.GetElapsedTime(_begun) is var elapsed && elapsed > MostUnsaved && elapsed > WorkForWriting * _writing;

    /// <summary>Publishes what is in memory, and goes on with the file in its place: the system may drop from memory what it can read again.</summary>
    /// <remarks>What cannot be mapped goes on in memory.</remarks>
    private void Map(SqliteConnection connection, VisibleRows rows, IndexView view)
    {
        if (Publish(connection, rows, view, view) is not { } published)
            return;
        VamanaIndex mapped;
        try
        {
            mapped = index.Database.Snapshots!.Open(index.Definition, published.Token);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SnapshotFormatException)
        {
            Postpone(published, e);
            return;
        }

        (index.TryReplace(published, published with { Graph = mapped }) ? published.Graph : mapped).Dispose();
        DeleteLeftovers(connection, rows); // the file before, where it could not be deleted while it was mapped
    }

    /// <summary>The same for a graph that is being built in the place of an old one, without publishing it.</summary>
    /// <returns>The view to go on with.</returns>
    public IndexView MapUnpublished(IndexView view, IndexView old)
    {
        var snapshots = index.Database.Snapshots!;
        if (IsPostponed(view) || !snapshots.ShouldMap(view.Graph))
            return view;
        _isClean = false;
        try
        {
            var mapped = snapshots.Map(index.Definition, view.Graph);
            view.Graph.Dispose();
            return view with { Graph = mapped };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SnapshotFormatException)
        {
            Postpone(old, e); // up to a label past all of the new graph's: it is tried once
            return view;
        }
    }

    /// <summary>A file that another process has replaced is mapped here no more. On Windows that one could not delete it.</summary>
    public void HasLetGo() => _hasLetGo = true;

    private void Postpone(IndexView view, Exception failure)
    {
        _postponed = view.Applied + Math.Max(ReplayRows, (long)(view.Graph.Count * ReplayShare));
        index.Database.Events.SnapshotFailed(index.Definition.Name, failure);
    }

    /// <summary>Deletes what nobody needs: files of a process that was killed, of a publication that failed, of an index that was dropped, or that could not be deleted because they were mapped.</summary>
    public void DeleteLeftovers(SqliteConnection connection, VisibleRows rows)
    {
        if (!index.Database.IsWritable)
            return;
        var schema = rows.ReadSchemaVersion();
        if (_hasLetGo)
            _hasLetGo = _isClean = false;
        if (_isClean && schema == _cleanSchema)
            return;
        try
        {
            _isClean = index.Database.Snapshots!.DeleteLeftovers(index.Definition, () => rows.ReadState(0).Token, () => NamedIndexes.Read(connection));
            _cleanSchema = schema;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The folder cannot be written. The files take room there and do no other harm.
        }
    }
}
