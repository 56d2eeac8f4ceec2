using System.Collections.Immutable;
using System.Runtime.InteropServices;
using OmenDb.DiskAnn;
using OmenDb.EFCore.Sqlite.Interop;
using OmenDb.EFCore.Sqlite.Metadata.Internal;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>One vector index of one database, as this process holds it: searched from any thread, kept in step by its <see cref="Indexer"/>.</summary>
internal sealed class LiveIndex
{
    // In a database of one connection, rows are put into the graph by searches once there are this many, and as many searches have compared them as take about as long.
    // So a connection that is opened for one search alone does not build a graph for it.
    private const int InlineBatch = 2_000;
    private const int InlineScans = 50;

    // A search that sees a commit waits so long for the view that belongs to it; SQLite may write its log into the database meanwhile.
    private static readonly TimeSpan MostWaiting = TimeSpan.FromMilliseconds(50);
    private const int MostLeft = 8;

    private readonly Lock _loading = new();
    private volatile IndexView? _view;
    private volatile IndexView? _publishing;
    private ImmutableArray<Guid> _left = []; // tokens that are not to be followed: this index comes from them, or could not open their files
    private Guid _rejected;
    private int _users;
    private double _targetRecall;
    private long _schema = -1; // that had the triggers
    private volatile bool _isChecked;

    public LiveIndex(VectorDatabase database, VectorIndexDefinition definition)
    {
        Database = database;
        Definition = definition;
        _targetRecall = definition.TargetRecall;
        Indexer = new Indexer(this);
        Keys = new LedgerKeys(this);
    }

    public VectorDatabase Database { get; }

    public VectorIndexDefinition Definition { get; }

    public Indexer Indexer { get; }

    public Turns Turns { get; } = new();

    /// <summary>Contexts that search it.</summary>
    public int Users => Volatile.Read(ref _users);

    public LedgerKeys Keys { get; }

    /// <summary>Whether the triggers were looked at since the database was created or opened. Whoever sees that they were knows how the application has opened it, too.</summary>
    public bool IsChecked
    {
        get => _isChecked;
        set => _isChecked = value;
    }

    /// <summary>The highest recall that a context of this process has asked for: contexts share the index, and each is kept its promise.</summary>
    public double TargetRecall => Volatile.Read(ref _targetRecall);

    /// <summary>What is in memory; <see langword="null"/> until the first use.</summary>
    public IndexView? View => _view;

    public void AddUser() => Interlocked.Increment(ref _users);

    public void RemoveUser() => Interlocked.Decrement(ref _users);

    /// <summary>Takes on another context's recall.</summary>
    public void Promise(double recall)
    {
        for (var other = TargetRecall; recall > other; other = TargetRecall)
        {
            if (Interlocked.CompareExchange(ref _targetRecall, recall, other) == other)
                Indexer.Wake();
        }
    }

    /// <summary>
    /// Throws where the triggers are gone since they were checked: a tool may have rebuilt the table, and rows that were written since have no label. And where the database was migrated to
    /// other vectors, which this model would not find.
    /// </summary>
    /// <param name="rows">What the searching connection sees.</param>
    /// <param name="schema">The version of the schema that it sees.</param>
    public void RequireTriggers(VisibleRows rows, long schema)
    {
        if (schema == Volatile.Read(ref _schema))
            return;
        if (Database.IsWritable && !rows.HasTriggers())
        {
            IsChecked = false;
            throw new InvalidOperationException(
                $"the triggers on '{Definition.Table}' that tell the index '{Definition.DisplayName}' of changes are gone, as when a tool rebuilds a table: rows that were written since would be missing. "
                + "The next command outside a transaction creates them again: run the query again");
        }

        if (rows.ReadOtherDeclaration() is { } declared)
        {
            if (rows.HasOtherVector())
            {
                throw new InvalidOperationException(
                    $"the database has vectors of {Describe(declared)} for '{Definition.DisplayName}', and this model says {Describe(Definition.Declaration)}: another version of the application has migrated it, and a search by this one would not find its rows. "
                    + "Restart with the model that the database was migrated to, or migrate it to this one");
            }

            return; // there may be such a vector at the next search
        }

        if (!rows.InTransaction)
            Volatile.Write(ref _schema, schema); // a transaction that is rolled back gives its version to another schema
    }

    private static string Describe(VectorIndexDeclaration vectors) => $"{vectors.Dimensions:N0} {(vectors.IsHalf ? "16-bit" : "32-bit")} floats";

