using Microsoft.EntityFrameworkCore.Metadata;

namespace OmenDb.EFCore.Infrastructure.Internal;

/// <summary>A navigation from an entity of a batch to another one, whose key goes into a column.</summary>
internal sealed class BatchReference
{
    private readonly INavigation _navigation;
    private readonly IProperty _key;
    private readonly IClrPropertyGetter _getter;
    private readonly IClrPropertyGetter? _keyGetter;

    private BatchReference(INavigation navigation, IProperty key)
    {
        _navigation = navigation;
        _key = key;
        _getter = navigation.GetGetter();
        _keyGetter = key.IsShadowProperty() ? null : key.GetGetter();
    }

    /// <summary>The navigations of an entity type whose foreign key holds a property.</summary>
    public static IEnumerable<BatchReference> Of(IProperty property, IEntityType entityType)
        => from navigation in entityType.GetNavigations()
           where navigation.IsOnDependent && navigation.ForeignKey.Properties.Contains(property)
           select new BatchReference(navigation, navigation.ForeignKey.PrincipalKey.Properties[navigation.ForeignKey.Properties.ToList().IndexOf(property)]);

    /// <summary>The entity that is referred to.</summary>
    public object? Principal(object entity) => _getter.GetClrValue(entity);

    /// <summary>The key of the entity that is referred to; <see langword="null"/> where there is none.</summary>
    /// <exception cref="ArgumentException">That entity has no key yet.</exception>
    public object? Key(object entity)
    {
        if (Principal(entity) is not { } principal)
            return null;
        return _keyGetter is not null && !(_key.ValueGenerated.HasFlag(ValueGenerated.OnAdd) && _keyGetter.HasSentinelValue(principal)) && _keyGetter.GetClrValue(principal) is { } key
            ? key
            : throw new ArgumentException(
                $"'{_navigation.DeclaringEntityType.DisplayName()}.{_navigation.Name}' refers to a '{_navigation.TargetEntityType.DisplayName()}' whose '{_key.Name}' is not set: AddBatch inserts no other entities. Insert that one before.");
    }
}
