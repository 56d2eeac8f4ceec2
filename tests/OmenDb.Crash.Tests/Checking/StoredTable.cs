using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace OmenDb.Crash.Tests.Checking;

/// <summary>The table as SQLite gives it, read by a connection that knows nothing of vectors.</summary>
internal static class StoredTable
{
    public static List<Row> Read(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        if (command.ExecuteScalar() is not "ok" and var problem)
            throw new CrashException($"SQLite says: {problem}");
        command.CommandText = "SELECT Id, Title, Embedding FROM Items ORDER BY Id";
        using var reader = command.ExecuteReader();
        var rows = new List<Row>();
        while (reader.Read())
            rows.Add(new Row(reader.GetInt32(0), reader.GetString(1), reader.IsDBNull(2) ? null : MemoryMarshal.Cast<byte, float>((byte[])reader[2]).ToArray()));
        return rows;
    }

    public static bool Holds(this List<Row> table, Workload workload)
        => table.Count == workload.Rows.Count
            && table.All(stored => workload.Rows.TryGetValue(stored.Id, out var row) && row.Title == stored.Title && stored.Vector.AsSpan().SequenceEqual(row.Vector)
                && row.Vector is null == stored.Vector is null);

    /// <summary>How a table differs, for people.</summary>
    public static string Difference(this List<Row> table, Workload workload)
    {
        var stored = table.ToDictionary(r => r.Id);
        var lost = workload.Rows.Keys.Where(id => !stored.ContainsKey(id)).ToList();
        var phantom = stored.Keys.Where(id => !workload.Rows.ContainsKey(id)).ToList();
        return $"{table.Count} rows where {workload.Rows.Count} should be; lost: {string.Join(", ", lost.Take(10))} ({lost.Count}), never committed: {string.Join(", ", phantom.Take(10))} ({phantom.Count})";
    }
}
