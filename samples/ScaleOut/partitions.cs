// A table in partitions answers NearestTo like any other: dotnet run samples/ScaleOut/partitions.cs -- "Host=localhost;Username=postgres;Database=test"
#:project ../../src/OmenDb.EFCore.PostgreSQL/OmenDb.EFCore.PostgreSQL.csproj
#:property PublishAot=false
using Microsoft.EntityFrameworkCore;
using OmenDb.EFCore;

if (args is not [var connectionString])
    throw new ArgumentException("Name the database to use, which loses its table \"Articles\": -- \"Host=localhost;Username=postgres;Database=test\"");

await using var db = new PartitionedContext(connectionString);
await db.Database.ExecuteSqlRawAsync("""
    CREATE EXTENSION IF NOT EXISTS vector;
    DROP TABLE IF EXISTS "Articles";
    CREATE TABLE "Articles" ("Tenant" int, "Id" int, "Embedding" vector(64) NOT NULL, PRIMARY KEY ("Tenant", "Id")) PARTITION BY HASH ("Tenant");
    CREATE TABLE "Articles_0" PARTITION OF "Articles" FOR VALUES WITH (MODULUS 4, REMAINDER 0);
    CREATE TABLE "Articles_1" PARTITION OF "Articles" FOR VALUES WITH (MODULUS 4, REMAINDER 1);
    CREATE TABLE "Articles_2" PARTITION OF "Articles" FOR VALUES WITH (MODULUS 4, REMAINDER 2);
    CREATE TABLE "Articles_3" PARTITION OF "Articles" FOR VALUES WITH (MODULUS 4, REMAINDER 3);
    CREATE INDEX "IX_Articles_Embedding" ON "Articles" USING hnsw ("Embedding" vector_cosine_ops);
    """);
var connection = (Npgsql.NpgsqlConnection)db.Database.GetDbConnection();
await db.Database.OpenConnectionAsync();
await connection.ReloadTypesAsync(); // the extension may be new to it

var random = new Random(1);
float[] Vector() => [.. Enumerable.Range(0, 64).Select(_ => random.NextSingle() - 0.5f)];
await db.Articles.AddBatchAsync(Enumerable.Range(0, 20_000).Select(i => new Article { Tenant = i % 16, Id = i, Embedding = Vector() }));
await db.Database.ExecuteSqlRawAsync("ANALYZE \"Articles\"");

var query = Vector();
var nearest = await db.Articles.NearestTo(query, 10).Select(a => a.Id).ToListAsync();
var exact = await db.Articles.OrderBy(a => EF.Functions.VectorDistance(VectorMetric.Cosine, a.Embedding, query) + 0.0).Take(10).Select(a => a.Id).ToListAsync();
Console.WriteLine($"All partitions, merged:   {string.Join(' ', nearest)}; {nearest.Intersect(exact).Count()} of them are the exact ten.");
Console.WriteLine($"One tenant, one partition: {string.Join(' ', await db.Articles.Where(a => a.Tenant == 3).NearestTo(query, 10).Select(a => a.Id).ToListAsync())}");

await using var explain = new Npgsql.NpgsqlCommand("EXPLAIN SELECT \"Id\" FROM \"Articles\" ORDER BY \"Embedding\" <=> (SELECT \"Embedding\" FROM \"Articles\" LIMIT 1) LIMIT 10", connection);
await using var plan = await explain.ExecuteReaderAsync();
while (await plan.ReadAsync())
    Console.WriteLine(plan.GetString(0));

internal sealed class PartitionedContext(string connectionString) : DbContext
{
    public DbSet<Article> Articles => Set<Article>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseNpgsql(connectionString, npgsql => npgsql.UseOmenDb());

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Article>().HasKey(a => new { a.Tenant, a.Id });
}

internal sealed class Article
{
    public int Tenant { get; set; }

    public int Id { get; set; }

    [Vector(64), VectorIndex]
    public float[] Embedding { get; set; } = [];
}