    public SearchCursor Search(ReadOnlySpan<byte> queryBytes, LabelSet? allowed, VisibleRows rows, int expected)
    {
        var query = MemoryMarshal.Cast<byte, float>(queryBytes);
        if (Definition.Problem(query) is { } problem)
            throw new ArgumentException($"the query for '{Definition.DisplayName}' was refused: {problem}");
        while (true)
        {
            var (loaded, seen) = Load(rows);
            if (Database.Path is null && Indexer.DrainInline(rows, InlineBatch, InlineScans))
                continue;
            if (loaded.For(seen) is not { } view)
            {
                // A transaction older than the last rebuild, or a snapshot that another process has just published.
                Indexer.Wake();
                return new SearchCursor(null, 0, ExactScan.Run(rows, query, allowed, view: null, seen, graph: null, expected));
            }

            try
            {
                return Search(view, query, allowed, rows, expected, seen, damage => Reject(loaded, damage));
            }
            catch (ObjectDisposedException) when (!ReferenceEquals(loaded, View))
            {
                // Replaced meanwhile: search its successor.
            }
            catch (SnapshotFormatException e)
            {
                Reject(loaded, e);
            }
        }
    }

    private SearchCursor Search(IndexView view, ReadOnlySpan<float> query, LabelSet? allowed, VisibleRows rows, int expected, LedgerState seen, Action<SnapshotFormatException> damaged)
    {
        var ranking = view.Graph.Storage == IndexStorage.Compact ? new Ranking(rows, query.ToArray()) : null;
        var stream = view.Graph.Count == 0
            ? null
            : view.Graph.Stream(query, new SearchOptions { Allowed = allowed, Expected = ranking is null ? expected : Ranking.WithSpare(expected) });
        try
        {
            var scan = ExactScan.Run(rows, query, allowed, view, seen, stream, expected);
            if (scan is not null && !rows.InTransaction)
                Indexer.Wake(); // another process has committed rows
            return stream is null ? new SearchCursor(null, 0, scan) : new SearchCursor(stream, view.Applied, scan, ranking, damaged);
        }
        catch
        {
            stream?.Dispose();
            throw;
        }
    }

    /// <summary>What is in memory (when nothing is, the snapshot that the database names is mapped), and what the connection sees of the ledger.</summary>
    public (IndexView View, LedgerState Seen) Load(VisibleRows rows)
    {
        while (true)
        {
            if (_view is { } loaded)
            {
                var state = rows.ReadState(loaded.Buffered);
                if (state.Token == loaded.Token || !TryFollow(loaded, state, rows))
                    return (loaded, state);
                continue;
            }

            var seen = rows.ReadState(0);
            bool isCalibrated;
            lock (_loading)
            {
                _view ??= Open(seen);
                isCalibrated = IsCalibrated(_view);
            }

            if (!isCalibrated || Database.Snapshots?.HasOthers(Definition, seen.Token) == true)
                Indexer.Wake(); // to calibrate, or to delete what a killed process left
        }
    }

    /// <summary>Reads from what is in memory; again, if that was replaced meanwhile.</summary>
    public T Read<T>(VisibleRows rows, Func<IndexView, LedgerState, T> read)
    {
        while (true)
        {
            var (view, seen) = Load(rows);
            try
            {
                return read(view, seen);
            }
            catch (ObjectDisposedException) when (!ReferenceEquals(view, View))
            {
                // Replaced meanwhile.
            }
        }
    }

    /// <summary>Puts a view in the place of another, unless that was let go of meanwhile: a search may find its file damaged at any time.</summary>
    public bool TryReplace(IndexView current, IndexView next)
    {
        lock (_loading)
        {
            if (!ReferenceEquals(_view, current))
                return false;
            Leave(current.Token, next);
            _view = next;
            return true;
        }
    }

    /// <summary>Commits the publication of a view, and puts it in the place of another as above. Searches that see the commit wait for it, so that they need not compare every row.</summary>
    public bool TryPublish(IndexView current, IndexView next, Action commit)
    {
        _publishing = next;
        try
        {
            commit();
            return TryReplace(current, next);
        }
        finally
        {
            _publishing = null;
        }
    }

