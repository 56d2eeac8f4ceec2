using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace OmenDb.EFCore.Sqlite.Tests.Indexing;

/// <summary>The health check tells whether the indexes of a context have caught up.</summary>
public sealed class HealthCheckTests : DatabaseTest
{
    [Fact]
    public async Task It_is_healthy_when_the_index_has_caught_up()
    {
        await using (await Database.FillLibraryAsync(50, flushed: true))
        {
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
        await db.AddArticlesAsync(5_500);

        var report = await CheckAsync(db);

        Assert.Equal(HealthStatus.Degraded, report.Status);
        Assert.Contains("Articles.Embedding is behind by 5,500 of 5,500 rows", report.Entries.Values.Single().Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_degraded_while_the_index_is_being_rebuilt()
    {
        await using var db = await Database.FillLibraryAsync(50, flushed: true);
        HealthReport? report = null;

        await db.ArticleIndex().RebuildAsync(new Midway(() => report = CheckAsync().GetAwaiter().GetResult()));

        Assert.Equal(HealthStatus.Degraded, report!.Status);
        Assert.Contains("Articles.Embedding is being rebuilt", report.Entries.Values.Single().Description, StringComparison.Ordinal);
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync()).Status);
    }

    [Theory]
    [InlineData(0, 5_000, HealthStatus.Healthy)] // all of them, but few
    [InlineData(0, 5_001, HealthStatus.Degraded)]
    [InlineData(45_009, 5_001, HealthStatus.Healthy)] // many, but no more than a tenth
    [InlineData(45_009, 5_002, HealthStatus.Degraded)]
    public async Task An_index_is_behind_by_more_than_a_tenth_of_its_rows_and_more_than_five_thousand(int indexed, int pending, HealthStatus expected)
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.Articles.AddBatchAsync(Vectors.Many(indexed).Select(v => new LibraryArticle { Embedding = v }));
        await db.ArticleIndex().FlushAsync();
        await using var transaction = await db.Database.BeginTransactionAsync(); // nothing is committed: the index cannot catch up
        await db.Articles.AddBatchAsync(Vectors.Many(pending).Select(v => new LibraryArticle { Embedding = v }));

        Assert.Equal(expected, (await CheckAsync(db)).Status);
    }

    [Fact]
    public async Task What_came_since_the_file_was_written_is_taken_up_when_a_process_that_starts_is_checked()
    {
        await using (var db = await Database.FillLibraryAsync(50, flushed: true))
            await db.AddArticlesAfterAsync(20, from: 51);
        using var copy = Database.Copy();
        await using var started = copy.Library();

        await Eventually.TrueAsync(async () => (await CheckAsync(started)).Entries.Values.Single().Data["Articles.Embedding"] is VectorIndexStatistics { Rows: 70, Pending: 0 });
    }

    [Fact]
    public async Task It_is_unhealthy_when_the_index_cannot_be_read()
    {
        await File.WriteAllTextAsync(Database.FilePath, "no database, as whoever opens it will say");

        var report = await CheckAsync();

        Assert.Equal(HealthStatus.Unhealthy, report.Status);
        Assert.Equal("A vector index cannot be read.", report.Entries.Values.Single().Description);
    }

    [Fact]
    public async Task It_has_the_name_the_tags_and_the_failure_status_that_it_was_added_with()
    {
        var report = await CheckAsync(add: checks => checks.AddOmenDbVectorIndex<LibraryContext>("nearest", HealthStatus.Degraded, ["ready", "slow"]));

        var entry = report.Entries["nearest"];
        Assert.Equal(HealthStatus.Degraded, entry.Status); // there is no database
        Assert.Equal(["ready", "slow"], entry.Tags);
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

    private async Task<HealthReport> CheckAsync(LibraryContext? context = null, Func<IHealthChecksBuilder, IHealthChecksBuilder>? add = null)
    {
        var services = new ServiceCollection().AddLogging();
        if (context is null)
            services.AddDbContext<LibraryContext>(o => o.UseSqlite(Database.ConnectionString, sqlite => sqlite.UseOmenDb()));
        else
            services.AddSingleton(context);
        add ??= checks => checks.AddOmenDbVectorIndex<LibraryContext>();
        add(services.AddHealthChecks());
        await using var provider = services.BuildServiceProvider();
        return await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();
    }
}
