using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Rows = OmenDb.EFCore.Specification.Model;

[assembly: AssemblyFixture(typeof(OmenDb.EFCore.PostgreSQL.Tests.Specification.PostgresSpecificationStore))]

namespace OmenDb.EFCore.PostgreSQL.Tests.Specification;

/// <summary>The specification's rows on PostgreSQL.</summary>
public sealed class PostgresSpecificationStore() : SpecificationStore(Source())
{
    private PostgresServer? _server;

    public override async ValueTask InitializeAsync()
    {
        _server = await PostgresServer.GetAsync();
        await base.InitializeAsync();
    }

    public override ValueTask DisposeAsync() => _server!.DisposeAsync();

    protected override void UseProvider(DbContextOptionsBuilder options) => options.UseNpgsql(_server!.ConnectionString, npgsql => npgsql.UseOmenDb());

    // The database is new, and not the context's alone.
    protected override Task CreateAsync(Rows.SpecificationContext db) => db.GetService<IRelationalDatabaseCreator>().CreateTablesAsync();

    private static string Source([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, ".."));
}
