using Microsoft.Data.Sqlite;
using OmenDb.EFCore.Sqlite.Indexing;
using OmenDb.EFCore.Sqlite.Interop;
using OmenDb.EFCore.Sqlite.Metadata.Internal;
using SQLitePCL;

namespace OmenDb.EFCore.Sqlite.Infrastructure.Internal;

/// <summary>Looks once per index whether its triggers are there, and creates those that are not: some tools rebuild tables and lose them.</summary>
internal static class TriggerCheck
{
    /// <summary>Checks the indexes that were not checked yet, and repairs those that are in the database.</summary>
    public static void Run(SqliteConnection connection, IReadOnlyList<LiveIndex> indexes)
    {
        var present = Objects(connection, indexes.Select(i => i.Definition));
        foreach (var live in indexes.Where(i => !i.IsChecked))
        {
            var index = live.Definition;
            if (!present.ContainsKey(index.Ledger) || !present.ContainsKey(index.Table))
                continue; // not created or migrated yet: looked at again at the next command
            if (IsBroken(index, present))
                live.IsChecked = Repair(connection, live) || !live.Database.IsWritable; // or by the first who writes
            else if (IsOutdated(index, present))
                live.IsChecked = IsOfOtherVectors(connection, index) || Redeclare(connection, index);
            else
                live.IsChecked = true;
        }
    }

    // One statement, however many indexes there are. To SQLite, names that differ in case are one.
    private static Dictionary<string, string?> Objects(SqliteConnection connection, IEnumerable<VectorIndexDefinition> indexes)
    {
        using var command = connection.CreateCommand();
        var names = indexes.SelectMany(i => i.Sql.Triggers.Select(t => t.Name).Concat([i.Ledger, i.Table])).Append(LedgerSql.SnapshotTable).Distinct();
        command.CommandText = $"SELECT name, sql FROM sqlite_master WHERE name COLLATE NOCASE IN ({string.Join(", ", names.Select(n => $"'{n.Replace("'", "''", StringComparison.Ordinal)}'"))})";
        using var reader = command.ExecuteReader();
        var objects = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        while (reader.Read())
            objects[reader.GetString(0)] = reader.IsDBNull(1) ? null : reader.GetString(1);
        return objects;
    }

    private static bool IsBroken(VectorIndexDefinition index, Dictionary<string, string?> present)
        => !present.ContainsKey(LedgerSql.SnapshotTable) || index.Sql.Triggers.Any(t => !present.TryGetValue(t.Name, out var sql) || !DoTheSame(sql, t.Sql));

    private static bool IsOutdated(VectorIndexDefinition index, Dictionary<string, string?> present)
        => index.Sql.Triggers.Any(t => present.GetValueOrDefault(t.Name) != t.Sql);

    private static bool DoTheSame(string? trigger, string expected)
        => trigger is not null && VectorIndexDeclaration.Without(trigger) == VectorIndexDeclaration.Without(expected);

    private static bool Repair(SqliteConnection connection, LiveIndex live)
    {
        var sql = live.Definition.Sql;
        try
        {
            if (WriteWhere(IsBroken, connection, live.Definition, LedgerSql.CreateSnapshotTable + sql.ReplaceSnapshotRow + sql.RecreateTriggers + sql.Resync))
                live.Database.Events.TriggersRepaired(live.Definition.Name);
            return true;
        }
        catch (SqliteException error) when (error.SqliteErrorCode == raw.SQLITE_READONLY)
        {
            live.Database.Events.TriggersMissing(live.Definition.Name);
            return false;
        }
    }

    // The database was migrated to vectors of another length, and this is the model of before: it may not say what they are. If all are as it says, they were changed without a migration.
    private static bool IsOfOtherVectors(SqliteConnection connection, VectorIndexDefinition index)
    {
        using var rows = new VisibleRows(connection, index);
        return rows.ReadOtherDeclaration() is not null && (!rows.HasVector() || rows.HasOtherVector());
    }

    // The metric changed, or an earlier version wrote the triggers. No search needs their declaration, so a database that cannot be written now keeps the old one.
    private static bool Redeclare(SqliteConnection connection, VectorIndexDefinition index)
    {
        try
        {
            WriteWhere(IsOutdated, connection, index, index.Sql.RecreateTriggers, timeout: 1);
        }
        catch (SqliteException error) when (error.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_READONLY)
        {
        }

        return true;
    }

    // Looked at again where nobody else writes: a process that started at the same time may have been first. All or nothing, and no transaction that is left open.
    private static bool WriteWhere(
        Func<VectorIndexDefinition, Dictionary<string, string?>, bool> isDue, SqliteConnection connection, VectorIndexDefinition index, string sql, int? timeout = null)
    {
        Execute(connection, "BEGIN IMMEDIATE;", timeout);
        try
        {
            var writes = isDue(index, Objects(connection, [index]));
            Execute(connection, writes ? sql + " COMMIT;" : "ROLLBACK;", timeout);
            return writes;
        }
        catch
        {
            if (raw.sqlite3_get_autocommit(connection.Handle) == 0)
                Execute(connection, "ROLLBACK;", timeout);
            throw;
        }
    }

    private static void Execute(SqliteConnection connection, string sql, int? timeout)
    {
        using var command = connection.CreateCommand();
        command.CommandTimeout = timeout ?? command.CommandTimeout;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
