#pragma warning disable EF1001 // what the dotnet ef tool calls

using System.Reflection;
using Microsoft.EntityFrameworkCore.Design.Internal;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;

namespace OmenDb.EFCore.PostgreSQL.Tests.Migrations;

/// <summary>What <c>dotnet ef migrations add</c> writes down of a model.</summary>
public sealed class ModelSnapshotTests
{
    [Fact]
    public async Task Vectors_and_indexes_are_named_and_the_recall_that_the_application_wishes_is_left_out()
    {
        await using var db = await ShapedContext.OpenAsync(m =>
        {
            m.Entity<Book>().HasVectorIndex(b => b.Vector).HasStorage(VectorIndexStorage.Compact).HasTargetRecall(0.995);
            m.Entity<Stamp>().ComplexProperty(s => s.Picture);
        });
        var assembly = Assembly.GetExecutingAssembly();
        await using var services = (ServiceProvider)new DesignTimeServicesBuilder(assembly, assembly, new OperationReporter(handler: null), []).Build(db);
        await using var scope = services.CreateAsyncScope();
        var code = scope.ServiceProvider.GetRequiredService<IMigrationsCodeGeneratorSelector>().Select("C#")
            .GenerateSnapshot("Written", typeof(ShapedContext), "Snapshot", db.GetService<IDesignTimeModel>().Model);

        Assert.Contains(".IsVector(8)", code, StringComparison.Ordinal);
        Assert.Contains(".HasVectorIndex(VectorMetric.Cosine, VectorIndexStorage.Compact)", code, StringComparison.Ordinal);
        Assert.Contains(".HasAnnotation(\"OmenDb:Dimensions\", 4)", code, StringComparison.Ordinal); // of a part, whose builder has no IsVector
        Assert.DoesNotContain("OmenDb:Storage", code, StringComparison.Ordinal);
        Assert.DoesNotContain("OmenDb:TargetRecall", code, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_extension_stays_in_the_schema_that_the_application_names()
    {
        await using var db = await ShapedContext.OpenAsync(m => m.HasPostgresExtension("types", "vector").Entity<Book>());

        Assert.Equal("types", Assert.Single(db.GetService<IDesignTimeModel>().Model.GetPostgresExtensions()).Schema);
    }
}
