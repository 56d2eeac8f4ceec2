#pragma warning disable EF1001 // Npgsql's own reading of the schema is what there is to add to
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Scaffolding;
using Microsoft.EntityFrameworkCore.Scaffolding.Metadata;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata.Internal;
using Npgsql.EntityFrameworkCore.PostgreSQL.Scaffolding.Internal;
using OmenDb.EFCore.Metadata.Internal;
using OmenDb.EFCore.PostgreSQL.Metadata.Internal;
using OmenDb.EFCore.PostgreSQL.Storage.Internal;

namespace OmenDb.EFCore.PostgreSQL.Design.Internal;

/// <summary>Finds the vectors of a database by their columns' types. An hnsw index of all rows by a metric that we have becomes the vector's own; other indexes stay what they are.</summary>
internal sealed class PostgresVectorDatabaseModelFactory(IDiagnosticsLogger<DbLoggerCategory.Scaffolding> logger) : NpgsqlDatabaseModelFactory(logger)
{
    public override DatabaseModel Create(DbConnection dbConnection, DatabaseModelFactoryOptions options)
    {
        var model = base.Create(dbConnection, options);
        foreach (var column in model.Tables.SelectMany(t => t.Columns))
        {
            if (VectorStoreType.DimensionsOf(column.StoreType) is { } dimensions)
                Declare(column, dimensions, VectorStoreType.IsHalf(column.StoreType!));
        }

        return model;
    }

    private static void Declare(DatabaseColumn column, int dimensions, bool isHalf)
    {
        column[VectorAnnotationNames.Dimensions] = dimensions;
        foreach (var metric in Enum.GetValues<VectorMetric>())
        {
            if (column.Table.Indexes.FirstOrDefault(i => IsOf(i, column, OperatorClass.Name(metric, isHalf))) is not { } index)
                continue;
            column[VectorAnnotationNames.Metric] = metric;
            column.Table.Indexes.Remove(index); // HasVectorIndex puts it into the model
            return;
        }
    }

    private static bool IsOf(DatabaseIndex index, DatabaseColumn column, string operatorClass)
        => index.Columns is [var only] && only == column && index.Filter is null
            && (string?)index[NpgsqlAnnotationNames.IndexMethod] == HnswIndex.Method
            && index[NpgsqlAnnotationNames.IndexOperators] is string[] and [var found] && found == operatorClass;
}
