using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.ValueGeneration;
using OmenDb.EFCore.Metadata.Internal;
using OmenDb.EFCore.Sqlite.Storage.Internal;

namespace OmenDb.EFCore.Sqlite.Infrastructure.Internal;

/// <summary>One column of a batch: takes its value from an entity as SaveChanges would, and puts it into a parameter.</summary>
internal sealed class ColumnValue
{
    private readonly RelationalTypeMapping _mapping;
    private readonly IClrPropertyGetter? _getter;
    private readonly ValueGenerator? _generator;
    private readonly object? _default;
    private readonly byte[]? _vector;

    public ColumnValue(DbContext context, IEntityType entityType, IProperty property, DbCommand command, string parameterName)
    {
        Property = property;
        _mapping = property.GetRelationalTypeMapping();
        _getter = property.IsShadowProperty() ? null : property.GetGetter();
        if (property.GetDimensions() is { } dimensions)
            _vector = new byte[dimensions * (property.IsHalf() ? 2 : sizeof(float))];
        if (property == entityType.FindDiscriminatorProperty())
            _default = entityType.GetDiscriminatorValue();
        else if (property.ValueGenerated.HasFlag(ValueGenerated.OnAdd))
            _generator = Generator(context, entityType, property, out _default);

        var key = entityType.FindPrimaryKey();
        IsRowId = _generator is null && _default is null && property.ValueGenerated == ValueGenerated.OnAdd
            && key?.Properties is [var only] && only == property
            && (_mapping.Converter?.ProviderClrType ?? Unwrap(property.ClrType)) is { IsPrimitive: true };
        Parameter = (SqliteParameter)_mapping.CreateParameter(command, parameterName, null, nullable: true);
        command.Parameters.Add(Parameter);
    }

    public IProperty Property { get; }

    public SqliteParameter Parameter { get; }

    /// <summary>Whether SQLite makes the value when it is not set: an integer primary key.</summary>
    public bool IsRowId { get; }

    public void Read(object entity)
    {
        var value = _getter?.GetClrValue(entity);
        if (Property.ValueGenerated.HasFlag(ValueGenerated.OnAdd) || _getter is null)
            value = Generated(entity, value);
        if (_vector is not null && value is not null)
        {
            VectorGuard.Check(Property, value);
            VectorTypeMapping.Bytes(value).CopyTo(_vector);
            Parameter.Value = _vector;
            return;
        }

        if (value is not null && _mapping.Converter is { } converter)
            value = converter.ConvertToProvider(value);
        Parameter.Value = value ?? DBNull.Value;
    }

    public void SetRowId(object entity, long rowId)
    {
        if (_getter is null || !_getter.HasSentinelValue(entity))
            return;
        var type = _mapping.Converter?.ProviderClrType ?? Unwrap(Property.ClrType);
        var value = Convert.ChangeType(rowId, type, CultureInfo.InvariantCulture);
        Set(entity, _mapping.Converter is { } converter ? converter.ConvertFromProvider(value) : value);
    }

    private static Type Unwrap(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static ValueGenerator? Generator(DbContext context, IEntityType entityType, IProperty property, out object? constant)
    {
        constant = property.FindAnnotation(RelationalAnnotationNames.DefaultValue)?.Value;
        if (constant is not null)
            return null;
        if (property.GetDefaultValueSql() is not null)
        {
            throw new NotSupportedException(
                $"AddBatch cannot leave '{property.DisplayName()}' to the database, which computes its default by SQL. Use AddRange and SaveChanges.");
        }

        return context.GetService<IValueGeneratorSelector>().TrySelect(property, entityType, out var generator) && generator is { GeneratesTemporaryValues: false }
            ? generator
            : null;
    }

    private object? Generated(object entity, object? value)
    {
        if (_getter is not null && !_getter.HasSentinelValue(entity))
            return value;
        if (IsRowId)
            return null;
        if (_generator is null)
            return _default ?? value;
        var generated = _generator.Next(null!);
        Set(entity, generated);
        return generated;
    }

    private void Set(object entity, object? value)
    {
        if (Property.PropertyInfo is { CanWrite: true } property)
            property.SetValue(entity, value);
        else
            Property.FieldInfo?.SetValue(entity, value);
    }
}
