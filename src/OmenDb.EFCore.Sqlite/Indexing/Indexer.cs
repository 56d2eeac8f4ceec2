using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using OmenDb.DiskAnn;
using OmenDb.EFCore.Diagnostics.Internal;
using OmenDb.EFCore.Sqlite.Interop;
using OmenDb.EFCore.Sqlite.Metadata.Internal;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>
/// Keeps one index in step with its ledger: reads committed rows past the watermark in batches, one flat block at a time, and hands them to the graph.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "Lives as long as the process; its token source has no timer and no links, so there is nothing to dispose.")]
internal sealed class Indexer(LiveIndex index)
{
    private const int BlockBytes = 32 << 20;

    // A snapshot is due when replaying the ledger past the last one would take seconds.
    private const int ReplayRows = 5_000;
    private const double ReplayShare = 0.05;

    // Changed and deleted rows stay in the graph until they are this share of it.
    private const int StaleRows = 1_000;
    private const double StaleShare = 0.2;

    private readonly Lock _work = new();
    private CancellationTokenSource _stop = new();
    private int _awake;
    private bool _isClean;

    // The label up to which nothing is written unasked, after writing has failed: a full disk is not filled again with every commit.
    private long _postponed;

    /// <summary>Labels of rows found unsearchable since the index was loaded.</summary>
    public ImmutableArray<long> Skipped { get; private set; } = [];

    /// <summary>Whether a new graph is being built in the place of the old one, which is searched meanwhile.</summary>
    public bool IsRebuilding { get; private set; }

    private VectorIndexDefinition Definition => index.Definition;

    /// <summary>Says that something may have been committed. Returns at once.</summary>
    public void Wake()
    {
        if (index.Database is not { Path: not null, IsChecked: true } || Interlocked.Exchange(ref _awake, 1) != 0)
            return;
        ThreadPool.UnsafeQueueUserWorkItem(static indexer => indexer.RunInBackground(), this, preferLocal: false);
    }

    /// <summary>Runs something while nothing else changes the index; what is being indexed is abandoned.</summary>
    public void Interrupt(Action action)
    {
        _stop.Cancel();
        lock (_work)
        {
            action();
            _stop.Dispose();
            _stop = new CancellationTokenSource();
        }
    }

    /// <summary>Runs something while nothing else changes the index.</summary>
    public void Run(Action action)
    {
        lock (_work)
            action();
    }

    /// <summary>Puts every committed row into the graph, then makes it durable if that is due or asked for.</summary>
    public void Drain(bool publish, CancellationToken cancellationToken = default)
    {
        lock (_work)
        {
            using var connection = index.Database.OpenConnection();
            using var rows = new VisibleRows(connection, Definition);
            DeleteLeftovers(rows);
            CatchUp(rows, cancellationToken);
            if (index.View is not { } view || (!publish && view.Applied < _postponed))
                return;
            if (IsSnapshotDue(view, publish) && MayPublish(view))
                Publish(connection, view, view.Token, continues: true);
            if (index.View is { } current && IsStale(connection, current) && MayPublish(current))
                Rebuild(connection, rows, current, progress: null, cancellationToken);
        }
    }

    /// <summary>For a database that only one connection can reach: puts its rows into the graph, between transactions.</summary>
    /// <returns>Whether any row was moved.</returns>
    public bool DrainInline(VisibleRows rows, int atLeast)
    {
        if (rows.InTransaction)
            return false;
        lock (_work)
        {
            if (CountAfter(rows, index.View!.Applied, atLeast) < atLeast)
                return false;
            CatchUp(rows, CancellationToken.None);
            return true;
        }
    }

    /// <summary>Builds a new graph from the database and puts it in the place of the old one.</summary>
    public void Rebuild(IProgress<long>? progress, CancellationToken cancellationToken)
    {
        lock (_work)
        {
            using var connection = index.Database.OpenConnection();
            using var rows = new VisibleRows(connection, Definition);
            CatchUp(rows, cancellationToken);
            if (!index.Database.Snapshots!.TryLock())
                throw new IOException($"The index '{Definition.Name}' was not built anew: another process writes its files, and keeps it up to date. It stays as it was.");
            if (index.View is not { } old || !Rebuild(connection, rows, old, progress, cancellationToken))
                throw new IOException($"The index '{Definition.Name}' was not replaced, because its new file could not be written or published: an event of the context says why. It stays as it was.");
        }
    }

    private void RunInBackground()
    {
        Volatile.Write(ref _awake, 0);
        try
        {
            Drain(publish: false, _stop.Token);
        }
        catch (OperationCanceledException)
        {
            // The database was deleted.
        }
        catch (Exception e) when (!File.Exists(index.Database.Path))
        {
            _ = e; // The database was deleted: there is nothing left to index.
        }
        catch (Exception e)
        {
            index.Database.Events.IndexingFailed(Definition.Name, e);
        }
    }

