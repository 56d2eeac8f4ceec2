using System.Collections;
using Microsoft.EntityFrameworkCore.Metadata;

namespace OmenDb.EFCore.Infrastructure.Internal;

/// <summary>What SaveChanges would save together with an entity, and a batch does not: the entities that refer to it.</summary>
/// <param name="entityType">The entity's type.</param>
internal sealed class BatchDependents(IEntityType entityType)
{
    private readonly (INavigationBase Navigation, IClrPropertyGetter Getter)[] _navigations =
    [
        .. entityType.GetNavigations().Where(n => !n.IsOnDependent && !n.ForeignKey.IsOwnership).Concat<INavigationBase>(entityType.GetSkipNavigations())
            .Where(n => !n.IsShadowProperty()).Select(n => (n, n.GetGetter())),
    ];

    /// <summary>Refuses an entity with dependents: the batch would leave them out in silence.</summary>
    /// <exception cref="NotSupportedException">The entity has dependents.</exception>
    public void Refuse(object entity)
    {
        foreach (var (navigation, getter) in _navigations)
        {
            if (getter.GetClrValue(entity) is { } value && (!navigation.IsCollection || ((IEnumerable)value).Cast<object>().Any()))
            {
                throw new NotSupportedException(
                    $"AddBatch inserts no other entities, and '{entityType.DisplayName()}.{navigation.Name}' holds some '{navigation.TargetEntityType.DisplayName()}'. Insert those in a batch of their own, or use AddRange and SaveChanges.");
            }
        }
    }
}
