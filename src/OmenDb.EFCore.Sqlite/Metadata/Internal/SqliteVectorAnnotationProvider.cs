#pragma warning disable EF1001 // what SQLite itself says of a column must stay
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Sqlite.Metadata.Internal;
using OmenDb.EFCore.Metadata.Internal;

namespace OmenDb.EFCore.Sqlite.Metadata.Internal;

/// <summary>Tells migrations how long a column's vectors are, and which of them have 16 bits an element, so that a change of it is seen.</summary>
internal sealed class SqliteVectorAnnotationProvider(RelationalAnnotationProviderDependencies dependencies) : SqliteAnnotationProvider(dependencies)
{
    public override IEnumerable<IAnnotation> For(IColumn column, bool designTime)
    {
        foreach (var annotation in base.For(column, designTime))
            yield return annotation;
        if (!designTime || column.PropertyMappings.Select(m => m.Property).FirstOrDefault(p => p.GetDimensions() is not null) is not { } vector)
            yield break;
        yield return new Annotation(VectorAnnotationNames.Dimensions, vector.GetDimensions());
        if (vector.IsHalf())
            yield return new Annotation(VectorAnnotationNames.ElementSize, 2);
    }
}
