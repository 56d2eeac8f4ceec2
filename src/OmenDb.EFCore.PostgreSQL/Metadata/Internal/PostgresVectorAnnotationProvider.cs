#pragma warning disable EF1001 // what Npgsql itself says of a column must stay
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata.Internal;
using OmenDb.EFCore.Metadata.Internal;

namespace OmenDb.EFCore.PostgreSQL.Metadata.Internal;

/// <summary>Tells migrations of the vector indexes of complex parts.</summary>
internal sealed class PostgresVectorAnnotationProvider(RelationalAnnotationProviderDependencies dependencies) : NpgsqlAnnotationProvider(dependencies)
{
    public override IEnumerable<IAnnotation> For(IColumn column, bool designTime)
    {
        var annotations = base.For(column, designTime);
        return designTime && column.PropertyMappings.Select(m => m.Property).FirstOrDefault(p => p.DeclaringType is IComplexType && p.GetIndexMetric() is not null) is { } vector
            ? annotations.Append(new Annotation(PostgresVectorAnnotations.HnswOperatorClass, OperatorClass.Name(vector.GetIndexMetric()!.Value, vector.IsHalf())))
            : annotations;
    }
}
