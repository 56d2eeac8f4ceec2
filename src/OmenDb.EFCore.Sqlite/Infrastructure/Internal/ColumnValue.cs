using System.Data.Common;
using Microsoft.Data.Sqlite;
using OmenDb.EFCore.Infrastructure.Internal;
using OmenDb.EFCore.Metadata.Internal;
using OmenDb.EFCore.Sqlite.Storage.Internal;

namespace OmenDb.EFCore.Sqlite.Infrastructure.Internal;

/// <summary>One column of a batch and its parameter.</summary>
internal sealed class ColumnValue
{
    private readonly byte[]? _vector;

    public ColumnValue(BatchColumn column, DbCommand command, string parameterName)
    {
        Column = column;
        if (column.Property.GetDimensions() is { } dimensions)
            _vector = new byte[dimensions * (column.Property.IsHalf() ? 2 : sizeof(float))];
        Parameter = (SqliteParameter)column.Mapping.CreateParameter(command, parameterName, null, nullable: true);
        command.Parameters.Add(Parameter);
    }

    public BatchColumn Column { get; }

    public SqliteParameter Parameter { get; }

    public void Read(object entity)
    {
        var value = Column.Read(entity);
        if (_vector is not null && value is not null)
        {
            VectorTypeMapping.Bytes(value).CopyTo(_vector);
            Parameter.Value = _vector;
            return;
        }

        Parameter.Value = (Column.Mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value) ?? DBNull.Value;
    }
}
