using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using OmenDb.EFCore.Metadata.Internal;
using OmenDb.EFCore.PostgreSQL.Storage.Internal;

namespace OmenDb.EFCore.PostgreSQL.Metadata.Internal;

/// <summary>Maps vectors to pgvector's types, gives each vector index an hnsw index, and the model the extension.</summary>
internal sealed class PostgresVectorConvention : IPropertyAddedConvention, IModelFinalizingConvention
{
    private const string Extension = "vector";

    public void ProcessPropertyAdded(IConventionPropertyBuilder propertyBuilder, IConventionContext<IConventionPropertyBuilder> context)
    {
        // Npgsql takes float[] for an array; as a vector it is one value.
        if (propertyBuilder.Metadata.GetDimensions() is not null)
            Map(propertyBuilder.Metadata);
    }

    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        var vectors = modelBuilder.Metadata.GetAllProperties().Where(p => p.GetDimensions() is not null).Cast<IConventionProperty>().ToList();
        if (vectors.Count == 0)
            return;
        if (!modelBuilder.Metadata.GetPostgresExtensions().Any(e => e.Name == Extension)) // the application may want it in a schema
            modelBuilder.Metadata.GetOrAddPostgresExtension(null, Extension, null);
        foreach (var vector in vectors)
        {
            Map(vector);
            if (vector.GetIndexMetric() is { } metric)
                AddIndex(vector, metric);
        }
    }

    private static void Map(IConventionProperty property)
    {
        if (VectorTypeMapping.Find(property.ClrType, property.GetDimensions()) is not { } mapping)
            return;
        property.SetElementType(null);
        property.SetTypeMapping(mapping);
        property.SetColumnType(mapping.StoreType);
    }

    private static void AddIndex(IConventionProperty vector, VectorMetric metric)
    {
        var (name, dimensions, isHalf) = (vector.DisplayName(), vector.GetDimensions()!.Value, vector.IsHalf());
        if (dimensions > HnswIndex.MaxDimensions(isHalf))
        {
            throw new NotSupportedException(
                $"'{name}' cannot have a vector index on PostgreSQL: it has {dimensions:N0} dimensions, and an hnsw index takes at most {HnswIndex.MaxDimensions(isHalf):N0} of {(isHalf ? 16 : 32)}-bit floats. "
                + (isHalf ? "Use fewer dimensions, or leave the index out: searches then compare every row." : $"Make it Half[] or ReadOnlyMemory<Half>, which takes {HnswIndex.MaxDimensions(true):N0}, use fewer dimensions, or leave the index out: searches then compare every row."));
        }

        if (vector.DeclaringType is not IConventionEntityType entityType)
            return; // EF Core indexes no properties of complex types: migrations create this one from the column's annotations
        var index = entityType.Builder.HasIndex([vector])!;
        index.HasMethod(HnswIndex.Method);
        index.HasOperators(new string[] { OperatorClass.Name(metric, isHalf) }, fromDataAnnotation: false); // an array: Npgsql reads it back as one
    }
}
