#pragma warning disable EF1001 // what Npgsql itself generates must stay
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.Internal;
using Npgsql.EntityFrameworkCore.PostgreSQL.Migrations;
using OmenDb.EFCore.PostgreSQL.Metadata.Internal;

namespace OmenDb.EFCore.PostgreSQL.Migrations.Internal;

/// <summary>Creates and drops the hnsw indexes of complex parts together with their columns: EF Core's model has no indexes on these.</summary>
internal sealed class PostgresVectorMigrationsSqlGenerator(MigrationsSqlGeneratorDependencies dependencies, INpgsqlSingletonOptions options)
    : NpgsqlMigrationsSqlGenerator(dependencies, options)
{
    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        base.Generate(operation, model, builder, terminate);
        foreach (var column in operation.Columns)
            CreateIndex(column, operation.Name, operation.Schema, builder);
    }

    protected override void Generate(AddColumnOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        base.Generate(operation, model, builder, terminate);
        CreateIndex(operation, operation.Table, operation.Schema, builder);
    }

    protected override void Generate(AlterColumnOperation operation, IModel? model, MigrationCommandListBuilder builder)
    {
        var changed = OperatorClassOf(operation) != OperatorClassOf(operation.OldColumn);
        if (changed && OperatorClassOf(operation.OldColumn) is not null)
            builder.Append($"DROP INDEX {Dependencies.SqlGenerationHelper.DelimitIdentifier(IndexName(operation.Table, operation.Name), operation.Schema)}").AppendLine(";").EndCommand();
        base.Generate(operation, model, builder);
        if (changed)
            CreateIndex(operation, operation.Table, operation.Schema, builder);
    }

    private static string? OperatorClassOf(ColumnOperation column) => (string?)column[PostgresVectorAnnotations.HnswOperatorClass];

    private static string IndexName(string table, string column) => $"IX_{table}_{column}";

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
