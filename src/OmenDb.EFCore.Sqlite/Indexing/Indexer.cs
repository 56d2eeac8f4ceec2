using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using OmenDb.DiskAnn;
using OmenDb.EFCore.Diagnostics.Internal;
using OmenDb.EFCore.Sqlite.Interop;
using OmenDb.EFCore.Sqlite.Metadata.Internal;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>
/// Keeps one index in step with its ledger: reads committed rows past the watermark in batches, one flat block at a time, and hands them to the graph.
/// </summary>
internal sealed class Indexer(LiveIndex index)
{
    // As much as is read at once: where there is little memory, little of it, since the collector may keep the last few.
    private static readonly long BlockBytes = Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 64, 1 << 20, 32 << 20);

    // Changed and deleted rows stay in the graph until they are this share of it; then it is built anew, and written.
    private const int StaleRows = 1_000;
    private const double StaleShare = 0.2;

    // Where no file can be written, the graph is built anew in memory once they are this share: transactions that are older then compare their rows one by one.
    private const double MostStaleShare = 0.5;
    private const double WorthlessShare = 0.8; // before others are put into it: when all rows were given other vectors, those would be indexed twice

    // Of the indexing in the background. What is committed while it works makes it work once more, and no second thread waits for its turn.
    private const int Asleep = 0;
    private const int Working = 1;
    private const int WokenAgain = 2;

    private readonly Publisher _publisher = new(index);
    private int _background = Asleep;
    private int _scans; // of rows that wait, by searches
    private int _wakes;
    private int _answered; // wakes before the last indexing that came to its end
    private string? _failure; // of the last indexing, if that came to none: it was told, and is not told again with every commit

    /// <summary>Labels of rows found unsearchable since the index was loaded.</summary>
    public ImmutableArray<long> Skipped { get; private set; } = [];

    /// <summary>Whether a new graph is being built in the place of the old one, which is searched meanwhile.</summary>
    public bool IsRebuilding { get; private set; }

    /// <summary>Whether the last indexing came to no end.</summary>
    public bool HasFailed => Volatile.Read(ref _failure) is not null;

    private VectorIndexDefinition Definition => index.Definition;

    private int RowsAtOnce => (int)Math.Max(1, BlockBytes / (sizeof(float) * Definition.Dimensions));

    /// <summary>Says that something may have been committed. Returns at once, and throws nothing: SQLite may be calling.</summary>
    public void Wake()
    {
        if (index.Database.Path is null)
            return;
        Interlocked.Increment(ref _wakes);
        if (Interlocked.Exchange(ref _background, WokenAgain) == Asleep && !index.Database.Threads.TryAdd(this))
            Volatile.Write(ref _background, Asleep); // whoever commits or searches next wakes it
    }

    /// <summary>Says that a file is mapped no more which another process has replaced.</summary>
    public void HasLetGo() => _publisher.HasLetGo();

    /// <summary>Puts every committed row into the graph, then makes it durable if that is due or asked for.</summary>
    public void Drain(bool publish, CancellationToken cancellationToken = default) => index.Turns.Run(() => DrainAlone(publish, cancellationToken), cancellationToken);

    private void DrainAlone(bool publish, CancellationToken cancellationToken)
    {
        if (!publish && !index.IsChecked)
            return; // the database was deleted since this was asked for; its successor's triggers are checked first
        var wakes = Volatile.Read(ref _wakes);
        if (!publish && wakes == _answered)
            return; // a flush was first, and nobody opens the database after it
        IndexAll(publish, cancellationToken);
        _answered = wakes;
        _failure = null;
    }

    private void IndexAll(bool publish, CancellationToken cancellationToken)
    {
        using var connection = index.Database.OpenConnection();
        using var rows = new VisibleRows(connection, Definition);
        _publisher.NameSnapshot(connection, rows);
        _publisher.DeleteLeftovers(connection, rows);
        LeaveWorthless(connection, rows, cancellationToken);
        var view = CatchUp(connection, rows, cancellationToken, goesOn: !publish);
        using (connection.BeginTransaction(deferred: true))
            index.Keys.Read(rows);
        if (!publish && _publisher.IsPostponed(view))
            return;
        if (_publisher.IsDue(view, publish) && _publisher.IsAllowed(view))
            view = _publisher.Publish(connection, rows, view, view) ?? view;
        var stale = StaleShareOf(rows, view);
        if (stale > StaleShare && _publisher.IsAllowed(view))
            Rebuild(connection, rows, view, progress: null, cancellationToken);
        else if (stale > MostStaleShare)
            RebuildInMemory(connection, rows, view, cancellationToken);
    }

    /// <summary>Builds what is left of a graph anew, where that is little, and many rows wait. Nothing is written before it is whole, so that it must not take long: the process may be killed again and again.</summary>
    private void LeaveWorthless(SqliteConnection connection, VisibleRows rows, CancellationToken cancellationToken)
    {
        IndexView view;
        using (connection.BeginTransaction(deferred: true))
        {
            view = Current(rows);
            var count = view.Graph.Count;
            var waiting = rows.CountAfter(view.Applied);
            if (waiting < count * MostStaleShare || rows.Count() - waiting > RowsAtOnce || StaleShareOf(rows, view) < WorthlessShare)
                return;
        }

        if (!_publisher.IsPostponed(view) && _publisher.IsAllowed(view))
            Rebuild(connection, rows, view, progress: null, cancellationToken, upTo: view.Applied);
    }

    /// <summary>For a database that only one connection can reach: puts its rows into the graph, between transactions.</summary>
    /// <param name="rows">What the connection sees.</param>
    /// <param name="atLeast">How many rows must wait.</param>
    /// <param name="scans">How many searches compare the rows that wait before they are put into the graph.</param>
    /// <returns>Whether there is more in memory now, and the connection sees it. No label is taken up twice, so whoever asks again is told no in the end.</returns>
    public bool DrainInline(VisibleRows rows, int atLeast, int scans = 0)
    {
        if (rows.InTransaction)
            return false;
        using (index.Turns.Take())
        {
            if (index.View is not { } view)
                return false;
            if (PendingRows.Count(rows, view.Applied, atLeast) < atLeast ? index.IsCalibrated(view) : _scans++ < scans)
                return false;
            _scans = 0;
            var next = CatchUp(connection: null, rows, CancellationToken.None); // no transaction: the only connection is in the middle of a search
            if (StaleShareOf(rows, next) > MostStaleShare)
                RebuildInMemory(connection: null, rows, next, CancellationToken.None);
            return next.Applied > view.Applied && next.IsCurrent(rows);
        }
    }

    /// <summary>Builds a new graph from the database and puts it in the place of the old one.</summary>
    public void Rebuild(IProgress<long>? progress, CancellationToken cancellationToken) => index.Turns.Run(() => RebuildAlone(progress, cancellationToken), cancellationToken);

    private void RebuildAlone(IProgress<long>? progress, CancellationToken cancellationToken)
    {
        using var connection = index.Database.OpenConnection();
        if (!index.Database.IsWritable)
            throw new IOException($"The index '{Definition.Name}' was not built anew: the database is open for reading only. It stays as it was.");
        using var rows = new VisibleRows(connection, Definition);
        _publisher.NameSnapshot(connection, rows);
        ForgetDangling(connection, rows);
        var old = CatchUp(connection, rows, cancellationToken);
        if (!index.Database.TryLock())
            throw new IOException($"The index '{Definition.Name}' was not built anew: another process writes its files, and keeps it up to date. It stays as it was.");
        if (!Rebuild(connection, rows, old, progress, cancellationToken))
            throw new IOException($"The index '{Definition.Name}' was not replaced, because its new file could not be written or published: an event of the context says why. It stays as it was.");
    }

    /// <summary>Does what it was woken for. Throws nothing.</summary>
    public void RunInBackground()
    {
        Volatile.Write(ref _background, Working);
        IndexEvents.InBackground(DrainInBackground);
        index.Database.UnloadLater(); // the last context may be long gone
        if (Interlocked.CompareExchange(ref _background, Asleep, Working) != Working)
            index.Database.Threads.TryAdd(this); // behind the others that wait
    }

    private void DrainInBackground()
    {
        try
        {
            Drain(publish: false, index.Turns.Interrupted);
        }
        catch (OperationCanceledException)
        {
            // The database was deleted.
        }
        catch (Exception) when (!File.Exists(index.Database.Path))
        {
            // The database was deleted: there is nothing left to index.
        }
        catch (Exception e)
        {
            if (Interlocked.Exchange(ref _failure, e.Message) != e.Message)
                index.Database.Events.IndexingFailed(Definition.Name, e);
        }
    }

    // Those that there are when it begins, and more while nobody waits: where rows come faster than they are indexed, he would never go on.
    private IndexView CatchUp(SqliteConnection? connection, VisibleRows rows, CancellationToken cancellationToken, bool goesOn = false)
    {
        IndexView? view = null;
        var last = rows.ReadState(0).LastLabel;
        _publisher.Begin();
        while (true)
        {
            if (connection is not null && view is not null)
                view = _publisher.WriteBetween(connection, rows, view);
            try
            {
                IndexView? next;
                using (connection?.BeginTransaction(deferred: true)) // so that a backup that is restored meanwhile is seen as a whole or not at all
                {
                    view ??= Current(rows); // once: other processes may publish faster than this one reads
                    next = ReadOn(rows, view, last, cancellationToken);
                }

                if (next is null && index.IsCalibrated(view))
                {
                    var newest = rows.ReadState(0).LastLabel;
                    if (newest == last || !goesOn || index.Turns.AreAwaited)
                        return view;
                    last = newest;
                    continue;
                }

                cancellationToken.ThrowIfCancellationRequested();
                view = next is null ? Calibrate(view) : TakeUp(view, next, cancellationToken);
            }
            catch (SnapshotFormatException e)
            {
                index.Reject(view!, e); // the next view starts from the database: no damaged file is read twice
                view = null;
            }
            catch (ObjectDisposedException) when (view is not null && index.View?.Graph != view.Graph)
            {
                view = null; // a search found the file damaged
            }
        }
    }

    /// <summary>What is in memory, if it is what the database names now; else that.</summary>
    private IndexView Current(VisibleRows rows)
    {
        while (true)
        {
            var (view, seen) = index.Load(rows);
            if (view.IsCurrent(rows))
                return view;
            // Another process published, a backup was restored, or the file is another database now: what is in memory continues something else.
            var opened = index.Open(seen);
            var replaced = index.TryReplace(view, opened);
            (replaced ? view : opened).Graph.Dispose();
            if (!replaced)
                continue;
            _publisher.HasLetGo();
            return opened;
        }
    }

    /// <returns>The view with the pending rows in its graph; <see langword="null"/> when it was let go of meanwhile.</returns>
    private IndexView? TakeUp(IndexView view, IndexView next, CancellationToken cancellationToken)
    {
        if (!index.TryReplace(view, next))
            return null;
        next.Pending.AddTo(next.Graph, null, cancellationToken);
        var applied = next.WithPendingApplied();
        return index.TryReplace(next, applied) ? applied : null;
    }

    /// <summary>Calibrates the graph for the recall that is asked for here.</summary>
    /// <returns>The view that says so; <see langword="null"/> when it was let go of meanwhile.</returns>
    private IndexView? Calibrate(IndexView view)
    {
        view.Graph.Calibrate(index.TargetRecall);
        var calibrated = view with { IsRecalibrated = true };
        return index.TryReplace(view, calibrated) ? calibrated : null;
    }

    /// <summary>The view with the next block of rows pending; <see langword="null"/> when there are no more.</summary>
    private IndexView? Read(VisibleRows rows, IndexView view, long upTo, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var skipped = new List<(long Label, string Problem)>();
        if (PendingRows.Next(rows, view.Graph, view.Applied, RowsAtOnce, skipped, upTo) is not { } pending)
            return null;
        var others = Skipped.RemoveAll(label => view.Applied < label && label <= pending.Read[^1].Label); // those were read again now
        if (skipped.Count > 0)
        {
            others = others.RemoveAll(label => !rows.Sees(label)).AddRange(skipped.Select(s => s.Label)); // or they would be more with every change
            index.Database.Events.VectorsSkipped(Definition.Name, skipped);
        }

        Skipped = others;
        return view.WithPending(pending, rows.ReadState(0).LastHandedOut);
    }

    /// <summary>The same, unless the database goes on from another view by now: nobody will publish this one.</summary>
    private IndexView? ReadOn(VisibleRows rows, IndexView view, long upTo, CancellationToken cancellationToken)
        => view.IsCurrent(rows) ? Read(rows, view, upTo, cancellationToken) : null;

    /// <summary>Which share of the graph are rows that were changed or deleted; none where they are few. SQLite counts the ledger for it.</summary>
    private static double StaleShareOf(VisibleRows rows, IndexView view)
        => view.Graph.Count > StaleRows && view.Graph.Count - rows.Count() + rows.CountAfter(view.Applied) is var stale && stale > StaleRows ? stale / (double)view.Graph.Count : 0;

    private bool Rebuild(SqliteConnection connection, VisibleRows rows, IndexView old, IProgress<long>? progress, CancellationToken cancellationToken, long? upTo = null)
    {
        IsRebuilding = true;
        try
        {
            var view = ReadAnew(connection, rows, old, progress, maps: true, cancellationToken, upTo);

            // The new graph lacks rows that older transactions still see, so only those that see its token may search it.
            var published = _publisher.Publish(connection, rows, view, old);
            (published is null ? view : old).Graph.Dispose();
            if (published is null)
                return false;
            _publisher.DeleteLeftovers(connection, rows); // the old graph's file, where it could not be deleted while it was mapped
            OmenDbTelemetry.Rebuilds.Add(1, OmenDbTelemetry.Index(Definition.Name), OmenDbTelemetry.Database(index.Database.Path));
            return true;
        }
        finally
        {
            IsRebuilding = false;
        }
    }

    /// <summary>The same in memory only.</summary>
    private void RebuildInMemory(SqliteConnection? connection, VisibleRows rows, IndexView old, CancellationToken cancellationToken)
    {
        var view = ReadAnew(connection, rows, old, progress: null, maps: false, cancellationToken);
        (index.TryReplace(old, view) ? old : view).Graph.Dispose();
    }

    /// <summary>A graph of the rows that there are now.</summary>
    private IndexView ReadAnew(SqliteConnection? connection, VisibleRows rows, IndexView old, IProgress<long>? progress, bool maps, CancellationToken cancellationToken, long? upTo = null)
    {
        var last = upTo ?? rows.ReadState(0).LastLabel;
        var view = IndexView.Start(index.CreateGraph(), LedgerState.Unknown with { Token = old.Token });
        try
        {
            while (ReadBlock() is { } next)
            {
                var step = progress is null ? null : new RebuildProgress(progress, view.Graph.Count);
                next.Pending.AddTo(view.Graph, step, cancellationToken);
                view = next.WithPendingApplied();
                if (maps)
                    view = _publisher.MapUnpublished(view, old);
            }

            return view;
        }
        catch
        {
            view.Graph.Dispose();
            throw;
        }

        IndexView? ReadBlock()
        {
            using var transaction = connection?.BeginTransaction(deferred: true);
            return ReadOn(rows, view, last, cancellationToken);
        }
    }

    /// <summary>Deletes labels whose row is gone: REPLACE removes rows for the sake of another unique column than the key, and fires no trigger then.</summary>
    private void ForgetDangling(SqliteConnection connection, VisibleRows rows)
    {
        if (rows.CountDangling() == 0)
            return;
        using var command = connection.CreateCommand();
        command.CommandText = Definition.Sql.DeleteDangling;
        command.ExecuteNonQuery();
    }
}
