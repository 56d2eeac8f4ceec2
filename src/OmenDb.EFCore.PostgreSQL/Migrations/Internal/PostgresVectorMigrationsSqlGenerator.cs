#pragma warning disable EF1001 // what Npgsql itself generates must stay
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.Internal;
using Npgsql.EntityFrameworkCore.PostgreSQL.Migrations;
using OmenDb.EFCore.PostgreSQL.Metadata.Internal;
using OmenDb.EFCore.PostgreSQL.Storage.Internal;

namespace OmenDb.EFCore.PostgreSQL.Migrations.Internal;

/// <summary>Creates, renames and drops the hnsw indexes of complex parts together with their columns, since EF Core's model has no indexes on these; and refuses other dimensions while there are vectors, and required vectors while there are none.</summary>
internal sealed class PostgresVectorMigrationsSqlGenerator(MigrationsSqlGeneratorDependencies dependencies, INpgsqlSingletonOptions options)
    : NpgsqlMigrationsSqlGenerator(dependencies, options)
{
    private const int MostBytesOfName = 63;

    public override IReadOnlyList<MigrationCommand> Generate(IReadOnlyList<MigrationOperation> operations, IModel? model = null, MigrationsSqlGenerationOptions options = MigrationsSqlGenerationOptions.Default)
        => base.Generate(model is null ? operations : WithIndexesRenamed(operations, model.GetRelationalModel()), model, options);

    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        base.Generate(operation, model, builder, terminate);
        foreach (var column in operation.Columns)
            CreateIndex(column, operation.Name, operation.Schema, builder);
    }

    protected override void Generate(AddColumnOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        WithoutEmptyVector(operation, "", builder, () => base.Generate(operation, model, builder, terminate));
        CreateIndex(operation, operation.Table, operation.Schema, builder);
    }

    protected override void Generate(AlterColumnOperation operation, IModel? model, MigrationCommandListBuilder builder)
    {
        var sql = Dependencies.SqlGenerationHelper;
        var changed = OperatorClassOf(operation) != OperatorClassOf(operation.OldColumn);
        if (changed && OperatorClassOf(operation.OldColumn) is not null)
            builder.Append($"DROP INDEX {sql.DelimitIdentifier(IndexName(operation.Table, operation.Name), operation.Schema)}").AppendLine(";").EndCommand();
        if (VectorStoreType.DimensionsOf(operation.OldColumn.ColumnType) is { } old && VectorStoreType.DimensionsOf(operation.ColumnType) is { } dimensions && old != dimensions)
            RefuseOldVectors(operation, old, dimensions, builder);
        WithoutEmptyVector(operation, $" WHERE {sql.DelimitIdentifier(operation.Name)} IS NULL", builder, () => base.Generate(operation, model, builder));
        if (changed)
            CreateIndex(operation, operation.Table, operation.Schema, builder);
    }

    // The server would refuse too, without saying which column, nor what to do.
    private void RefuseOldVectors(AlterColumnOperation operation, int old, int dimensions, MigrationCommandListBuilder builder)
        => Refuse(
            operation.Table, operation.Schema, $" WHERE vector_dims({Dependencies.SqlGenerationHelper.DelimitIdentifier(operation.Name)}) <> {dimensions}",
            $"{operation.Table}.{operation.Name} holds vectors of {old} elements, and the model now says {dimensions}. "
                + "Add a new property for the new vectors, fill it, and then drop the old one; or delete the old vectors, or set them to NULL, before this migration.",
            builder);

    // EF Core gives rows that have no value for a required column an empty one, and no vector is empty. Any other would be found by searches.
    private void WithoutEmptyVector(ColumnOperation operation, string missing, MigrationCommandListBuilder builder, Action generate)
    {
        if (operation is not { DefaultValue: byte[] { Length: 0 } empty, IsNullable: false } || VectorStoreType.DimensionsOf(operation.ColumnType) is null)
        {
            generate();
            return;
        }

        Refuse(
            operation.Table, operation.Schema, missing,
            $"{operation.Table}.{operation.Name} is required, and {operation.Table} has rows, which would have no vector. "
                + "Make it nullable, fill it, and then make it required; or give it a default in the model; or delete these rows before this migration.",
            builder);
        operation.DefaultValue = null;
        generate();
        operation.DefaultValue = empty;
    }

    private void Refuse(string table, string? schema, string which, string message, MigrationCommandListBuilder builder)
    {
        var condition = $"IF EXISTS (SELECT 1 FROM {Dependencies.SqlGenerationHelper.DelimitIdentifier(table, schema)}{which}) THEN";
        var error = $"    RAISE EXCEPTION USING MESSAGE = '{message.Replace("'", "''", StringComparison.Ordinal)}';";
        var quote = "$omendb$";
        while (condition.Contains(quote, StringComparison.Ordinal) || error.Contains(quote, StringComparison.Ordinal)) // which a table may be called
            quote = quote.Insert(1, "_");
        builder.AppendLine($"DO {quote}BEGIN").AppendLine(condition).AppendLine(error).AppendLine("END IF;").AppendLine($"END{quote};").EndCommand();
    }

    /// <summary>Lets the indexes of complex parts follow tables and columns that get other names, behind the last of these.</summary>
    private static List<MigrationOperation> WithIndexesRenamed(IReadOnlyList<MigrationOperation> operations, IRelationalModel model)
    {
        var (tables, columns) = (operations.OfType<RenameTableOperation>().ToList(), operations.OfType<RenameColumnOperation>().ToList());
        var renames = model.Tables.SelectMany(t => t.Columns).Where(c => HadIndex(c, operations)).Select(column => new RenameIndexOperation
        {
            Table = column.Table.Name,
            Schema = column.Table.Schema,
            Name = IndexName(
                tables.Find(t => t.NewName == column.Table.Name && (t.NewSchema ?? t.Schema) == column.Table.Schema)?.Name ?? column.Table.Name,
                columns.Find(c => c.NewName == column.Name && c.Table == column.Table.Name && c.Schema == column.Table.Schema)?.Name ?? column.Name),
            NewName = IndexName(column.Table.Name, column.Name),
        }).Where(r => r.Name != r.NewName);
        var behind = 1 + operations.ToList().FindLastIndex(o => o is RenameTableOperation or RenameColumnOperation);
        return [.. operations.Take(behind), .. renames, .. operations.Skip(behind)];
    }

    private static bool HadIndex(IColumn column, IReadOnlyList<MigrationOperation> operations)
        => operations.OfType<ColumnOperation>().FirstOrDefault(o => o.Name == column.Name && o.Table == column.Table.Name && o.Schema == column.Table.Schema) switch
        {
            null => column[PostgresVectorAnnotations.HnswOperatorClass] is not null,
            AlterColumnOperation altered => OperatorClassOf(altered.OldColumn) is not null,
            _ => false, // added
        };

    private static string? OperatorClassOf(ColumnOperation column) => (string?)column[PostgresVectorAnnotations.HnswOperatorClass];

    // The server cuts longer names off, where those of two columns may be alike. Unlike EF Core's number behind a name that was shortened, this depends on no other index, which a migration may not know.
    private static string IndexName(string table, string column)
    {
        var name = $"IX_{table}_{column}";
        var bytes = Encoding.UTF8.GetBytes(name);
        if (bytes.Length <= MostBytesOfName)
            return name;
        var ending = $"~{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 4))}";
        var kept = MostBytesOfName - ending.Length;
        while ((bytes[kept] & 0xC0) == 0x80) // in the middle of a letter
            kept--;
        return Encoding.UTF8.GetString(bytes, 0, kept) + ending;
    }

    private void CreateIndex(ColumnOperation column, string table, string? schema, MigrationCommandListBuilder builder)
    {
        if (OperatorClassOf(column) is not { } operatorClass)
            return;
        var sql = Dependencies.SqlGenerationHelper;
        builder
            .Append($"CREATE INDEX {sql.DelimitIdentifier(IndexName(table, column.Name))} ON {sql.DelimitIdentifier(table, schema)} USING hnsw ({sql.DelimitIdentifier(column.Name)} {operatorClass})")
            .AppendLine(";").EndCommand();
    }
}
