using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using OmenDb.EFCore.Query.Internal;

namespace OmenDb.EFCore.Metadata.Internal;

/// <summary>Reads <see cref="VectorAttribute"/> and <see cref="VectorIndexAttribute"/>, and refuses a model that cannot work.</summary>
internal sealed class VectorConventions : IPropertyAddedConvention, IModelFinalizingConvention
{
    public void ProcessPropertyAdded(IConventionPropertyBuilder propertyBuilder, IConventionContext<IConventionPropertyBuilder> context)
    {
        var property = propertyBuilder.Metadata;
        if (((MemberInfo?)property.PropertyInfo ?? property.FieldInfo) is not { } member)
            return;
        if (member.GetCustomAttribute<VectorAttribute>(inherit: true) is { } vector)
            propertyBuilder.HasAnnotation(VectorAnnotationNames.Dimensions, vector.Dimensions, fromDataAnnotation: true);
        if (member.GetCustomAttribute<VectorIndexAttribute>(inherit: true) is not { } index)
            return;
        propertyBuilder.HasAnnotation(VectorAnnotationNames.Metric, index.Metric, fromDataAnnotation: true);
        if (index.Storage != VectorIndexStorage.Full)
            propertyBuilder.HasAnnotation(VectorAnnotationNames.Storage, index.Storage, fromDataAnnotation: true);
        if (index.TargetRecall != VectorPropertyExtensions.DefaultTargetRecall)
            propertyBuilder.HasAnnotation(VectorAnnotationNames.TargetRecall, index.TargetRecall, fromDataAnnotation: true);
    }

    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
        {
            if (entity.GetDeclaredQueryFilters().FirstOrDefault(f => f.Expression is { } filter && SearchFinder.IsIn(filter)) is not null)
            {
                throw new InvalidOperationException(
                    $"The query filter of '{entity.DisplayName()}' searches, and EF Core adds filters to a query after searches were translated. Compare every row in it, "
                    + "by EF.Functions.VectorDistance(metric, vector, query), or search in the queries themselves.");
            }
        }

        var columns = new Dictionary<(StoreObjectIdentifier Table, string Column), IReadOnlyProperty>();
        foreach (var property in modelBuilder.Metadata.GetAllProperties())
        {
            var dimensions = property.GetDimensions();
            if (dimensions is null && property.GetIndexMetric() is null)
                continue;
            var name = property.DisplayName();
            if (!VectorPropertyExtensions.IsVectorType(property.ClrType))
                throw VectorMemberConvention.NoVector(name, property.ClrType);
            if (dimensions is null)
                throw new InvalidOperationException($"'{name}' has a vector index, but its dimensions are not known. Add [Vector(n)], or IsVector(n) on its property.");
            if (dimensions is < 1 or > VectorPropertyExtensions.MaxDimensions)
                throw new InvalidOperationException($"'{name}' has {dimensions:N0} dimensions; a vector has 1 to {VectorPropertyExtensions.MaxDimensions:N0}.");
            if (property.DeclaringType.IsMappedToJson())
                throw new NotSupportedException($"'{name}' cannot be a vector: it is inside a JSON column. Map '{property.DeclaringType.DisplayName()}' to columns, without ToJson, or put the vector on the entity itself.");
            if (property.IsHalf())
                ((IConventionProperty)property).SetAnnotation(VectorAnnotationNames.ElementSize, 2);
            foreach (var table in property.GetMappedStoreObjects(StoreObjectType.Table))
            {
                if (property.GetColumnName(table) is { } column && !columns.TryAdd((table, column), property) && columns[(table, column)] is var other
                    && (other.GetDimensions(), other.IsHalf()) != (dimensions, property.IsHalf()) && (other.GetIndexMetric() ?? property.GetIndexMetric()) is not null)
                {
                    throw new InvalidOperationException(
                        $"'{other.DisplayName()}' and '{name}' are both the column '{column}' of '{table.DisplayName()}', but the one is {Kind(other)}, and the other {Kind(property)}. "
                        + "Give one a column of its own, with HasColumnName, or declare them alike.");
                }
            }

            if (property.GetIndexMetric() is null)
                continue;
            if (property.TargetRecallProblem(property.GetIndexTargetRecall()) is { } problem)
                throw new InvalidOperationException(problem);
            if (property.DeclaringType.ContainingEntityType is var entity && entity.FindPrimaryKey() is null)
                throw new InvalidOperationException($"'{name}' cannot have a vector index: '{entity.DisplayName()}' has no primary key.");
            if (InCollection(property.DeclaringType))
                throw new NotSupportedException($"'{name}' cannot have a vector index: it is in a collection of parts. Make '{property.DeclaringType.DisplayName()}' an entity with a key of its own.");
        }
    }

    private static string Kind(IReadOnlyProperty vector) => $"{vector.GetDimensions():N0} {(vector.IsHalf() ? 16 : 32)}-bit floats";

    private static bool InCollection(IReadOnlyTypeBase type) => type switch
    {
        IReadOnlyComplexType complex => complex.ComplexProperty.IsCollection || InCollection(complex.ComplexProperty.DeclaringType),
        IReadOnlyEntityType entity when entity.FindOwnership() is { } ownership => !ownership.IsUnique || InCollection(ownership.PrincipalEntityType),
        _ => false,
    };
}
