#pragma warning disable EF1001 // SQLite's own annotations must go on being generated
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Sqlite.Design.Internal;
using OmenDb.EFCore.Metadata.Internal;

namespace OmenDb.EFCore.Sqlite.Design.Internal;

/// <summary>Writes <c>IsVector(384)</c> and <c>HasVectorIndex(VectorMetric.Cosine)</c> where EF Core would write annotations.</summary>
internal sealed class SqliteVectorAnnotationCodeGenerator(AnnotationCodeGeneratorDependencies dependencies) : SqliteAnnotationCodeGenerator(dependencies)
{
    // By name, so that they are chained: EF Core writes a method that it is given as a call of a static class.
    protected override MethodCallCodeFragment? GenerateFluentApi(IProperty property, IAnnotation annotation) => annotation switch
    {
        { Name: VectorAnnotationNames.Dimensions, Value: int dimensions }
            => new MethodCallCodeFragment(nameof(VectorPropertyBuilderExtensions.IsVector), dimensions),
        { Name: VectorAnnotationNames.Metric }
            => VectorIndexCode.Declare(property),
        _ => base.GenerateFluentApi(property, annotation),
    };

    // What the application asks of an index is no part of the database, which generated code is about.
    public override IEnumerable<IAnnotation> FilterIgnoredAnnotations(IEnumerable<IAnnotation> annotations)
        => base.FilterIgnoredAnnotations(annotations).Where(a => a.Name != VectorAnnotationNames.TargetRecall);

    public override IReadOnlyList<MethodCallCodeFragment> GenerateFluentApiCalls(IProperty property, IDictionary<string, IAnnotation> annotations)
    {
        var calls = base.GenerateFluentApiCalls(property, annotations);
        annotations.Remove(VectorAnnotationNames.Storage); // written with the metric
        return calls;
    }
}
