using System.Collections;
using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace OmenDb.EFCore.Moving.Internal;

/// <summary>Reads a column's value from one store and converts it to what the other store keeps.</summary>
internal sealed class ColumnCopy
{
    private readonly Func<DbDataReader, int, object> _read;
    private readonly RelationalTypeMapping _to;
    private readonly DbParameter _parameter;
    private readonly ValueConverter? _fromStore;
    private readonly ValueConverter? _toStore;

    public ColumnCopy(IColumn from, IColumn to, DbCommand command, string parameterName)
    {
        var mapping = MappingOf(from);
        _to = MappingOf(to);
        _read = Reader(mapping);
        if (mapping.GetType() == _to.GetType() && Kept(mapping) == Kept(_to))
            (_fromStore, _toStore) = (null, null); // as it is, damaged or not
        else if (Made(from, mapping) is { } there && Made(to, _to) is { } here && there.Type == here.Type)
            (_fromStore, _toStore) = (there.Store, here.Store);
        else
            (_fromStore, _toStore) = (mapping.Converter, _to.Converter);
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
        if (_fromStore is not null)
            value = _fromStore.ConvertFromProvider(value);
        if (_to.StoreType.Contains("with time zone", StringComparison.Ordinal))
            value = InUtc(value);
        _parameter.Value = (_toStore is not null ? _toStore.ConvertToProvider(value) : value) ?? DBNull.Value;
    }

    // SQLite keeps a time's offset but not its kind, and a column with a time zone takes UTC only.
    private static object? InUtc(object? value)
    {
        switch (value)
        {
            case DateTime { Kind: DateTimeKind.Unspecified } time:
                return DateTime.SpecifyKind(time, DateTimeKind.Utc);
            case DateTimeOffset time:
                return time.ToUniversalTime();
            case IList times:
                for (var i = 0; i < times.Count; i++)
                    times[i] = InUtc(times[i]);
                return times;
            default:
                return value;
        }
    }

    private static RelationalTypeMapping MappingOf(IColumn column)
        => (column.PropertyMappings is [var mapping, ..] ? mapping.TypeMapping : null)
            ?? throw new NotSupportedException($"'{column.Table.Name}.{column.Name}' holds JSON, which cannot be copied. Map the part to columns, without ToJson, or copy the table yourself.");

    private static Type Kept(RelationalTypeMapping mapping) => mapping.Converter?.ProviderClrType ?? mapping.ClrType;

    // The type that a converter of the model's own makes of a value, and how the store keeps that type. Such values are copied as they are: there may be no way back (a hash), or none to the same value again (a cipher).
    private static (Type Type, ValueConverter? Store)? Made(IColumn column, RelationalTypeMapping mapping)
    {
        var property = column.PropertyMappings[0].Property;
        if ((property.GetValueConverter()?.ProviderClrType ?? property.GetProviderClrType()) is not { } type)
            return null;
        type = Nullable.GetUnderlyingType(type) ?? type;
        var store = column.Table.Model.Model.GetModelDependencies()!.TypeMappingSource.FindMapping(type)?.Converter;
        return (store?.ProviderClrType ?? type) == mapping.Converter?.ProviderClrType ? (type, store) : null;
    }

    private static Func<DbDataReader, int, object> Reader(RelationalTypeMapping mapping)
    {
        var (reader, ordinal) = (Expression.Parameter(typeof(DbDataReader)), Expression.Parameter(typeof(int)));
        var method = mapping.GetDataReaderMethod();
        var value = mapping.CustomizeDataReaderExpression(
            Expression.Call(method.DeclaringType == typeof(DbDataReader) ? reader : Expression.Convert(reader, method.DeclaringType!), method, ordinal));
        return Expression.Lambda<Func<DbDataReader, int, object>>(Expression.Convert(value, typeof(object)), reader, ordinal).Compile();
    }
}
