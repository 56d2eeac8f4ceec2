#pragma warning disable EF1001 // what SQLite itself says of a column must stay
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Sqlite.Metadata.Internal;
using OmenDb.EFCore.Metadata.Internal;

namespace OmenDb.EFCore.Sqlite.Metadata.Internal;

/// <summary>Tells migrations how long a column's vectors are, so that a change of it is seen.</summary>
internal sealed class SqliteVectorAnnotationProvider(RelationalAnnotationProviderDependencies dependencies) : SqliteAnnotationProvider(dependencies)
{
    public override IEnumerable<IAnnotation> For(IColumn column, bool designTime)
    {
        var annotations = base.For(column, designTime);
        return designTime && column.PropertyMappings.Select(m => m.Property.GetDimensions()).FirstOrDefault(d => d is not null) is { } dimensions
            ? annotations.Append(new Annotation(VectorAnnotationNames.Dimensions, dimensions))
            : annotations;
    }
}
