using System.Data;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using OmenDb.DiskAnn.Storage;
using OmenDb.EFCore.Infrastructure.Internal;
using OmenDb.EFCore.Sqlite.Indexing;
using OmenDb.EFCore.Sqlite.Interop;
using OmenDb.EFCore.Sqlite.Metadata.Internal;
using SQLitePCL;

namespace OmenDb.EFCore.Sqlite.Infrastructure.Internal;

/// <summary>One context's way to the vector indexes of its database. While it lives, they stay in memory.</summary>
internal sealed class SqliteVectorStore(
    ICurrentDbContext currentContext,
    IDiagnosticsLogger<DbLoggerCategory.Infrastructure> logger) : IVectorStore, IResettableService, IDisposable
{
    private const int BusyMilliseconds = 1_000;
    private static readonly ConditionalWeakTable<sqlite3, NearestSession> Sessions = [];
    private sqlite3? _attached;
    private VectorDatabase? _database;
    private LiveIndex[] _indexes = [];

    /// <summary>
    /// Whether nobody looks at the triggers: while the context migrates its database, which has those of neither model meanwhile, or deletes it, though it be damaged. Those of all models are looked at afterwards: SQL in a migration may have rebuilt a table.
    /// </summary>
    public bool IsUnchecked
    {
        get;
        set
        {
            field = value;
            if (!value)
                _database?.Recheck();
        }
    }

    private DbContext Context => currentContext.Context;

    private SqliteVectorModel Model => field ??= SqliteVectorModel.For(Context.Model);

    /// <summary>The store of a context that has vectors in its model.</summary>
    public static SqliteVectorStore? Of(DbContext context)
    {
        var store = ((IInfrastructure<IServiceProvider>)context).Instance.GetService<SqliteVectorStore>();
        return store is { Model.HasVectors: true } ? store : null;
    }

    /// <summary>Makes an open connection ready for vectors. Cheap when it is already.</summary>
    public void Attach(SqliteConnection connection)
    {
        var handle = connection.Handle!;
        if (ReferenceEquals(handle, _attached) && IsReady())
            return;
        lock (Sessions)
        {
            if (!Sessions.TryGetValue(handle, out var session))
            {
                var native = handle.DangerousGetHandle();
                var file = raw.sqlite3_db_filename(handle, "main").utf8_to_string();
                var database = string.IsNullOrEmpty(file) ? new VectorDatabase(null, FileSystem.Default, TimeProvider.System, BackgroundThreads.Default) : IndexRegistry.Get(file);
                session = new NearestSession(native, database, IsShared(connection));
                VectorFunctions.Register(native, session);
                NearestModule.Register(native, session);
                WaitForReaders(connection);
                Sessions.Add(handle, session);
                session.Database.Meet(connection, isWritable: raw.sqlite3_db_readonly(handle, "main") == 0);
            }

            Use(session.Database);
        }

        _attached = handle;
        if (!IsReady() && !IsUnchecked && raw.sqlite3_get_autocommit(handle) != 0)
            TriggerCheck.Run(connection, _indexes);
    }

    public void Wake() => _database?.Wake();

    /// <summary>Deletes the files of indexes that migrations have dropped or renamed: a model without vectors has no indexer that would. Nothing, inside a transaction that may be rolled back.</summary>
    public void DeleteForgottenFiles()
    {
        try
        {
            Context.Database.OpenConnection();
            try
            {
                if (Context.Database.GetDbConnection() is not SqliteConnection connection)
                    return;
                var file = raw.sqlite3_db_filename(connection.Handle, "main").utf8_to_string();
                if (!string.IsNullOrEmpty(file) && raw.sqlite3_db_readonly(connection.Handle, "main") == 0 && raw.sqlite3_get_autocommit(connection.Handle) != 0)
                    IndexRegistry.Get(file).Snapshots!.DeleteForgotten(() => NamedIndexes.Read(connection));
            }
            finally
            {
                Context.Database.CloseConnection();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SqliteException)
        {
            // The folder cannot be written, or somebody has the database for himself. The migration is done.
        }
    }

    /// <summary>The database was deleted.</summary>
    public void Forget() => _attached = null;

    public IVectorIndex GetIndex(IProperty vector)
    {
        var definition = Model.Indexes[vector].Definition;
        return new SqliteVectorIndex(Context, () =>
        {
            Attach(SqliteVectorConnection.Of(Context));
            return _database!.Get(definition.Name);
        });
    }

    public IEntityBatch BeginBatch(IEntityType entityType, bool isHeld, IProgress<long>? progress)
    {
        RequireConnection();
        return new BatchInsert(Context, entityType, isHeld, progress);
    }

    public void RequireConnection() => SqliteVectorConnection.Of(Context);

    public bool IsInTransaction
        => Context.Database.GetDbConnection() is SqliteConnection { State: ConnectionState.Open } connection && raw.sqlite3_get_autocommit(connection.Handle) == 0;

    public void Dispose() => Use(null);

    /// <summary>Back in its pool, a context uses no database.</summary>
    public void ResetState()
    {
        Use(null);
        _attached = null;
    }

    public Task ResetStateAsync(CancellationToken cancellationToken = default)
    {
        ResetState();
        return Task.CompletedTask;
    }

    // A commit waits for readers, such as the indexer, where the journal is no write-ahead log: nobody else would try a commit again that SQLite makes by itself, outside a transaction.
    // An application's own patience stays.
    private static void WaitForReaders(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout";
        if (command.ExecuteScalar() is 0L)
            raw.sqlite3_busy_timeout(connection.Handle!, BusyMilliseconds);
    }

    private static bool IsShared(SqliteConnection connection)
    {
        var source = new SqliteConnectionStringBuilder(connection.ConnectionString);
        return source.Cache == SqliteCacheMode.Shared || source.DataSource.Contains("cache=shared", StringComparison.OrdinalIgnoreCase);
    }

    // Whether the triggers of all indexes were checked. Takes up the indexes as they are now: another context may have replaced one, and be gone.
    private bool IsReady()
    {
        var isChecked = true;
        for (var i = 0; i < _indexes.Length; i++)
        {
            if (_database!.Current(_indexes[i]) is var current && current != _indexes[i])
            {
                current.AddUser();
                _indexes[i].RemoveUser();
                _indexes[i] = current;
            }

            isChecked &= _indexes[i].IsChecked;
        }

        return isChecked;
    }

    private void Release()
    {
        foreach (var index in _indexes)
            index.RemoveUser();
        _indexes = [];
    }

    private void Use(VectorDatabase? database)
    {
        if (!ReferenceEquals(database, _database))
        {
            Release();
            _database?.RemoveUser();
            _database = database;
            if (database is null)
                return;
            database.AddUser();
        }

        if (database is null || _indexes.Length > 0)
            return;
        database.Events.Logger = logger;
        _indexes = [.. Model.Indexes.Values.Select(index => database.Attach(index.Definition))];
        foreach (var index in _indexes)
            index.AddUser();
    }
}