    /// <summary>Maps the file that another process has published, in the place of what is in memory: the indexer may be in the middle of a block, and until it knows, every row would be compared.</summary>
    private bool TryFollow(IndexView loaded, LedgerState seen, VisibleRows rows)
    {
        if (!SpinWait.SpinUntil(() => _publishing?.Token != seen.Token, MostWaiting))
            return false;
        if (!ReferenceEquals(_view, loaded))
            return true;
        if (loaded.Tokens.Contains(seen.Token) || seen.Applied == 0 || rows.InTransaction || Database.Snapshots?.Contains(Definition, seen.Token) != true)
            return false;
        lock (_loading)
        {
            if (!ReferenceEquals(_view, loaded))
                return true;
            if (seen.Token == _rejected || _left.Contains(seen.Token))
                return false; // a statement may be older than what is in memory
            var opened = Open(seen);
            if (opened.HasLostFile)
            {
                opened.Graph.Dispose();
                Leave(seen.Token, loaded);
                return false;
            }

            Leave(loaded.Token, opened);
            _view = opened;
        }

        loaded.Graph.Dispose();
        Indexer.HasLetGo();
        Indexer.Wake();
        return true;
    }

    private void Leave(Guid token, IndexView view)
    {
        if (!view.Tokens.Contains(token) && !_left.Contains(token))
            _left = [token, .. _left.Take(MostLeft - 1)];
    }

    /// <summary>Whether a graph is calibrated for the recall that this process asks for: a file may have been written for another.</summary>
    public bool IsCalibrated(IndexView view) => view.Graph.TargetRecall == TargetRecall;

    /// <summary>Maps the snapshot that the database names, or starts empty: the indexer then reads every row again.</summary>
    public IndexView Open(LedgerState seen)
    {
        var empty = seen with { Applied = 0 };
        if (seen.Applied == 0 || Database.Snapshots is not { } snapshots)
            return IndexView.Start(CreateGraph(), empty);
        if (seen.Token == _rejected)
            return WithoutFile();
        try
        {
            var graph = snapshots.Open(Definition, seen.Token);
            if (graph.Stamp == seen.Token && graph.Dimensions == Definition.Dimensions && graph.Metric == (DistanceMetric)Definition.Metric && graph.Storage == (IndexStorage)Definition.Storage)
                return IndexView.Start(graph, seen);
            var other = $"it is snapshot {graph.Stamp:N} of {graph.Dimensions:N0} dimensions by {graph.Metric} ({graph.Storage}), not {seen.Token:N} of {Definition.Dimensions:N0} by {Definition.Metric} ({Definition.Storage}).";
            var isAnother = graph.Stamp != seen.Token;
            graph.Dispose();
            Reject(seen.Token, other, isSetAside: isAnother); // one that was written for another model stays until a new one takes its place
        }
        catch (SnapshotFormatException e)
        {
            Reject(seen.Token, e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It may be whole, and others may be able to read it: it stays.
            Database.Events.SnapshotRejected(Definition.Name, snapshots.FileOf(Definition, seen.Token), e.Message);
        }

        return WithoutFile();

        IndexView WithoutFile() => IndexView.Start(CreateGraph(), empty) with { HasLostFile = true };
    }

    /// <summary>Lets go of a graph whose file turned out to be damaged. The next use starts anew from the database.</summary>
    public void Reject(IndexView view, SnapshotFormatException damage)
    {
        lock (_loading)
        {
            if (_view?.Graph != view.Graph)
                return;
            _view = null;
            _rejected = view.Token;
        }

        view.Graph.Dispose();
        Reject(view.Token, damage.Message);
        Indexer.Wake();
    }

    public VamanaIndex CreateGraph()
        => VamanaIndex.Create(new VamanaOptions
        {
            Dimensions = Definition.Dimensions,
            Metric = (DistanceMetric)Definition.Metric,
            Storage = (IndexStorage)Definition.Storage,
            TargetRecall = TargetRecall,
        });

    public void Wake() => Indexer.Wake();

    /// <summary>Lets go of memory and mapping; the next use maps the snapshot again.</summary>
    public void Unload() => Turns.Run(Release);

    /// <summary>Deletes the database and lets go of all that is known of it. Indexing is stopped first, and has closed the file by then.</summary>
    public void Forget(Action deleteDatabase) => Turns.Interrupt(() =>
    {
        deleteDatabase();
        IsChecked = false; // after the deletion, which opened the database and checked the triggers once more
        Release();
    });

    private void Reject(Guid token, string reason, bool isSetAside = true)
    {
        if (Database.Snapshots is not { } snapshots)
            return;
        _rejected = token; // where the file is not moved away, it is not read again
        Database.Events.SnapshotRejected(Definition.Name, snapshots.FileOf(Definition, token), reason);
        if (isSetAside && Database.IsWritable)
            snapshots.SetAside(Definition, token);
    }

    private void Release()
    {
        lock (_loading)
        {
            var view = _view;
            _view = null;
            view?.Graph.Dispose();
            Keys.Forget();
        }
    }
}
