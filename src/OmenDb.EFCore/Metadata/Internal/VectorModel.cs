using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace OmenDb.EFCore.Metadata.Internal;

/// <summary>The vector properties of a finished model, looked up once.</summary>
internal sealed class VectorModel
{
    private const string RuntimeAnnotation = "OmenDb:VectorModel";
    private static readonly (IProperty Vector, string[] Parts)[] None = [];
    private readonly Dictionary<IEntityType, (IProperty Vector, string[] Parts)[]> _vectors;

    private VectorModel(IModel model)
        => _vectors = model.GetEntityTypes()
            .Select(e => (Entity: e, Vectors: Vectors(e, []).ToArray()))
            .Where(e => e.Vectors.Length > 0)
            .ToDictionary(e => e.Entity, e => e.Vectors);

    /// <summary>Every property with a vector index, once.</summary>
    public IEnumerable<IProperty> Indexed => _vectors.Values.SelectMany(v => v).Select(v => v.Vector).Where(v => v.GetIndexMetric() is not null).Distinct();

    public bool HasVectors => _vectors.Count > 0;

    public static VectorModel For(IModel model)
        => model.GetOrAddRuntimeAnnotationValue(RuntimeAnnotation, static m => new VectorModel(m!), model);

    /// <summary>The entity type's vectors, each with the complex parts that lead to it.</summary>
    public (IProperty Vector, string[] Parts)[] VectorsOf(IEntityType entityType) => _vectors.GetValueOrDefault(entityType, None);

    /// <summary>The tracked value of a vector; <see langword="null"/> where the part that has it is missing.</summary>
    public static PropertyEntry? Entry(EntityEntry entry, IProperty vector, string[] parts)
    {
        if (parts.Length == 0)
            return entry.Property(vector);
        var part = entry.ComplexProperty(parts[0]);
        foreach (var name in parts.AsSpan(1))
        {
            if (part.CurrentValue is null)
                return null;
            part = part.ComplexProperty(name);
        }

        return part.CurrentValue is null ? null : part.Property(vector);
    }

    private static IEnumerable<(IProperty Vector, string[] Parts)> Vectors(ITypeBase type, string[] parts)
        => type.GetProperties().Where(p => p.GetDimensions() is not null).Select(p => (p, parts))
            .Concat(type.GetComplexProperties().Where(c => !c.IsCollection).SelectMany(c => Vectors(c.ComplexType, [.. parts, c.Name])));
}