    private void CatchUp(VisibleRows rows, CancellationToken cancellationToken)
    {
        var pointer = rows.ReadPointer();
        if (!index.Load(pointer).IsCurrent(pointer))
        {
            // Another process published, a backup was restored, or the file is another database now: what is in memory continues something else.
            var old = index.View!;
            index.View = index.Open(pointer);
            old.Graph.Dispose();
        }

        try
        {
            while (Read(rows, index.View!, cancellationToken) is { } next)
            {
                index.View = next;
                next.Graph.AddBatch(next.Pending.Labels.Span, next.Pending.Vectors.Span, null, cancellationToken);
                index.View = next.WithPendingApplied();
            }
        }
        catch (SnapshotFormatException e)
        {
            index.Reject(index.View!, e);
            CatchUp(rows, cancellationToken); // from the database: no file is read a second time
        }
    }

    /// <summary>The view with the next block of rows pending; <see langword="null"/> when there are no more.</summary>
    private IndexView? Read(VisibleRows rows, IndexView view, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var most = Math.Max(1, BlockBytes / (sizeof(float) * Definition.Dimensions));
        var waiting = CountAfter(rows, view.Applied, most);
        if (waiting == 0)
            return null;
        var skipped = new List<(long Label, string Problem)>();
        var pending = PendingRows.Read(rows, view.Graph, view.Applied, waiting, out var last, skipped);
        if (skipped.Count > 0)
        {
            Skipped = Skipped.AddRange(skipped.Select(s => s.Label));
            index.Database.Events.VectorsSkipped(Definition.Name, skipped);
        }

        return view.WithPending(pending, last);
    }

    private static int CountAfter(VisibleRows rows, long label, int limit)
    {
        var count = 0;
        using var row = rows.ReadAfter(label, limit);
        while (row.MoveNext())
            count++;
        return count;
    }

    private bool IsSnapshotDue(IndexView view, bool asked)
    {
        var unsaved = view.Applied - view.Saved;
        if (!asked)
            return unsaved > Math.Max(ReplayRows, view.Graph.Count * ReplayShare);
        return unsaved > 0 || (view.Applied > 0 && !index.Database.Snapshots!.Contains(Definition, view.Token));
    }

    private bool IsStale(SqliteConnection connection, IndexView view)
    {
        if (view.Graph.Count < StaleRows)
            return false;
        using var command = connection.CreateCommand();
        command.CommandText = Definition.Sql.CountRows;
        var stale = view.Graph.Count - (long)command.ExecuteScalar()!;
        return stale > Math.Max(StaleRows, view.Graph.Count * StaleShare);
    }

    private bool Rebuild(SqliteConnection connection, VisibleRows rows, IndexView old, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var graph = index.CreateGraph();
        var view = IndexView.Start(graph, default);
        IsRebuilding = true;
        try
        {
            while (Read(rows, view, cancellationToken) is { } next)
            {
                var step = progress is null ? null : new RebuildProgress(progress, graph.Count);
                graph.AddBatch(next.Pending.Labels.Span, next.Pending.Vectors.Span, step, cancellationToken);
                view = next.WithPendingApplied();
            }

            // Rows that older transactions still see are gone from the new graph: only its own token may lead to it.
            var published = Publish(connection, view, old.Token, continues: false);
            (published ? old.Graph : graph).Dispose();
            if (published)
                OmenDbTelemetry.Rebuilds.Add(1, OmenDbTelemetry.Index(Definition.Name));
            return published;
        }
        catch
        {
            graph.Dispose();
            throw;
        }
        finally
        {
            IsRebuilding = false;
        }
    }

    /// <summary>Whether this process writes the files, and can.</summary>
    private bool MayPublish(IndexView view)
    {
        try
        {
            return index.Database.Snapshots!.TryLock();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Postpone(view, e);
            return false;
        }
    }

    /// <summary>Writes a snapshot and commits the pointer to it. Failing leaves everything as it was.</summary>
    private bool Publish(SqliteConnection connection, IndexView view, Guid old, bool continues)
    {
        var snapshots = index.Database.Snapshots!;
        var token = Guid.NewGuid();
        _isClean = false;
        try
        {
            snapshots.Save(Definition, view.Graph, token);
            using var command = connection.CreateCommand();
            command.CommandText = Definition.Sql.Publish;
            command.Parameters.AddWithValue("$token", token.ToByteArray());
            command.Parameters.AddWithValue("$applied", view.Applied);
            command.Parameters.AddWithValue("$old", old.ToByteArray());
            if (command.ExecuteNonQuery() != 1)
                return false; // somebody else has published, or a backup was restored
        }
        catch (SnapshotFormatException e)
        {
            // Part of an older file came to light as damaged; what has no such file is written when it is next due.
            index.Reject(view, e);
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SqliteException)
        {
            Postpone(view, e);
            return false;
        }

        index.View = view.WithToken(token, continues);
        snapshots.DeleteOthers(Definition, token);
        _isClean = true;
        return true;
    }

    private void Postpone(IndexView view, Exception failure)
    {
        _postponed = view.Applied + ReplayRows;
        index.Database.Events.SnapshotFailed(Definition.Name, failure);
    }

    /// <summary>Deletes what nobody needs: files of a process that was killed, or of a publication that failed.</summary>
    private void DeleteLeftovers(VisibleRows rows)
    {
        if (_isClean)
            return;
        try
        {
            index.Database.Snapshots!.DeleteLeftovers(Definition, () => rows.ReadPointer().Token);
            _isClean = true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that cannot be written: they take room there and nothing else.
        }
    }
}
