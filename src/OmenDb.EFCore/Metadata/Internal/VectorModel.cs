using Microsoft.EntityFrameworkCore.Metadata;

namespace OmenDb.EFCore.Metadata.Internal;

/// <summary>The vector properties of a finished model, looked up once.</summary>
internal sealed class VectorModel
{
    private const string RuntimeAnnotation = "OmenDb:VectorModel";
    private static readonly IProperty[] None = [];
    private readonly Dictionary<IEntityType, IProperty[]> _vectors;

    private VectorModel(IModel model)
        => _vectors = model.GetEntityTypes()
            .Select(e => (Entity: e, Vectors: e.GetProperties().Where(p => p.GetDimensions() is not null).ToArray()))
            .Where(e => e.Vectors.Length > 0)
            .ToDictionary(e => e.Entity, e => e.Vectors);

    public bool HasVectors => _vectors.Count > 0;

    public static VectorModel For(IModel model)
        => model.GetOrAddRuntimeAnnotationValue(RuntimeAnnotation, static m => new VectorModel(m!), model);

    public IProperty[] VectorsOf(IEntityType entityType) => _vectors.GetValueOrDefault(entityType, None);
}
