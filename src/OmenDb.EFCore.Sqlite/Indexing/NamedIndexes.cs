using Microsoft.Data.Sqlite;
using OmenDb.EFCore.Sqlite.Metadata.Internal;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>The indexes that a database has, whatever the model of this process says: those with a snapshot's name and a ledger. One that was dropped keeps the former.</summary>
internal static class NamedIndexes
{
    public static IReadOnlyCollection<string> Read(SqliteConnection connection)
    {
        var tables = Column(connection, "SELECT name FROM sqlite_master WHERE type = 'table'").ToHashSet(StringComparer.OrdinalIgnoreCase);
        return tables.Contains(LedgerSql.SnapshotTable)
            ? Column(connection, $"SELECT \"Index\" FROM \"{LedgerSql.SnapshotTable}\"").FindAll(name => LedgerSql.LedgerNames(name).Any(tables.Contains))
            : [];
    }

    private static List<string> Column(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
            values.Add(reader.GetString(0));
        return values;
    }
}
