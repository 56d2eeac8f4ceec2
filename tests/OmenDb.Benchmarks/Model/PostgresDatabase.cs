using Microsoft.EntityFrameworkCore;
using Npgsql;
using OmenDb.Benchmarks.Machine;
using OmenDb.EFCore;

namespace OmenDb.Benchmarks.Model;

/// <summary>A fresh database on a server, dropped when disposed or when the program is interrupted.</summary>
internal sealed class PostgresDatabase : IDisposable
{
    private readonly string _connectionString;
    private readonly Cleanup _drop;

    private PostgresDatabase(string server)
    {
        _connectionString = new NpgsqlConnectionStringBuilder(server) { Database = $"omendb_benchmark_{Guid.NewGuid():N}" }.ConnectionString;
        _drop = new Cleanup(Drop);
    }

    /// <summary>Whether the server answers and has what is needed.</summary>
    /// <exception cref="CannotRunException">It does not, or has not.</exception>
    public static async Task CheckAsync(string server)
    {
        try
        {
            await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Database = "postgres" }.ConnectionString);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand("SELECT EXISTS (SELECT FROM pg_available_extensions WHERE name = 'vector')", connection);
            if (!(bool)(await command.ExecuteScalarAsync())!)
                throw new CannotRunException("The server does not have the extension pgvector.");
        }
        catch (ArgumentException malformed)
        {
            throw new CannotRunException($"--server is no connection string: {malformed.Message}");
        }
    }

    /// <summary>A database, and a context on it whose connection stays open.</summary>
    public static async Task<(PostgresDatabase Database, PostgresContext Context)> CreateAsync(string server, int dimensions, VectorMetric metric, bool indexed)
    {
        var database = new PostgresDatabase(server);
        var db = new PostgresContext(database._connectionString, dimensions, metric, indexed);
        await db.Database.EnsureCreatedAsync();
        await db.Database.OpenConnectionAsync();
        return (database, db);
    }

    public void Dispose() => _drop.Dispose();

    private void Drop()
    {
        NpgsqlConnection.ClearAllPools();
        using var db = new PostgresContext(_connectionString, 1, VectorMetric.Cosine, indexed: false);
        db.Database.EnsureDeleted();
    }
}
