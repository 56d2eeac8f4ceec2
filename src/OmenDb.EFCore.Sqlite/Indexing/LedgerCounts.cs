using Microsoft.Data.Sqlite;
using OmenDb.EFCore.Sqlite.Metadata.Internal;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>Counts the rows of one index's ledger, as one connection sees them.</summary>
/// <param name="connection">The connection.</param>
/// <param name="sql">The ledger's SQL.</param>
/// <param name="cancellationToken">Looked at before each count.</param>
internal sealed class LedgerCounts(SqliteConnection connection, LedgerSql sql, CancellationToken cancellationToken = default)
{
    /// <summary>Rows with a label.</summary>
    public long Rows() => Count(sql.CountRows);

    /// <summary>Rows with a label past this one.</summary>
    public long RowsAfter(long label) => Count(sql.CountRowsAfter, label);

    /// <summary>Rows with a vector and no label: no trigger told the ledger of them.</summary>
    public long Unlabelled() => Count(sql.CountUnlabelled);

    /// <summary>Labels whose row is gone.</summary>
    public long Dangling() => Count(sql.CountDangling);

    private long Count(string text, long? label = null)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var command = connection.CreateCommand();
        command.CommandText = text;
        if (label is not null)
            command.Parameters.AddWithValue("$label", label);
        return (long)command.ExecuteScalar()!;
    }
}
