using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace OmenDb.EFCore.Metadata.Internal;

internal static class VectorPropertyExtensions
{
    public const int MaxDimensions = 16_000;
    public const double DefaultTargetRecall = 0.98;

    public static int? GetDimensions(this IReadOnlyProperty property) => (int?)property[VectorAnnotationNames.Dimensions];

    /// <summary>The metric of the property's index, or <see langword="null"/> when it has no index.</summary>
    public static VectorMetric? GetIndexMetric(this IReadOnlyProperty property)
        => property[VectorAnnotationNames.Metric] is { } metric ? (VectorMetric)metric : null;

    /// <summary>The metric of the index that holds the property's values: its own, or that of another property with the same column.</summary>
    public static VectorMetric? GetColumnMetric(this IProperty property) => property.GetIndexMetric() ?? property.GetOrAddRuntimeAnnotationValue(
        "OmenDb:ColumnMetric",
        static p => p!.GetTableColumnMappings().SelectMany(m => m.Column.PropertyMappings).Select(m => m.Property.GetIndexMetric()).FirstOrDefault(m => m is not null),
        property);

    /// <summary>What the file of the property's index holds.</summary>
    public static VectorIndexStorage GetIndexStorage(this IReadOnlyProperty property)
        => property[VectorAnnotationNames.Storage] is { } storage ? (VectorIndexStorage)storage : VectorIndexStorage.Full;

    /// <summary>The recall that the application asks of the property's index.</summary>
    public static double GetIndexTargetRecall(this IReadOnlyProperty property)
        => property[VectorAnnotationNames.TargetRecall] is double recall ? recall : DefaultTargetRecall;

    /// <summary>What is wrong with a recall that was asked of the property's index, or <see langword="null"/> when it can be promised.</summary>
    public static string? TargetRecallProblem(this IReadOnlyProperty property, double recall) => recall is > 0 and <= 1
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"The target recall of '{property.DisplayName()}' is {recall}; it must be above 0 and at most 1. It is a share of the nearest rows: 0.95 for 95 %.");

    /// <summary>Every property of the model, those of complex parts included.</summary>
    public static IEnumerable<IReadOnlyProperty> GetAllProperties(this IReadOnlyModel model)
        => model.GetEntityTypes().SelectMany(e => GetAllProperties(e));

    /// <summary>The entity that a search by the property returns: the one that has it, or the owner of the part that does.</summary>
    public static IReadOnlyEntityType GetSearchedEntityType(this IReadOnlyProperty property)
    {
        var entityType = property.DeclaringType.ContainingEntityType;
        while (entityType.FindOwnership() is { } ownership)
            entityType = ownership.PrincipalEntityType;
        return entityType;
    }

    public static string DisplayName(this IReadOnlyProperty property)
        => $"{property.DeclaringType.DisplayName()}.{property.Name}";

    /// <summary>The elements of a vector type are 32-bit, or 16-bit, floats.</summary>
    public static bool IsVectorType(Type type) => ElementType(type) is not null;

    public static bool IsHalf(Type type) => ElementType(type) == typeof(Half);

    public static bool IsHalf(this IReadOnlyProperty property) => IsHalf(property.ClrType) || property[VectorAnnotationNames.ElementSize] is 2;

    private static Type? ElementType(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        var element = type.IsArray ? type.GetElementType()!
            : type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(ReadOnlyMemory<>) || type.GetGenericTypeDefinition() == typeof(Memory<>)) ? type.GetGenericArguments()[0] : null;
        return element == typeof(float) || element == typeof(Half) ? element : null;
    }

    private static IEnumerable<IReadOnlyProperty> GetAllProperties(IReadOnlyTypeBase type)
        => type.GetDeclaredProperties().Concat(type.GetDeclaredComplexProperties().SelectMany(c => GetAllProperties(c.ComplexType)));
}
