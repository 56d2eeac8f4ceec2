#pragma warning disable EF1001 // the only place that every command passes without an interceptor, which would cost each of them
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Sqlite.Infrastructure.Internal;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;

namespace OmenDb.EFCore.Sqlite.Infrastructure.Internal;

/// <summary>
/// Registers the virtual table and the functions on a connection before its first command, also on one that the application opened itself, and wakes the indexer
/// after whatever may have committed a change. It does not say what changed: the indexer reads that from the ledger.
/// </summary>
internal sealed class SqliteVectorConnection(
    RelationalConnectionDependencies dependencies,
    IRawSqlCommandBuilder rawSqlCommandBuilder,
    IDiagnosticsLogger<DbLoggerCategory.Infrastructure> logger)
    : SqliteRelationalConnection(dependencies, rawSqlCommandBuilder, logger)
{
    private readonly IRawSqlCommandBuilder _rawSqlCommandBuilder = rawSqlCommandBuilder;
    private readonly IDiagnosticsLogger<DbLoggerCategory.Infrastructure> _logger = logger;
    private sqlite3? _counted;
    private int _changes; // on that connection, when it was opened or last closed: it comes from a pool, and others have changed rows by it
    private SqliteVectorStore? _store; // kept, because a context that goes back to its pool ends its transaction when it gives out no services any more

    /// <summary>A context's connection, for what is done with SQLite itself.</summary>
    /// <exception cref="InvalidOperationException">It is one around SQLite's own, which hides where functions and the virtual table are registered.</exception>
    public static SqliteConnection Of(DbContext context)
        => context.Database.GetDbConnection() is var connection && connection is SqliteConnection sqlite
            ? sqlite
            : throw new InvalidOperationException(
                $"'{context.GetType().Name}' cannot search or save vectors: its connection is a {connection.GetType().FullName}, and UseOmenDb() needs a SqliteConnection, which knows the handle of SQLite's own. "
                + "Give UseSqlite a connection string or a SqliteConnection. To look at commands, use interceptors of EF Core's (AddInterceptors) or its log.");

    // EF Core opens and closes around every command and transaction, whether or not the connection stays open.
    public override bool Open(bool errorsExpected = false)
    {
        var opened = base.Open(errorsExpected);
        AttachOrClose(opened);
        return opened;
    }

    public override async Task<bool> OpenAsync(CancellationToken cancellationToken, bool errorsExpected = false)
    {
        var opened = await base.OpenAsync(cancellationToken, errorsExpected).ConfigureAwait(false);
        AttachOrClose(opened);
        return opened;
    }

    public override bool Close()
    {
        WakeAfterChanges();
        return base.Close();
    }

    public override Task<bool> CloseAsync()
    {
        WakeAfterChanges();
        return base.CloseAsync();
    }

    // EF Core's constructor gives a connection that it is handed the functions that its SQL calls.
    protected override DbConnection CreateDbConnection()
    {
        var connection = new ReusingConnection(GetValidatedConnectionString());
        var options = new DbContextOptionsBuilder();
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(
            (SqliteOptionsExtension)Dependencies.ContextOptions.FindExtension<SqliteOptionsExtension>()!.WithConnectionString(null).WithConnection(connection));
        _ = new SqliteRelationalConnection(Dependencies with { ContextOptions = options.Options }, _rawSqlCommandBuilder, _logger);
        return connection;
    }

    private void AttachOrClose(bool opened)
    {
        try
        {
            Attach(opened);
        }
        catch
        {
            base.Close(); // whoever asked for it open will not
            throw;
        }
    }

    private void Attach(bool opened)
    {
        if (DbConnection is not SqliteConnection { Handle: { } handle } connection)
            return;
        if (opened || !ReferenceEquals(handle, _counted))
            (_counted, _changes) = (handle, raw.sqlite3_total_changes(handle));
        _store ??= SqliteVectorStore.Of(Context);
        _store?.Attach(connection);
        if (connection is ReusingConnection reusing)
            reusing.IsReusing = _store is not null;
    }

    private void WakeAfterChanges()
    {
        if (DbConnection is not SqliteConnection { Handle: { } handle } || raw.sqlite3_get_autocommit(handle) == 0)
            return;
        var changes = raw.sqlite3_total_changes(handle);
        if (changes == _changes)
            return;
        _changes = changes;
        _store?.Wake();
    }
}
