using System.Reflection;
using OmenDb.DiskAnn;

namespace OmenDb.EFCore.Sqlite.Tests;

/// <summary>What users write against does not change unnoticed.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void OmenDb_DiskAnn() => Check(typeof(VamanaIndex).Assembly);

    [Fact]
    public void OmenDb_EFCore() => Check(typeof(VectorAttribute).Assembly);

    [Fact]
    public void OmenDb_EFCore_Sqlite() => Check(typeof(OmenDbSqliteDbContextOptionsBuilderExtensions).Assembly);

    [Fact]
    public void OmenDb_EFCore_HealthChecks() => Check(typeof(Microsoft.Extensions.DependencyInjection.VectorIndexHealthCheckExtensions).Assembly);

    private static void Check(Assembly assembly) => Baseline.Check($"{assembly.GetName().Name}.api", PublicApi.Of(assembly));
}
