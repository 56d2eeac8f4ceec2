using Microsoft.EntityFrameworkCore;
using Npgsql;
using OmenDb.EFCore;

namespace OmenDb.Benchmarks.Model;

/// <summary>A fresh database on a server, dropped when disposed.</summary>
internal sealed class PostgresDatabase : IAsyncDisposable
{
    private readonly string _connectionString;

    private PostgresDatabase(string server)
        => _connectionString = new NpgsqlConnectionStringBuilder(server) { Database = $"omendb_benchmark_{Guid.NewGuid():N}" }.ConnectionString;

    /// <summary>A database, and a context on it whose connection stays open.</summary>
    public static async Task<(PostgresDatabase Database, PostgresContext Context)> CreateAsync(string server, int dimensions, VectorMetric metric, bool indexed)
    {
        var database = new PostgresDatabase(server);
        var db = new PostgresContext(database._connectionString, dimensions, metric, indexed);
        await db.Database.EnsureCreatedAsync();
        await db.Database.OpenConnectionAsync();
        return (database, db);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await using var db = new PostgresContext(_connectionString, 1, VectorMetric.Cosine, indexed: false);
        await db.Database.EnsureDeletedAsync();
    }
}
