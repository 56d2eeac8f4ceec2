#pragma warning disable EF1001 // the only place that knows when a database is deleted
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.EntityFrameworkCore.Storage;
using OmenDb.EFCore.Sqlite.Indexing;

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
        if (SqliteVectorStore.Of(currentContext.Context) is not { } store)
        {
            base.Delete();
            return;
        }

        store.IsUnchecked = true;
        try
        {
            var file = OpenFile();
            if (file.Length == 0)
                base.Delete();
            else
                IndexRegistry.Get(file).Delete(base.Delete);
            store.Forget();
        }
        finally
        {
            store.IsUnchecked = false;
        }
    }

    // Only an open connection knows: a connection string may hold a URI, |DataDirectory| or a path through links.
    private string OpenFile()
    {
        Dependencies.Connection.Open();
        try
        {
            return Dependencies.Connection.DbConnection.DataSource;
        }
        finally
        {
            Dependencies.Connection.Close();
        }
    }
}
