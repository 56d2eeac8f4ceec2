using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using OmenDb.EFCore.Specification.Guide;

namespace OmenDb.EFCore.PostgreSQL.Tests;

/// <summary>The recipes of the guide on PostgreSQL.</summary>
public sealed class GuideTests(WordEmbeddings embeddings) : GuideSpecification(embeddings), IClassFixture<WordEmbeddings>
{
    protected override async Task<DocumentsContext> CreateAsync()
    {
        var server = await PostgresServer.GetAsync();
        var db = new DocumentsContext(new DbContextOptionsBuilder<DocumentsContext>().UseNpgsql(server.ConnectionString, npgsql => npgsql.UseOmenDb()).Options);
        await db.Database.ExecuteSqlRawAsync("""DROP TABLE IF EXISTS "Passages", "Documents" """);
        await db.GetService<IRelationalDatabaseCreator>().CreateTablesAsync();
        return db;
    }
}
