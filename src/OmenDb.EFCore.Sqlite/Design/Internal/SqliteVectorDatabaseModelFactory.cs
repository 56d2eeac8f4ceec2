#pragma warning disable EF1001 // SQLite's own reading of the schema is what there is to add to
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Scaffolding;
using Microsoft.EntityFrameworkCore.Scaffolding.Metadata;
using Microsoft.EntityFrameworkCore.Sqlite.Scaffolding.Internal;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
using OmenDb.EFCore.Diagnostics;
using OmenDb.EFCore.Diagnostics.Internal;
using OmenDb.EFCore.Metadata.Internal;
using OmenDb.EFCore.Sqlite.Metadata.Internal;

namespace OmenDb.EFCore.Sqlite.Design.Internal;

/// <summary>Finds the vectors of a database by the triggers of their ledgers, and leaves the ledgers out: <c>UseOmenDb()</c> puts them into every model. To SQLite, names that differ in case are one.</summary>
internal sealed class SqliteVectorDatabaseModelFactory(
    IDiagnosticsLogger<DbLoggerCategory.Scaffolding> logger,
    IRelationalTypeMappingSource typeMappingSource) : SqliteDatabaseModelFactory(logger, typeMappingSource)
{
    private const string ClrType = "ClrType"; // what SQLite itself calls its finding on a column's type

    private readonly IDiagnosticsLogger<DbLoggerCategory.Scaffolding> _logger = logger;

    public override DatabaseModel Create(DbConnection connection, DatabaseModelFactoryOptions options)
    {
        var model = base.Create(connection, options);
        var ledgers = model.Tables.SelectMany(t => t.Columns).Select(c => (string?)c.RemoveAnnotation(VectorAnnotationNames.Ledger)?.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var table in model.Tables.Where(t => LedgerSql.SnapshotTable.Equals(t.Name, StringComparison.OrdinalIgnoreCase) || ledgers.Contains(t.Name)).ToList())
            model.Tables.Remove(table);
        return model;
    }

    protected override void InferClrTypes(DbConnection connection, DatabaseTable table)
    {
        base.InferClrTypes(connection, table);
        foreach (var (name, sql) in Triggers(connection, table.Name))
        {
            if (VectorIndexDeclaration.Parse(sql) is not var (columnName, declaration) || table.Columns.FirstOrDefault(c => columnName.Equals(c.Name, StringComparison.OrdinalIgnoreCase)) is not { } column)
                continue;
            var ledger = LedgerSql.LedgerName(table.Name, columnName);
            if (!LedgerSql.TriggerNames(ledger).Contains(name, StringComparer.OrdinalIgnoreCase))
                continue;
            column[VectorAnnotationNames.Ledger] = ledger;
            if (declaration is { } vector)
                Declare(column, vector);
            else
                _logger.LogVectorEvent(OmenDbEventId.VectorIndexNotScaffolded, LogLevel.Warning, NotDeclared(table.Name, columnName));
        }
    }

    private static string NotDeclared(string table, string column)
        => $"'{table}.{column}' has a vector index of an earlier version, which wrote down neither dimensions nor metric, so the column comes back as byte[]. "
            + "Open the database once with the context that it belongs to, run a query, and scaffold again.";

    private static void Declare(DatabaseColumn column, VectorIndexDeclaration vector)
    {
        column[ClrType] = vector.IsHalf ? typeof(ReadOnlyMemory<Half>) : typeof(ReadOnlyMemory<float>);
        column[VectorAnnotationNames.Dimensions] = vector.Dimensions;
        column[VectorAnnotationNames.Metric] = vector.Metric;
        if (vector.Storage != VectorIndexStorage.Full)
            column[VectorAnnotationNames.Storage] = vector.Storage;
    }

    private static List<(string Name, string Sql)> Triggers(DbConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = $table COLLATE NOCASE";
        var parameter = command.CreateParameter();
        parameter.ParameterName = "$table";
        parameter.Value = table;
        command.Parameters.Add(parameter);
        using var reader = command.ExecuteReader();
        var triggers = new List<(string Name, string Sql)>();
        while (reader.Read())
            triggers.Add((reader.GetString(0), reader.GetString(1)));
        return triggers;
    }
}
