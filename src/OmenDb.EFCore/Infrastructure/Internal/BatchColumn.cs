using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.ValueGeneration;
using OmenDb.EFCore.Metadata.Internal;

namespace OmenDb.EFCore.Infrastructure.Internal;

/// <summary>One column of a batch: takes its value from an entity as SaveChanges would.</summary>
internal sealed class BatchColumn
{
    private readonly DbContext _context;
    private readonly IClrPropertyGetter? _getter;
    private readonly ValueGenerator? _generator;
    private readonly object? _default;
    private readonly BatchReference[] _references;

    private BatchColumn(DbContext context, IEntityType entityType, IProperty property, string name, bool isMade)
    {
        _context = context;
        Property = property;
        Name = name;
        Mapping = property.GetRelationalTypeMapping();
        _getter = property.IsShadowProperty() ? null : property.GetGetter();
        _references = [.. BatchReference.Of(property, entityType)];
        if (property == entityType.FindDiscriminatorProperty())
            _default = entityType.GetDiscriminatorValue();
        else if (IsGenerated)
            _generator = Generator(context, entityType, property, out _default);
        else if (_getter is null)
            _default = property.Sentinel;
        IsMade = isMade && _generator is null && _default is null && property.ValueGenerated == ValueGenerated.OnAdd && StoreType.IsPrimitive;
    }

    public IProperty Property { get; }

    /// <summary>The column's name in the table.</summary>
    public string Name { get; }

    public RelationalTypeMapping Mapping { get; }

    /// <summary>Whether the database makes the number when it is not set.</summary>
    public bool IsMade { get; }

    private bool IsGenerated => Property.ValueGenerated.HasFlag(ValueGenerated.OnAdd) || Property.GetValueGeneratorFactory() is not null;

    private Type StoreType => Mapping.Converter?.ProviderClrType ?? Nullable.GetUnderlyingType(Property.ClrType) ?? Property.ClrType;

    /// <summary>The type that an entity of a batch is mapped as.</summary>
    public static IEntityType TypeOf(DbContext context, IEntityType set, object entity)
        => set.HasSharedClrType ? throw new NotSupportedException($"AddBatch inserts entities that have a class of their own; '{set.DisplayName()}' has none. Use AddRange and SaveChanges.")
            : context.Model.FindRuntimeEntityType(entity.GetType()) is { } type && set.IsAssignableFrom(type)
            ? type
            : throw new ArgumentException($"'{entity.GetType().Name}' is not mapped as a '{set.DisplayName()}'.");

    /// <summary>The columns of an entity type, which must be one row of one table by itself.</summary>
    /// <param name="context">The context of the batch.</param>
    /// <param name="entityType">The entity type.</param>
    /// <param name="isMade">Whether the database makes numbers for a property.</param>
    public static IEnumerable<BatchColumn> All(DbContext context, IEntityType entityType, Func<IProperty, bool> isMade)
    {
        var mappings = entityType.GetTableMappings().ToList();
        if (mappings.Count != 1 || entityType.GetComplexProperties().Any() || entityType.GetNavigations().Any(n => n.ForeignKey.IsOwnership && !n.IsOnDependent)
            || mappings[0].Table.EntityTypeMappings.Any(m => m.TypeBase is not IEntityType other || other.GetRootType() != entityType.GetRootType()))
        {
            throw new NotSupportedException(
                $"AddBatch inserts entities that are one row of one table by themselves; '{entityType.DisplayName()}' has owned or complex parts, shares its table or is split over several. Use AddRange and SaveChanges.");
        }

        var table = StoreObjectIdentifier.Create(entityType, StoreObjectType.Table)!.Value;
        return entityType.GetProperties().Where(p => p.GetBeforeSaveBehavior() != PropertySaveBehavior.Ignore) // the database's own, as for SaveChanges
            .Select(p => new BatchColumn(context, entityType, p, p.GetColumnName(table)!, isMade(p)));
    }

    /// <summary>The value to insert, before the column's converter; <see langword="null"/> also for a number that the database is to make.</summary>
    /// <exception cref="ArgumentException">It is a vector that no index could hold.</exception>
    public object? Read(object entity)
    {
        var value = _getter?.GetClrValue(entity);
        if (Referred(entity) is { } key)
            value = key;
        else if (IsGenerated || _getter is null)
            value = Generated(entity, value);
        VectorGuard.Check(Property, value);
        return value;
    }

    /// <summary>Whether the database is to make this entity's number.</summary>
    public bool IsMissing(object entity) => IsMade && (_getter is null || _getter.HasSentinelValue(entity));

    /// <summary>Puts the number that the database made onto the entity, unless it had one.</summary>
    /// <returns>The number as the database has it.</returns>
    public object SetMade(object entity, long number)
    {
        var value = Convert.ChangeType(number, StoreType, CultureInfo.InvariantCulture);
        if (_getter is not null && _getter.HasSentinelValue(entity))
            Set(entity, Mapping.Converter is { } converter ? converter.ConvertFromProvider(value) : value);
        return value;
    }

    /// <summary>The entities whose keys go into the column.</summary>
    public IEnumerable<object> Principals(object entity) => _references.Select(r => r.Principal(entity)).OfType<object>();

    /// <summary>Takes back what <see cref="SetMade"/> did to an entity.</summary>
    public void Unset(object entity) => Set(entity, Property.Sentinel);

    // The key of the entity that a navigation refers to. As for SaveChanges, it goes before what the foreign key property holds.
    private object? Referred(object entity)
    {
        foreach (var reference in _references)
        {
            if (reference.Key(entity) is not { } key)
                continue;
            if (_getter is not null)
                Set(entity, key);
            return key;
        }

        return null;
    }

    private static ValueGenerator? Generator(DbContext context, IEntityType entityType, IProperty property, out object? constant)
    {
        constant = property.FindAnnotation(RelationalAnnotationNames.DefaultValue)?.Value;
        if (constant is not null || property.GetDefaultValueSql() is not null)
            return null;
        return context.GetService<IValueGeneratorSelector>().TrySelect(property, entityType, out var generator) && generator is { GeneratesTemporaryValues: false }
            ? generator
            : null;
    }

    private object? Generated(object entity, object? value)
    {
        if (_getter is not null && !_getter.HasSentinelValue(entity))
            return value;
        if (IsMade)
            return null;
        if (_generator is null)
            return _default ?? (IsGenerated ? throw Unmade() : value);
        var generated = _generator.Next(Property.GetValueGeneratorFactory() is null ? null! : EntryOf(entity));
        Set(entity, generated);
        return generated;
    }

    private NotSupportedException Unmade()
        => new($"AddBatch cannot leave '{Property.DisplayName()}' to the database{(Property.GetDefaultValueSql() is null ? ": the model does not say how it makes the value" : ", which computes its default by SQL")}. Set it, or use AddRange and SaveChanges.");

#pragma warning disable EF1001 // an entry that the context does not keep, so that memory does not grow with the number of entities
    private EntityEntry EntryOf(object entity)
        => new(new InternalEntityEntry(_context.GetService<IStateManager>(), BatchColumn.TypeOf(_context, (IEntityType)Property.DeclaringType, entity), entity));
#pragma warning restore EF1001

    private void Set(object entity, object? value)
    {
        if (Property.PropertyInfo is { CanWrite: true } property)
            property.SetValue(entity, value);
        else
            Property.FieldInfo?.SetValue(entity, value);
    }
}
