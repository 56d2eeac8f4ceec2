using System.Runtime.CompilerServices;
using Testcontainers.PostgreSql;

namespace OmenDb.EFCore.Container.Tests;

/// <summary>PostgreSQL 17 with pgvector, started before the first test. The tests find it as they find any server: by its connection string. Its own watcher removes it.</summary>
internal static class PgvectorContainer
{
    private const string Image = "pgvector/pgvector:pg17";

    private const string Variable = "OMENDB_TEST_POSTGRES";

#pragma warning disable CA2255 // an assembly of tests is an application
    [ModuleInitializer]
#pragma warning restore CA2255
    public static void Start()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 })
            return; // a process that the tests started finds theirs
        var container = new PostgreSqlBuilder(Image).Build();
        container.StartAsync().GetAwaiter().GetResult();
        Environment.SetEnvironmentVariable(Variable, container.GetConnectionString());
    }
}
