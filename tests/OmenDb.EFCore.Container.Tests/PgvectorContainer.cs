using System.Runtime.CompilerServices;
using Testcontainers.PostgreSql;

namespace OmenDb.EFCore.Container.Tests;

/// <summary>PostgreSQL 17 with pgvector, started before the first test. The tests find it as they find any server: by its connection string. Its own watcher removes it.</summary>
internal static class PgvectorContainer
{
    private const string Image = "pgvector/pgvector:pg17";

    private static readonly PostgreSqlContainer Container = new PostgreSqlBuilder(Image).Build();

#pragma warning disable CA2255 // an assembly of tests is an application
    [ModuleInitializer]
#pragma warning restore CA2255
    public static void Start()
    {
        Container.StartAsync().GetAwaiter().GetResult();
        Environment.SetEnvironmentVariable("OMENDB_TEST_POSTGRES", Container.GetConnectionString());
    }
}
