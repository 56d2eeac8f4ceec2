namespace OmenDb.EFCore.PostgreSQL.Tests;

/// <summary>What users write against does not change unnoticed.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void OmenDb_EFCore_PostgreSQL() => Baseline.Check("OmenDb.EFCore.PostgreSQL.api", PublicApi.Of(typeof(OmenDbNpgsqlDbContextOptionsBuilderExtensions).Assembly));
}
