using Microsoft.Data.Sqlite;
using OmenDb.EFCore.Sqlite.Indexing;
using OmenDb.EFCore.Sqlite.Metadata.Internal;
using SQLitePCL;

namespace OmenDb.EFCore.Sqlite.Infrastructure.Internal;

/// <summary>Looks once per database whether its triggers are there, and creates those that are not: some tools rebuild tables and lose them.</summary>
internal static class TriggerCheck
{
    /// <returns>Whether every index of the model was found in the database and is whole now.</returns>
    public static bool Run(SqliteConnection connection, VectorDatabase database, SqliteVectorModel model)
    {
        if (model.Indexes.Count == 0)
            return true;
        var whole = true;
        var present = Objects(connection, model.Indexes.Values.Select(i => i.Definition));
        foreach (var (index, _) in model.Indexes.Values)
        {
            if (!present.ContainsKey(index.Ledger) || !present.ContainsKey(index.Table))
            {
                whole = false; // not created or migrated yet: looked at again at the next command
            }
            else if (!present.ContainsKey(LedgerSql.SnapshotTable) || index.Sql.Triggers.Any(t => !present.TryGetValue(t.Name, out var sql) || !DoTheSame(sql, t.Sql)))
            {
                Repair(connection, index);
                database.Events.TriggersRepaired(index.Name);
            }
            else if (index.Sql.Triggers.Any(t => present[t.Name] != t.Sql))
            {
                Redeclare(connection, index);
            }
        }

        return whole;
    }

    // One statement, however many indexes there are.
    private static Dictionary<string, string?> Objects(SqliteConnection connection, IEnumerable<VectorIndexDefinition> indexes)
    {
        using var command = connection.CreateCommand();
        var names = indexes.SelectMany(i => i.Sql.Triggers.Select(t => t.Name).Concat([i.Ledger, i.Table])).Append(LedgerSql.SnapshotTable).Distinct();
        command.CommandText = $"SELECT name, sql FROM sqlite_master WHERE name IN ({string.Join(", ", names.Select(n => $"'{n.Replace("'", "''", StringComparison.Ordinal)}'"))})";
        using var reader = command.ExecuteReader();
        var objects = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        while (reader.Read())
            objects[reader.GetString(0)] = reader.IsDBNull(1) ? null : reader.GetString(1);
        return objects;
    }

    private static bool DoTheSame(string? trigger, string expected)
        => trigger is not null && VectorIndexDeclaration.Without(trigger) == VectorIndexDeclaration.Without(expected);

    private static void Repair(SqliteConnection connection, VectorIndexDefinition index)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SAVEPOINT omen_repair; "
            + LedgerSql.CreateSnapshotTable + index.Sql.InsertSnapshotRow
            + index.Sql.RecreateTriggers
            + index.Sql.Resync
            + "RELEASE omen_repair;";
        command.ExecuteNonQuery();
    }

    // The metric changed, or an earlier version wrote the triggers. No search needs what they declare: a database that cannot be written now keeps it.
    private static void Redeclare(SqliteConnection connection, VectorIndexDefinition index)
    {
        using var command = connection.CreateCommand();
        command.CommandTimeout = 1;
        command.CommandText = $"BEGIN IMMEDIATE; {index.Sql.RecreateTriggers} COMMIT;";
        try
        {
            command.ExecuteNonQuery();
        }
        catch (SqliteException error) when (error.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_READONLY)
        {
            if (raw.sqlite3_get_autocommit(connection.Handle) != 0)
                return;
            command.CommandText = "ROLLBACK;";
            command.ExecuteNonQuery();
        }
    }
}
