using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OmenDb.EFCore.Sqlite.Infrastructure.Internal;

/// <summary>Teaches each connection the virtual table and the functions before its first command.</summary>
internal sealed class ConnectionInterceptor : DbConnectionInterceptor, IDbCommandInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Attach(eventData.Context, connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Attach(eventData.Context, connection);
        return Task.CompletedTask;
    }

    // A connection that the application opened itself is never reported as opened.
    public DbCommand CommandCreated(CommandEndEventData eventData, DbCommand result)
    {
        if (result.Connection is { State: System.Data.ConnectionState.Open } connection)
            Attach(eventData.Context, connection);
        return result;
    }

    private static void Attach(DbContext? context, DbConnection connection)
    {
        if (context is not null && connection is SqliteConnection sqlite)
            SqliteVectorStore.Of(context)?.Attach(sqlite);
    }
}
