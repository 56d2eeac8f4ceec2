using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace OmenDb.EFCore.Metadata.Internal;

/// <summary>
/// Refuses <see cref="VectorAttribute"/> and <see cref="VectorIndexAttribute"/> on what EF Core does not take for a property, but for another entity, a part or nothing:
/// it would say that a type needs a key or a constructor of which the application knows nothing.
/// </summary>
internal sealed class VectorMemberConvention : IModelFinalizingConvention
{
    /// <summary>Adds it behind what cleans the model up, and before what first refuses a type.</summary>
    public static void AddTo(ConventionSet conventionSet)
    {
        var members = new VectorMemberConvention();
        if (!ConventionSet.AddBefore(conventionSet.ModelFinalizingConventions, members, typeof(ConstructorBindingConvention)))
            conventionSet.ModelFinalizingConventions.Add(members);
    }

    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entityType in modelBuilder.Metadata.GetEntityTypes())
            Check(entityType);
    }

    public static InvalidOperationException NoVector(string name, Type type)
    {
        var inside = type.GetProperties().FirstOrDefault(p => VectorPropertyExtensions.IsVectorType(p.PropertyType));
        return new InvalidOperationException(
            $"'{name}' cannot be a vector: its type is {type.ShortDisplayName()}. Use float[], Memory<float> or ReadOnlyMemory<float>, or the same of Half{(inside is null ? "" : $": its {inside.Name} is one")}.");
    }

    private static void Check(IConventionTypeBase type)
    {
        foreach (var (member, memberType) in Members(type.ClrType))
        {
            if ((member.IsDefined(typeof(VectorAttribute), inherit: true) || member.IsDefined(typeof(VectorIndexAttribute), inherit: true)) && !VectorPropertyExtensions.IsVectorType(memberType)
                && type.FindProperty(member.Name) is null && !type.IsIgnored(member.Name) && !type.Model.IsIgnored(memberType))
                throw NoVector($"{type.DisplayName()}.{member.Name}", memberType);
        }

        foreach (var part in type.GetDeclaredComplexProperties())
            Check(part.ComplexType);
    }

    private static IEnumerable<(MemberInfo Member, Type Type)> Members(Type type)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;
        return type.GetProperties(All).Select(p => ((MemberInfo)p, p.PropertyType)).Concat(type.GetFields(All).Select(f => ((MemberInfo)f, f.FieldType)));
    }
}
