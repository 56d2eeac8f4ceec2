using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using OmenDb.EFCore.Metadata.Internal;
using OmenDb.EFCore.Sqlite.Metadata.Internal;

namespace OmenDb.EFCore.Sqlite.Migrations.Internal;

/// <summary>
/// Creates the triggers of each ledger after whatever touches its table: SQLite drops them with the table, and EF Core rebuilds tables for most changes.
/// </summary>
internal sealed class SqliteVectorMigrationsSqlGenerator(
    MigrationsSqlGeneratorDependencies dependencies,
    IRelationalAnnotationProvider migrationsAnnotations) : SqliteMigrationsSqlGenerator(dependencies, migrationsAnnotations)
{
    public override IReadOnlyList<MigrationCommand> Generate(
        IReadOnlyList<MigrationOperation> operations, IModel? model = null, MigrationsSqlGenerationOptions options = MigrationsSqlGenerationOptions.Default)
    {
        var indexes = model is null
            ? []
            : SqliteVectorModel.Define(model).Select(i => i.Definition).ToList();
        var touched = operations.SelectMany(Tables).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var commands = new List<MigrationCommand>();
        commands.AddRange(DropTriggersOfGoneLedgers(operations));
        commands.AddRange(base.Generate(operations, model, options));
        foreach (var index in indexes.Where(i => touched.Contains(i.Table) || touched.Contains(i.Ledger)))
            commands.AddRange(CreateTriggers(index, isNew: operations.Any(o => o is CreateTableOperation create && create.Name == index.Ledger)));
        return commands;
    }

    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        // Vectors last: SQLite walks over a long vector to reach the columns behind it.
        const string rebuildPrefix = "ef_temp_";
        var name = operation.Name.StartsWith(rebuildPrefix, StringComparison.Ordinal) ? operation.Name[rebuildPrefix.Length..] : operation.Name;
        if (model?.GetRelationalModel().FindTable(name, operation.Schema) is { } table)
        {
            var vectors = operation.Columns.Where(c => table.FindColumn(c.Name)?.PropertyMappings.Any(m => m.Property.GetDimensions() is not null) == true).ToList();
            foreach (var vector in vectors)
            {
                operation.Columns.Remove(vector);
                operation.Columns.Add(vector);
            }
        }

        base.Generate(operation, model, builder, terminate);
    }

    private static IEnumerable<string> Tables(MigrationOperation operation) => operation switch
    {
        RenameTableOperation rename => [rename.Name, rename.NewName ?? rename.Name],
        ITableMigrationOperation table => [table.Table],
        _ => [],
    };

    private IReadOnlyList<MigrationCommand> DropTriggersOfGoneLedgers(IReadOnlyList<MigrationOperation> operations)
    {
        var builder = new MigrationCommandListBuilder(Dependencies);
        var gone = operations.SelectMany(o => o switch
        {
            DropTableOperation drop => LedgerSql.TriggerNames(drop.Name),
            RenameTableOperation rename => LedgerSql.TriggerNames(rename.Name),
            _ => [],
        });
        foreach (var trigger in gone)
            builder.Append($"DROP TRIGGER IF EXISTS {LedgerSql.Quote(trigger)};").EndCommand();
        return builder.GetCommandList();
    }

    private IReadOnlyList<MigrationCommand> CreateTriggers(VectorIndexDefinition index, bool isNew)
    {
        var builder = new MigrationCommandListBuilder(Dependencies);
        builder.Append(LedgerSql.CreateSnapshotTable).EndCommand();
        builder.Append(isNew ? index.Sql.ReplaceSnapshotRow : index.Sql.InsertSnapshotRow).EndCommand();
        foreach (var (name, sql) in index.Sql.Triggers)
        {
            builder.Append($"DROP TRIGGER IF EXISTS {LedgerSql.Quote(name)};").EndCommand();
            builder.Append(sql + ";").EndCommand();
        }

        builder.Append(index.Sql.Backfill).EndCommand();
        return builder.GetCommandList();
    }
}
