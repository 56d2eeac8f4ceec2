using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.ValueGeneration;
using OmenDb.EFCore.Metadata.Internal;

namespace OmenDb.EFCore.Infrastructure.Internal;

/// <summary>One column of a batch: takes its value from an entity as SaveChanges would.</summary>
internal sealed class BatchColumn
{
    private readonly IClrPropertyGetter? _getter;
    private readonly ValueGenerator? _generator;
    private readonly object? _default;

    private BatchColumn(DbContext context, IEntityType entityType, IProperty property, string name)
    {
        Property = property;
        Name = name;
        Mapping = property.GetRelationalTypeMapping();
        _getter = property.IsShadowProperty() ? null : property.GetGetter();
        if (property == entityType.FindDiscriminatorProperty())
            _default = entityType.GetDiscriminatorValue();
        else if (property.ValueGenerated.HasFlag(ValueGenerated.OnAdd))
            _generator = Generator(context, entityType, property, out _default);

        var key = entityType.FindPrimaryKey();
        IsRowId = _generator is null && _default is null && property.ValueGenerated == ValueGenerated.OnAdd
            && key?.Properties is [var only] && only == property && StoreType is { IsPrimitive: true };
    }

    public IProperty Property { get; }

    /// <summary>The column's name in the table.</summary>
    public string Name { get; }

    public RelationalTypeMapping Mapping { get; }

    /// <summary>Whether the database makes the value when it is not set: an integer primary key.</summary>
    public bool IsRowId { get; }

    private Type StoreType => Mapping.Converter?.ProviderClrType ?? Nullable.GetUnderlyingType(Property.ClrType) ?? Property.ClrType;

    /// <summary>The type that an entity of a batch is mapped as.</summary>
    public static IEntityType TypeOf(DbContext context, IEntityType set, object entity)
        => context.Model.FindRuntimeEntityType(entity.GetType()) is { } type && set.IsAssignableFrom(type)
            ? type
            : throw new ArgumentException($"'{entity.GetType().Name}' is not mapped as a '{set.DisplayName()}'.");

    /// <summary>The columns of an entity type, which must be one row of one table by itself.</summary>
    public static IEnumerable<BatchColumn> All(DbContext context, IEntityType entityType)
    {
        var mappings = entityType.GetTableMappings().ToList();
        if (mappings.Count != 1 || entityType.GetComplexProperties().Any()
            || mappings[0].Table.EntityTypeMappings.Any(m => m.TypeBase is not IEntityType other || other.GetRootType() != entityType.GetRootType()))
        {
            throw new NotSupportedException(
                $"AddBatch inserts entities that are one row of one table by themselves; '{entityType.DisplayName()}' has owned or complex parts, shares its table or is split over several. Use AddRange and SaveChanges.");
        }

        var table = StoreObjectIdentifier.Create(entityType, StoreObjectType.Table)!.Value;
        return entityType.GetProperties().Where(p => p.GetComputedColumnSql() is null && p.GetBeforeSaveBehavior() != PropertySaveBehavior.Ignore) // the database's own, as for SaveChanges
            .Select(p => new BatchColumn(context, entityType, p, p.GetColumnName(table)!));
    }

    /// <summary>The value to insert, not converted; <see langword="null"/> also for a key that the database is to make.</summary>
    /// <exception cref="ArgumentException">It is a vector that no index could hold.</exception>
    public object? Read(object entity)
    {
        var value = _getter?.GetClrValue(entity);
        if (Property.ValueGenerated.HasFlag(ValueGenerated.OnAdd) || _getter is null)
            value = Generated(entity, value);
        VectorGuard.Check(Property, value);
        return value;
    }

    /// <summary>Whether the database is to make this entity's key.</summary>
    public bool IsMissing(object entity) => IsRowId && (_getter is null || _getter.HasSentinelValue(entity));

    /// <summary>Puts the key that the database made onto the entity, unless it had one.</summary>
    public void SetRowId(object entity, long rowId)
    {
        if (_getter is null || !_getter.HasSentinelValue(entity))
            return;
        var value = Convert.ChangeType(rowId, StoreType, CultureInfo.InvariantCulture);
        Set(entity, Mapping.Converter is { } converter ? converter.ConvertFromProvider(value) : value);
    }

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
