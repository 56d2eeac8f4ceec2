using Microsoft.Data.Sqlite;
using OmenDb.Benchmarks.Comparing;
using OmenDb.Benchmarks.Engines;
using OmenDb.Benchmarks.Machine;
using OmenDb.Benchmarks.Model;

namespace OmenDb.Benchmarks.Peers;

/// <summary>A database file with rows of (Id, Title), and their vectors in a virtual table of an extension.</summary>
internal sealed class ExtensionDatabase : IDisposable
{
    /// <summary>A flat scan is three to four times as fast on a mapped file; a cache of the whole file gains it nothing.</summary>
    public const string MapFile = "PRAGMA mmap_size = 2000000000";

    private readonly WorkFolder _folder = new();
    private readonly SqliteConnection _connection;

    /// <param name="extension">The extension's library.</param>
    /// <param name="table">Creates the virtual table <c>Vectors</c> with a column <c>Vector</c>.</param>
    /// <param name="workload">The rows.</param>
    public ExtensionDatabase(string extension, string table, Workload workload)
    {
        _connection = new SqliteConnection($"Data Source={_folder.File("peer.db")};Pooling=False");
        _connection.Open();
        _connection.EnableExtensions();
        _connection.LoadExtension(extension);
        Execute(MapFile);
        Execute("CREATE TABLE Rows (Id INTEGER PRIMARY KEY, Title TEXT NOT NULL)");
        Execute(table);
        Fill(workload);
    }

    /// <param name="query">Selects Id and Title by a vector <c>@query</c>.</param>
    public PreparedSearch Prepare(string query)
    {
        var command = _connection.CreateCommand();
        command.CommandText = query;
        var vector = command.Parameters.Add("@query", SqliteType.Blob);
        return new PreparedSearch(command, vector);
    }

    public void Dispose()
    {
        _connection.Dispose();
        _folder.Dispose();
    }

    private void Execute(string statement)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    private void Fill(Workload workload)
    {
        using var transaction = _connection.BeginTransaction();
        using var row = _connection.CreateCommand();
        row.CommandText = "INSERT INTO Rows (Id, Title) VALUES (@id, @title)";
        using var vector = _connection.CreateCommand();
        vector.CommandText = "INSERT INTO Vectors (rowid, Vector) VALUES (@id, @vector)";
        foreach (var command in new[] { row, vector })
        {
            command.Transaction = transaction;
            command.Parameters.Add("@id", SqliteType.Integer);
        }

        row.Parameters.Add("@title", SqliteType.Text);
        vector.Parameters.Add("@vector", SqliteType.Blob);
        foreach (var entity in BenchmarkDatabase.Entities(workload.Source))
        {
            row.Parameters["@id"].Value = vector.Parameters["@id"].Value = entity.Id;
            row.Parameters["@title"].Value = entity.Title;
            vector.Parameters["@vector"].Value = PreparedSearch.Blob(entity.Vector.Span);
            row.ExecuteNonQuery();
            vector.ExecuteNonQuery();
        }

        transaction.Commit();
    }
}
