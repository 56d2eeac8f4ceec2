using Microsoft.EntityFrameworkCore.Infrastructure;

namespace OmenDb.EFCore.Infrastructure.Internal;

/// <summary>What <c>UseOmenDb()</c> tells EF Core of itself: it has no options, so that all contexts of a store may share their services.</summary>
internal sealed class OmenDbExtensionInfo(IDbContextOptionsExtension extension, string store) : DbContextOptionsExtensionInfo(extension)
{
    public override bool IsDatabaseProvider => false;

    public override string LogFragment => "OmenDb ";

    public override int GetServiceProviderHashCode() => 0;

    public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other.Extension.GetType() == Extension.GetType();

    public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) => debugInfo[$"OmenDb:{store}"] = "1";
}
