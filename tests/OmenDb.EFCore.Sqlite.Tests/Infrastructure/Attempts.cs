using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OmenDb.EFCore.Sqlite.Tests.Infrastructure;

/// <summary>Tells who waits for a lock: a statement that finds the database locked is tried again and again.</summary>
internal static class Attempts
{
    /// <summary>Ends once a connection has begun the same statement so many times.</summary>
    public static Task OfAStatementAsync(SqliteConnection connection, int times)
    {
        var tried = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var begun = new ConcurrentDictionary<string, int>();
        raw.sqlite3_trace(
            connection.Handle!,
            (_, sql) =>
            {
                if (begun.AddOrUpdate(sql, 1, static (_, count) => count + 1) == times)
                    tried.TrySetResult();
            },
            null);
        return tried.Task;
    }
}
