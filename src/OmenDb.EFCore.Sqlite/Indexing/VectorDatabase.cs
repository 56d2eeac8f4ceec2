using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using OmenDb.DiskAnn.Storage;
using OmenDb.EFCore.Sqlite.Metadata.Internal;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>The vector indexes of one database file, or of one database in memory.</summary>
internal sealed class VectorDatabase : IDisposable
{
    private static readonly TimeSpan IdleBeforeUnload = TimeSpan.FromSeconds(60);
    private readonly ConcurrentDictionary<string, LiveIndex> _indexes = new();
    private readonly Timer _unload;
    private int _users;

    /// <param name="path">The file; <see langword="null"/> for a database that only one connection can reach.</param>
    /// <param name="files">Where its snapshots are.</param>
    public VectorDatabase(string? path, FileSystem files)
    {
        Path = path;
        Snapshots = path is null ? null : new SnapshotDirectory(path, files);
        _unload = new Timer(static state => ((VectorDatabase)state!).UnloadIfIdle(), this, Timeout.Infinite, Timeout.Infinite);
    }

    public string? Path { get; }

    public SnapshotDirectory? Snapshots { get; }

    public IndexEvents Events { get; } = new();

    /// <summary>Measures what searches take, for those to come.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>Whether the triggers were looked at since the database was created or opened.</summary>
    public bool IsChecked { get; set; }

    public IEnumerable<LiveIndex> Indexes => _indexes.Values;

    public LiveIndex Get(string name)
        => _indexes.TryGetValue(name, out var index)
            ? index
            : throw new ArgumentException($"this connection knows no vector index '{name}'");

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

    public void Wake()
    {
        foreach (var index in _indexes.Values)
            index.Wake();
    }

    /// <summary>A connection of the indexer's own, which sees committed rows only and is closed after use: an open one would keep the file from being deleted.</summary>
    public SqliteConnection OpenConnection()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false, Mode = SqliteOpenMode.ReadWrite }.ToString());
        connection.Open();
        return connection;
    }

    public void AddUser()
    {
        Interlocked.Increment(ref _users);
        _unload.Change(Timeout.Infinite, Timeout.Infinite);
    }

    public void RemoveUser()
    {
        if (Interlocked.Decrement(ref _users) == 0)
            _unload.Change(IdleBeforeUnload, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The database was deleted: forgets its indexes and deletes their files.</summary>
    public void Forget()
    {
        IsChecked = false;
        foreach (var index in _indexes.Values)
            index.Forget();
        Snapshots?.Delete();
    }

    public void Dispose()
    {
        _unload.Dispose();
        Snapshots?.Dispose();
    }

    private void UnloadIfIdle()
    {
        if (Volatile.Read(ref _users) != 0)
            return;
        foreach (var index in _indexes.Values)
            index.Unload();
        Snapshots?.Dispose();
    }
}
