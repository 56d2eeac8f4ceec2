using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using OmenDb.DiskAnn.Storage;
using OmenDb.EFCore.Sqlite.Metadata.Internal;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>The vector indexes of one database file, or of one database in memory.</summary>
[SuppressMessage("Design", "CA1001", Justification = "It lives as long as the process, or as its connection, and lets go of what it holds when nobody uses it.")]
internal sealed class VectorDatabase
{
    private static readonly TimeSpan IdleBeforeUnload = TimeSpan.FromSeconds(60);
    private readonly ConcurrentDictionary<string, LiveIndex> _indexes = new();
    private readonly ITimer _unload;
    private int _users;
    private string? _connectionString;

    /// <param name="path">The file; <see langword="null"/> for a database that only one connection can reach.</param>
    /// <param name="files">Where its snapshots are.</param>
    /// <param name="clock">Measures what searches take, for those to come, and how long nobody has used the database.</param>
    /// <param name="threads">Where its indexes are brought up to date.</param>
    public VectorDatabase(string? path, FileSystem files, TimeProvider clock, BackgroundThreads threads)
    {
        Path = path;
        Snapshots = path is null ? null : new SnapshotDirectory(path, files);
        Clock = clock;
        Threads = threads;
        // The timer would keep what belongs to the request that is the first to open the database.
        using AsyncFlowControl? apart = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
        _unload = clock.CreateTimer(static state => ((VectorDatabase)state!).UnloadIfIdle(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public string? Path { get; }

    public SnapshotDirectory? Snapshots { get; }

    public IndexEvents Events { get; } = new();

    public TimeProvider Clock { get; }

    public BackgroundThreads Threads { get; }

    /// <summary>Whether somebody has opened the database to write: otherwise nothing here does.</summary>
    public bool IsWritable { get; private set; }

    public IEnumerable<LiveIndex> Indexes => _indexes.Values;

    public LiveIndex Get(string name)
        => _indexes.TryGetValue(name, out var index)
            ? index
            : throw new ArgumentException($"this connection knows no vector index '{name}'");

    /// <summary>Takes note of a connection that the application has opened: the indexer opens its own in the same way.</summary>
    public void Meet(SqliteConnection connection, bool isWritable)
    {
        if (isWritable || !IsWritable)
            _connectionString = connection.ConnectionString;
        if (!isWritable || IsWritable)
            return;
        IsWritable = true;
        Recheck(); // whoever checked the triggers could not repair them
    }

    /// <summary>Has the triggers of each index looked at again before its next use.</summary>
    public void Recheck()
    {
        foreach (var index in _indexes.Values)
            index.IsChecked = false;
    }

    public LiveIndex Attach(VectorIndexDefinition definition)
    {
        var index = _indexes.AddOrUpdate(
            definition.Name,
            static (_, arg) => new LiveIndex(arg.Database, arg.Definition),
            static (_, existing, arg) => existing.Definition.IsSameAs(arg.Definition) ? existing : new LiveIndex(arg.Database, arg.Definition),
            (Database: this, Definition: definition));
        index.Promise(definition.TargetRecall);
        return index;
    }

    /// <summary>The index that answers a context's searches: the one that it has, unless another context has declared the same column differently and put its own in the place.</summary>
    /// <returns>The context's index, or a new one, once the other context's is not used any more.</returns>
    /// <exception cref="InvalidOperationException">The other context's index is in use, and would answer this one's searches.</exception>
    public LiveIndex Current(LiveIndex index)
    {
        var current = Get(index.Definition.Name);
        if (current == index)
            return index;
        if (current.Users == 0 || current.Definition.IsSameAs(index.Definition))
            return Attach(index.Definition);
        throw new InvalidOperationException(
            $"The vector index '{index.Definition.DisplayName}' of this context is {Describe(index.Definition)}, and another context that uses the database declares it as {Describe(current.Definition)}. A database has one index for a column: declare it alike, or dispose one context before the other is used.");

        static string Describe(VectorIndexDefinition definition) => $"'{definition.Name}' of {definition.Dimensions:N0} dimensions by {definition.Metric} ({definition.Storage})";
    }

    public void Wake()
    {
        foreach (var index in _indexes.Values)
            index.Wake();
    }

    /// <summary>A connection of the indexer's own, which sees committed rows only and is closed after use: an open one would keep the file from being deleted.</summary>
    public SqliteConnection OpenConnection()
    {
        var source = new SqliteConnectionStringBuilder(_connectionString)
        {
            Pooling = false,
            Cache = SqliteCacheMode.Default,
            DefaultTimeout = 30,
            Mode = IsWritable ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadOnly,
        };
        var options = source.DataSource.StartsWith("file:", StringComparison.Ordinal) ? source.DataSource.IndexOf('?', StringComparison.Ordinal) : -1;
        source.DataSource = options < 0 ? Path : $"file:{Uri.EscapeDataString(Path!).Replace("%2F", "/", StringComparison.Ordinal)}{source.DataSource[options..]}";
        var connection = new SqliteConnection(source.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>Whether this process may publish: unless another one does. A database may have been moved here, with its folder, from where this process had opened it.</summary>
    /// <exception cref="IOException">The folder cannot be made or written.</exception>
    /// <exception cref="UnauthorizedAccessException">This process may not write there.</exception>
    public bool TryLock()
    {
        if (Snapshots!.TryLock())
            return true;
        foreach (var other in IndexRegistry.All)
            other.Snapshots!.LetGoOfMoved();
        return Snapshots.TryLock();
    }

    public void AddUser()
    {
        Interlocked.Increment(ref _users);
        _unload.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void RemoveUser()
    {
        Interlocked.Decrement(ref _users);
        UnloadLater();
    }

    /// <summary>Has the indexes let go of after a while in which nobody uses them: said again after whatever may have loaded one. Those of a database in memory have no file to come back from.</summary>
    public void UnloadLater()
    {
        if (Path is not null && Volatile.Read(ref _users) == 0)
            _unload.Change(IdleBeforeUnload, Timeout.InfiniteTimeSpan); // where somebody comes meanwhile, the timer rings in vain
    }

    /// <summary>Deletes the database while nothing here has it open, forgets its indexes and deletes their files.</summary>
    public void Delete(Action deleteDatabase)
    {
        _indexes.Values.Aggregate(deleteDatabase, static (delete, index) => () => index.Forget(delete))();
        Snapshots?.Delete();
    }

    // Not while one is brought up to date: its file may be being written, under the lock. Whoever does that has this called again.
    private void UnloadIfIdle()
        => _indexes.Values.Aggregate<LiveIndex, Action>(Unload, static (unload, index) => () => index.Turns.TryRun(unload))();

    private void Unload()
    {
        if (Volatile.Read(ref _users) != 0)
            return;
        foreach (var index in _indexes.Values)
            index.Unload();
        Snapshots?.Dispose();
    }
}
