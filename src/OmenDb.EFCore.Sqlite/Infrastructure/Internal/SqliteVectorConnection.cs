#pragma warning disable EF1001 // the only place that every command passes without an interceptor, which would cost each of them
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;

namespace OmenDb.EFCore.Sqlite.Infrastructure.Internal;

/// <summary>
/// Teaches a connection the virtual table and the functions before its first command, also one that the application opened itself, and wakes the indexer
/// after whatever may have committed a change. It reads the ledger itself: nothing is carried over from here.
/// </summary>
internal sealed class SqliteVectorConnection(
    RelationalConnectionDependencies dependencies,
    IRawSqlCommandBuilder rawSqlCommandBuilder,
    IDiagnosticsLogger<Microsoft.EntityFrameworkCore.DbLoggerCategory.Infrastructure> logger)
    : SqliteRelationalConnection(dependencies, rawSqlCommandBuilder, logger)
{
    private int _changes;
    private SqliteVectorStore? _store; // kept, because a context that goes back to its pool ends its transaction when it answers no questions any more

    // EF Core opens and closes around every command and transaction, whether or not the connection stays open.
    public override bool Open(bool errorsExpected = false)
    {
        var opened = base.Open(errorsExpected);
        Attach();
        return opened;
    }

    public override async Task<bool> OpenAsync(CancellationToken cancellationToken, bool errorsExpected = false)
    {
        var opened = await base.OpenAsync(cancellationToken, errorsExpected).ConfigureAwait(false);
        Attach();
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

    private void Attach()
    {
        if (DbConnection is not SqliteConnection { Handle: not null } connection)
            return;
        _store ??= SqliteVectorStore.Of(Context);
        _store?.Attach(connection);
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
