using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace OmenDb.EFCore.Sqlite.Tests.Indexing;

/// <summary>The health check tells whether the indexes of a context have caught up.</summary>
public sealed class HealthCheckTests : DatabaseTest
{
    [Fact]
    public async Task It_is_healthy_when_the_index_has_caught_up()
    {
        await using (var db = await Database.CreateLibraryAsync())
        {
            await db.AddArticlesAsync(50);
            await db.ArticleIndex().FlushAsync();
        }

        var report = await CheckAsync();

        Assert.Equal(HealthStatus.Healthy, report.Status);
        Assert.Equal(50, Assert.IsType<VectorIndexStatistics>(report.Entries["LibraryContext vector indexes"].Data["Articles.Embedding"]).Rows);
    }

    [Fact]
    public async Task It_is_degraded_while_the_index_is_behind()
    {
        await using var db = await Database.CreateLibraryAsync();
        await using var transaction = await db.Database.BeginTransactionAsync(); // nothing is committed: the index cannot catch up
        await db.AddArticlesAsync(1_500);

        var report = await CheckAsync(db);

        Assert.Equal(HealthStatus.Degraded, report.Status);
        Assert.Contains("Articles.Embedding is behind by 1,500 of 1,500 rows", report.Entries.Values.Single().Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_degraded_while_the_index_is_being_rebuilt()
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.AddArticlesAsync(50);
        await db.ArticleIndex().FlushAsync();
        HealthReport? report = null;

        await db.ArticleIndex().RebuildAsync(new Midway(() => report = CheckAsync().GetAwaiter().GetResult()));

        Assert.Equal(HealthStatus.Degraded, report!.Status);
        Assert.Contains("Articles.Embedding is being rebuilt", report.Entries.Values.Single().Description, StringComparison.Ordinal);
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync()).Status);
    }

    [Fact]
    public async Task It_is_unhealthy_when_the_index_cannot_be_read()
    {
        await using var db = Database.Library(); // no tables

        Assert.Equal(HealthStatus.Unhealthy, (await CheckAsync()).Status);
    }

    [Fact]
    public async Task It_says_what_to_run_before_the_database_is_there()
    {
        var report = await CheckAsync();

        Assert.Equal(HealthStatus.Unhealthy, report.Status);
        Assert.Equal("The database has no vector index 'Articles.Embedding' yet: run EnsureCreated or Migrate.", report.Entries.Values.Single().Description);
    }

    [Fact]
    public async Task It_says_what_to_run_before_the_index_is_migrated()
    {
        Database.Execute("CREATE TABLE Articles (Id INTEGER PRIMARY KEY)");

        var report = await CheckAsync();

        Assert.Equal(HealthStatus.Unhealthy, report.Status);
        Assert.Contains("run EnsureCreated or Migrate", report.Entries.Values.Single().Description, StringComparison.Ordinal);
    }

    private async Task<HealthReport> CheckAsync(LibraryContext? context = null)
    {
        var services = new ServiceCollection().AddLogging();
        if (context is null)
            services.AddDbContext<LibraryContext>(o => o.UseSqlite(Database.ConnectionString, sqlite => sqlite.UseOmenDb()));
        else
            services.AddSingleton(context);
        services.AddHealthChecks().AddOmenDbVectorIndex<LibraryContext>();
        await using var provider = services.BuildServiceProvider();
        return await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();
    }
}
