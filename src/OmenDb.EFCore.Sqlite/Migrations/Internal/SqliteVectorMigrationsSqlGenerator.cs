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
    private const string RebuildPrefix = "ef_temp_";

    private IReadOnlyList<MigrationOperation> _operations = [];
    private HashSet<string> _touched = [];
    private List<VectorIndexDefinition> _withoutTriggers = [];

    public override IReadOnlyList<MigrationCommand> Generate(
        IReadOnlyList<MigrationOperation> operations, IModel? model = null, MigrationsSqlGenerationOptions options = MigrationsSqlGenerationOptions.Default)
    {
        var indexes = model is null
            ? []
            : SqliteVectorModel.Define(model).Select(i => i.Definition).ToList();
        _operations = operations;
        _touched = operations.SelectMany(Tables).ToHashSet(StringComparer.OrdinalIgnoreCase);
        _withoutTriggers = [.. indexes.Where(i => _touched.Contains(i.Table) || _touched.Contains(i.Ledger))];
        var commands = new List<MigrationCommand>();
        commands.AddRange(DropTriggersOfGoneLedgers(operations, model));
        foreach (var index in indexes.Where(HasOtherKeys))
            commands.AddRange(DropTriggers(index.Ledger));
        commands.AddRange(base.Generate(operations, model, options));
        var triggers = new MigrationCommandListBuilder(Dependencies);
        foreach (var index in _withoutTriggers)
            CreateTriggers(index, triggers);
        commands.AddRange(triggers.GetCommandList());
        return commands;
    }

    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        var isRebuilt = operation.Name.StartsWith(RebuildPrefix, StringComparison.Ordinal);
        var name = isRebuilt ? operation.Name[RebuildPrefix.Length..] : operation.Name;
        if (isRebuilt)
            RefuseVectors(name, model, builder);

        // Vectors last: SQLite walks over a long vector to reach the columns behind it.
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

    protected override void Generate(AddColumnOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        RefuseEmptyVectors(operation, "", builder);
        base.Generate(operation, model, builder, terminate);
    }

    // SQLite takes a name that differs in case alone for the table's own, and refuses it; the count of its labels is under the name as it is written.
    protected override void Generate(RenameTableOperation operation, IModel? model, MigrationCommandListBuilder builder)
    {
        if (operation.NewName is { } name && IsLedger(name, name, model) && name.Equals(operation.Name, StringComparison.OrdinalIgnoreCase) && name != operation.Name)
        {
            var between = RebuildPrefix + name;
            base.Generate(new RenameTableOperation { Name = operation.Name, Schema = operation.Schema, NewName = between, NewSchema = operation.Schema }, model, builder);
            operation = new RenameTableOperation { Name = between, Schema = operation.Schema, NewName = name, NewSchema = operation.NewSchema };
        }

        base.Generate(operation, model, builder);

        // A table that was rebuilt is committed before its indexes are created, and other processes search it and write to it by then. A ledger that changes too may have no index yet.
        if (operation.Name != RebuildPrefix + operation.NewName)
            return;
        foreach (var index in _withoutTriggers.Where(i => i.Table == operation.NewName && !_touched.Contains(i.Ledger)).ToList())
        {
            CreateTriggers(index, builder);
            _withoutTriggers.Remove(index);
        }
    }

    private static IEnumerable<string> Tables(MigrationOperation operation) => operation switch
    {
        RenameTableOperation rename => [rename.Name, rename.NewName ?? rename.Name],
        ITableMigrationOperation table => [table.Table],
        _ => [],
    };

    // Vectors of the old length would be searched by nobody, and what is no such vector would be read as one. Asked for where the table is rebuilt: it has its new names by then, and the
    // migration's own SQL may have changed the vectors.
    private void RefuseVectors(string table, IModel? model, MigrationCommandListBuilder builder)
    {
        foreach (var alter in _operations.OfType<AlterColumnOperation>().Where(a => a.Table == table))
        {
            var isHalf = model?.GetRelationalModel().FindTable(table, alter.Schema)?.FindColumn(alter.Name)?.PropertyMappings.Any(m => m.Property.IsHalf()) == true;
            if (OldVectors(alter, isHalf) is var (old, condition))
                Refuse(table, $" WHERE {condition}", $"{table}.{alter.Name} holds {old}. Add a new property for the new vectors, fill it, and then drop the old one; or delete the old vectors before this migration", builder);
            RefuseEmptyVectors(alter, $" WHERE {LedgerSql.Quote(alter.Name)} IS NULL", builder);
        }
    }

    // EF Core gives rows that have no value for a required column an empty one, which is no vector and which no search finds.
    private static void RefuseEmptyVectors(ColumnOperation operation, string missing, MigrationCommandListBuilder builder)
    {
        if (operation is not { DefaultValue: byte[] { Length: 0 }, IsNullable: false } || operation[VectorAnnotationNames.Dimensions] is null)
            return;
        Refuse(
            operation.Table, missing,
            $"{operation.Table}.{operation.Name} is required, and {operation.Table} has rows, which would have no vector. "
                + "Make it nullable, fill it, and then make it required; or give it a default in the model; or delete these rows before this migration",
            builder);
    }

    // SQLite raises errors of one's own in triggers only; the name of a constraint is as good.
    private static void Refuse(string table, string which, string message, MigrationCommandListBuilder builder)
    {
        builder.Append($"CREATE TEMP TABLE omen_old_vectors (count INTEGER CONSTRAINT {LedgerSql.Quote(message)} CHECK (count = 0));").EndCommand();
        builder.Append($"INSERT INTO omen_old_vectors SELECT count(*) FROM {LedgerSql.Quote(table)}{which};").EndCommand();
        builder.Append("DROP TABLE omen_old_vectors;").EndCommand();
    }

    // What a column may hold that its new vectors are not, in words and in SQL. Migrations of an earlier version do not say which vectors have 16 bits: these are what they were, then.
    private static (string Words, string Condition)? OldVectors(AlterColumnOperation alter, bool isHalf)
    {
        if (alter[VectorAnnotationNames.Dimensions] is not int dimensions)
            return null;
        var column = LedgerSql.Quote(alter.Name);
        var bytes = dimensions * (isHalf ? 2 : sizeof(float));
        if (alter.OldColumn[VectorAnnotationNames.Dimensions] is not int old)
            return ($"something else than vectors of {dimensions} {Floats(isHalf)}, such as the JSON that a float[] is otherwise", $"typeof({column}) NOT IN ('blob', 'null') OR length({column}) <> {bytes}");
        var isOther = alter[VectorAnnotationNames.ElementSize] is 2 != alter.OldColumn[VectorAnnotationNames.ElementSize] is 2;
        if (!isOther)
            return old == dimensions ? null : ($"vectors of {old} elements, and the model now says {dimensions}", $"length({column}) <> {bytes}");
        var isAsLong = bytes == old * (isHalf ? sizeof(float) : 2);
        return ($"vectors of {old} {Floats(!isHalf)}, and the model now says {dimensions} {Floats(isHalf)}", isAsLong ? $"{column} IS NOT NULL" : $"length({column}) <> {bytes}");

        static string Floats(bool isHalf) => isHalf ? "16-bit floats" : "32-bit floats";
    }

    private IEnumerable<MigrationCommand> DropTriggersOfGoneLedgers(IReadOnlyList<MigrationOperation> operations, IModel? model)
        => operations.SelectMany(o => o switch
        {
            DropTableOperation drop when IsLedger(drop.Name, drop.Name, model) => DropTriggers(drop.Name),
            RenameTableOperation rename when IsLedger(rename.Name, rename.NewName, model) => DropTriggers(rename.Name),
            _ => [],
        });

    // A table of the application's may be called like a ledger, and have triggers called like a ledger's: where it stays, the model says what it is.
    private static bool IsLedger(string table, string? now, IModel? model)
        => LedgerSql.IsLedgerName(table)
            && model?.GetEntityTypes().Any(e => e[VectorAnnotationNames.Ledger] is null && string.Equals(e.GetTableName(), now ?? table, StringComparison.OrdinalIgnoreCase)) != true;

    private IReadOnlyList<MigrationCommand> DropTriggers(string ledger)
    {
        var builder = new MigrationCommandListBuilder(Dependencies);
        foreach (var trigger in LedgerSql.TriggerNames(ledger))
            builder.Append($"DROP TRIGGER IF EXISTS {LedgerSql.Quote(trigger)};").EndCommand();
        return builder.GetCommandList();
    }

    // EF Core rebuilds such a ledger, which SQLite refuses while a trigger writes to it. Its rows are labelled anew: by what it held, they may not be found, and the count of its labels starts again.
    private bool HasOtherKeys(VectorIndexDefinition index)
        => _operations.OfType<ITableMigrationOperation>().Any(o => o is AddColumnOperation or AlterColumnOperation or DropColumnOperation && o.Table == index.Ledger);

    private void CreateTriggers(VectorIndexDefinition index, MigrationCommandListBuilder builder)
    {
        var isRebuilt = HasOtherKeys(index);
        var isNew = isRebuilt || _operations.Any(o => o is CreateTableOperation create && create.Name == index.Ledger || o is RenameTableOperation rename && rename.NewName == index.Ledger
            || o is AlterColumnOperation alter && alter.Table == index.Table && alter.Name == index.VectorColumn && OldVectors(alter, index.IsHalf) is not null);
        builder.Append(LedgerSql.CreateSnapshotTable).EndCommand();
        builder.Append(isNew ? index.Sql.ReplaceSnapshotRow : index.Sql.InsertSnapshotRow).EndCommand();
        foreach (var (name, sql) in index.Sql.Triggers)
        {
            builder.Append($"DROP TRIGGER IF EXISTS {LedgerSql.Quote(name)};").EndCommand();
            builder.Append(sql + ";").EndCommand();
        }

        builder.Append(isRebuilt ? index.Sql.Resync : index.Sql.Backfill).EndCommand();
    }
}
