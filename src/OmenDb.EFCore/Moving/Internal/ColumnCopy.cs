using System.Collections;
using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace OmenDb.EFCore.Moving.Internal;

/// <summary>Takes a column's value as one store has it, and makes of it what the other has.</summary>
internal sealed class ColumnCopy
{
    private readonly Func<DbDataReader, int, object> _read;
    private readonly RelationalTypeMapping _from;
    private readonly RelationalTypeMapping _to;
    private readonly DbParameter _parameter;

    public ColumnCopy(IColumn from, IColumn to, DbCommand command, string parameterName)
    {
        _from = MappingOf(from);
        _to = MappingOf(to);
        _read = Reader(_from);
        _parameter = _to.CreateParameter(command, parameterName, null, nullable: true);
        command.Parameters.Add(_parameter);
    }

    public void Copy(DbDataReader reader, int ordinal)
    {
        if (reader.IsDBNull(ordinal))
        {
            _parameter.Value = DBNull.Value;
            return;
        }

        var value = _read(reader, ordinal);
        if (_from.Converter is { } fromStore)
            value = fromStore.ConvertFromProvider(value);
        if (value is not null && _to.StoreType.Contains("with time zone", StringComparison.Ordinal))
            value = InUtc(value);
        _parameter.Value = (_to.Converter is { } toStore ? toStore.ConvertToProvider(value) : value) ?? DBNull.Value;
    }

    // SQLite keeps offsets, and no kind of a time; such a column takes UTC only.
    private static object InUtc(object value)
    {
        switch (value)
        {
            case DateTime { Kind: DateTimeKind.Unspecified } time:
                return DateTime.SpecifyKind(time, DateTimeKind.Utc);
            case DateTimeOffset time:
                return time.ToUniversalTime();
            case IList times:
                for (var i = 0; i < times.Count; i++)
                    times[i] = times[i] is { } time ? InUtc(time) : null;
                return times;
            default:
                return value;
        }
    }

    private static RelationalTypeMapping MappingOf(IColumn column)
        => (column.PropertyMappings is [var mapping, ..] ? mapping.TypeMapping : null)
            ?? throw new NotSupportedException($"'{column.Table.Name}.{column.Name}' holds JSON, which cannot be copied. Map the part to columns, without ToJson, or copy the table yourself.");

    private static Func<DbDataReader, int, object> Reader(RelationalTypeMapping mapping)
    {
        var (reader, ordinal) = (Expression.Parameter(typeof(DbDataReader)), Expression.Parameter(typeof(int)));
        var method = mapping.GetDataReaderMethod();
        var value = mapping.CustomizeDataReaderExpression(
            Expression.Call(method.DeclaringType == typeof(DbDataReader) ? reader : Expression.Convert(reader, method.DeclaringType!), method, ordinal));
        return Expression.Lambda<Func<DbDataReader, int, object>>(Expression.Convert(value, typeof(object)), reader, ordinal).Compile();
    }
}
