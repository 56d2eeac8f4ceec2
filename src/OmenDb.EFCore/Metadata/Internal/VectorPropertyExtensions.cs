using Microsoft.EntityFrameworkCore.Metadata;

namespace OmenDb.EFCore.Metadata.Internal;

internal static class VectorPropertyExtensions
{
    public const int MaxDimensions = 16_000;

    public static int? GetDimensions(this IReadOnlyProperty property) => (int?)property[VectorAnnotationNames.Dimensions];

    /// <summary>The metric of the property's index, or <see langword="null"/> when it has no index.</summary>
    public static VectorMetric? GetIndexMetric(this IReadOnlyProperty property)
        => property[VectorAnnotationNames.Metric] is { } metric ? (VectorMetric)metric : null;

    public static IEnumerable<IReadOnlyProperty> GetIndexedVectors(this IReadOnlyEntityType entityType)
        => entityType.GetProperties().Where(p => p.GetIndexMetric() is not null);

    public static string DisplayName(this IReadOnlyProperty property)
        => $"{property.DeclaringType.DisplayName()}.{property.Name}";

    public static bool IsVectorType(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(ReadOnlyMemory<float>) || type == typeof(Memory<float>) || type == typeof(float[]);
    }
}
