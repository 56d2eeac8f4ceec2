#pragma warning disable EF1001 // Npgsql's own annotations must go on being generated
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql.EntityFrameworkCore.PostgreSQL.Design.Internal;
using OmenDb.EFCore.Metadata.Internal;

namespace OmenDb.EFCore.PostgreSQL.Design.Internal;

/// <summary>Writes <c>IsVector(384)</c> and <c>HasVectorIndex(VectorMetric.Cosine)</c> where EF Core would write annotations.</summary>
internal sealed class PostgresVectorAnnotationCodeGenerator(AnnotationCodeGeneratorDependencies dependencies) : NpgsqlAnnotationCodeGenerator(dependencies)
{
    // By name, so that they are chained: EF Core writes a method that it is given as a call of a static class. The builders of complex types have no such methods.
    protected override MethodCallCodeFragment? GenerateFluentApi(IProperty property, IAnnotation annotation) => annotation switch
    {
        { Name: VectorAnnotationNames.Dimensions, Value: int dimensions } when property.DeclaringType is IEntityType
            => new MethodCallCodeFragment(nameof(VectorPropertyBuilderExtensions.IsVector), dimensions),
        { Name: VectorAnnotationNames.Metric } when property.DeclaringType is IEntityType
            => VectorIndexCode.Declare(property),
        _ => base.GenerateFluentApi(property, annotation),
    };

    // What the application asks of an index is no part of the database, which generated code is about.
    public override IEnumerable<IAnnotation> FilterIgnoredAnnotations(IEnumerable<IAnnotation> annotations)
        => base.FilterIgnoredAnnotations(annotations).Where(a => a.Name != VectorAnnotationNames.TargetRecall);

    public override IReadOnlyList<MethodCallCodeFragment> GenerateFluentApiCalls(IProperty property, IDictionary<string, IAnnotation> annotations)
    {
        var calls = base.GenerateFluentApiCalls(property, annotations);
        if (property.DeclaringType is IEntityType)
            annotations.Remove(VectorAnnotationNames.Storage); // written with the metric
        return calls;
    }

    // The convention that IsVector(384) follows.
    protected override bool IsHandledByConvention(IProperty property, IAnnotation annotation)
        => (annotation.Name == RelationalAnnotationNames.ColumnType && property.GetDimensions() is not null) || base.IsHandledByConvention(property, annotation);
}
