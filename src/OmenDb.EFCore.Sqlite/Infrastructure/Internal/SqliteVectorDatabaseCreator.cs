#pragma warning disable EF1001 // the only place that knows when a database is deleted
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.EntityFrameworkCore.Storage;

namespace OmenDb.EFCore.Sqlite.Infrastructure.Internal;

/// <summary>Deletes the index files together with the database.</summary>
internal sealed class SqliteVectorDatabaseCreator(
    RelationalDatabaseCreatorDependencies dependencies,
    ISqliteRelationalConnection connection,
    IRawSqlCommandBuilder rawSqlCommandBuilder,
    ICurrentDbContext currentContext) : SqliteDatabaseCreator(dependencies, connection, rawSqlCommandBuilder)
{
    public override void Delete()
    {
        var path = new SqliteConnectionStringBuilder(Dependencies.Connection.ConnectionString) is { Mode: not SqliteOpenMode.Memory, DataSource: not (":memory:" or "") and var source }
            ? Path.GetFullPath(source)
            : null;
        base.Delete();
        SqliteVectorStore.Of(currentContext.Context)?.Forget(path);
    }
}
