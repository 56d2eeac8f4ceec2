using System.Linq.Expressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using OmenDb.EFCore.Diagnostics;
using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.EFCore.Sqlite.Tests.Searching;

/// <summary>The recall that an index promises is the application's wish: it may change at any time, and nothing but the searches does.</summary>
public sealed class TargetRecallTests : DatabaseTest
{
    private const int Rows = 3_000;
    private const int Dimensions = 16;

    private static readonly float[] Query = Vectors.Random(99, Dimensions);

    [Fact]
    public async Task It_may_be_said_on_an_attribute_or_in_OnModelCreating_which_overrides_it()
    {
        Assert.Equal(0.98, await AskedAsync<Plain>(p => p.Vector, m => m.Entity<Plain>(p => p.Property(x => x.Vector).IsVector(4).HasVectorIndex())));
        Assert.Equal(0.95, await AskedAsync<Quick>(q => q.Vector, m => m.Entity<Quick>()));
        Assert.Equal(0.95, await AskedAsync<Quick>(q => q.Vector, m => m.Entity<Quick>().Property(q => q.Vector).HasVectorIndex(VectorMetric.Euclidean)));
        Assert.Equal(0.9, await AskedAsync<Quick>(q => q.Vector, m => m.Entity<Quick>().Property(q => q.Vector).HasVectorIndex(VectorMetric.Euclidean, targetRecall: 0.9)));
        Assert.Equal(1, await AskedAsync<Quick>(q => q.Vector, m => m.Entity<Quick>().HasVectorIndex(q => q.Vector).HasTargetRecall(1)));
        Assert.Equal(0.98, await AskedAsync<Quick>(q => q.Vector, m => m.Entity<Quick>().HasVectorIndex(q => q.Vector).HasTargetRecall(0.98)));
    }

    [Fact]
    public async Task It_may_be_said_of_a_vector_in_a_part() => Assert.Equal(0.9, await AskedAsync<House>(
        h => h.Look.Vector, m => m.Entity<House>().ComplexProperty(h => h.Look, look => look.Property(l => l.Vector).IsVector(4).HasVectorIndex(targetRecall: 0.9))));

    [Theory]
    [InlineData(0, "is 0;")]
    [InlineData(-0.5, "is -0.5;")]
    [InlineData(95, "is 95;")]
    [InlineData(double.NaN, "is NaN;")]
    public void One_that_no_index_can_promise_is_refused(double recall, string because)
    {
        using var db = Database.Open(m => m.Entity<Plain>().HasVectorIndex(p => p.Vector).HasTargetRecall(recall));

        var message = Assert.Throws<ArgumentOutOfRangeException>(() => db.Model).Message;

        Assert.Contains($"'Plain.Vector' {because}", message, StringComparison.Ordinal);
        Assert.Contains("above 0 and at most 1", message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_no_index_can_promise_is_refused_in_the_attribute()
    {
        using var percent = Database.Open(m => m.Entity<Percent>());
        using var unknown = Database.Open(m => m.Entity<Unknown>());

        Assert.Contains("'Percent.Vector' is 95; it must be above 0 and at most 1", Assert.Throws<InvalidOperationException>(() => percent.Model).Message, StringComparison.Ordinal);
        Assert.Contains("'Unknown.Vector' is NaN;", Assert.Throws<InvalidOperationException>(() => unknown.Model).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_one_is_no_migration_and_no_other_schema()
    {
        using var before = Database.Open(Model(0.9));
        using var after = Database.Open(Model(0.995));

        Assert.Empty(after.GetService<IMigrationsModelDiffer>().GetDifferences(Relational(before), Relational(after)));
        Assert.Equal(before.Database.GenerateCreateScript(), after.Database.GenerateCreateScript());

        static IRelationalModel Relational(DbContext db) => db.GetService<IDesignTimeModel>().Model.GetRelationalModel();
    }

    [Fact]
    public async Task A_file_that_was_calibrated_for_another_one_is_searched_at_once_and_calibrated_anew_by_a_flush()
    {
        var old = await FillAsync(0.9);
        using var copy = Database.Copy();
        var file = copy.Snapshots.Single();
        await using var db = copy.Open(Model(0.995));
        var opened = await Index(db).GetStatisticsAsync();
        Assert.Equal((Rows, 0L), (opened.Indexed, opened.Pending));
        var graph = GraphOf(copy);

        await Index(db).FlushAsync();

        var statistics = await Index(db).GetStatisticsAsync();
        Assert.Equal((0.9, 0.995), (old.TargetRecall, statistics.TargetRecall));
        Assert.InRange(statistics.MeasuredRecall!.Value, 0.995, 1);
        Assert.True(statistics.SearchListSize > old.SearchListSize);
        Assert.Same(graph, GraphOf(copy));
        Assert.NotEqual(file, copy.Snapshots.Single());
        Assert.Empty(copy.Events);
    }

    [Fact]
    public async Task What_was_flushed_is_not_calibrated_again_by_the_next_process()
    {
        await FillAsync(0.9);
        using var first = Database.Copy();
        await using (var db = first.Open(Model(0.995)))
            await Index(db).FlushAsync();

        using var second = first.Copy();
        var file = second.Snapshots.Single();
        await using var again = second.Open(Model(0.995));
        var opened = await Index(again).GetStatisticsAsync();
        await Index(again).FlushAsync();

        Assert.Equal(0.995, opened.TargetRecall);
        Assert.Equal(file, second.Snapshots.Single());
        Assert.Equal(opened, await Index(again).GetStatisticsAsync());
    }

    [Fact]
    public async Task A_search_is_enough_for_it_to_be_kept_soon_and_by_the_next_process_too()
    {
        await FillAsync(0.995);
        using var copy = Database.Copy();
        var file = copy.Snapshots.Single();
        await using var db = copy.Open(Model(0.9));

        Assert.Equal(10, await db.Set<Plain>().NearestTo(p => p.Vector, Query, 10).CountAsync());

        await Eventually.TrueAsync(() => Task.FromResult(copy.Snapshots is [var other] && other != file));
        LiveIndexOf(copy).Turns.Run(() => { }); // after whatever is going on
        Assert.Empty(copy.Events);
        using var next = copy.Copy();
        await using var again = next.Open(Model(0.9));
        Assert.True(await Index(again).GetStatisticsAsync() is { Indexed: Rows, TargetRecall: 0.9 });
    }

    [Fact]
    public async Task A_database_in_memory_is_calibrated_anew_by_a_flush_too()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        var options = new DbContextOptionsBuilder<LibraryContext>().UseSqlite(connection, sqlite => sqlite.UseOmenDb()).Options;
        await using var modest = new QuickLibrary(options);
        await modest.Database.EnsureCreatedAsync();
        await modest.AddArticlesAsync(Rows);
        await modest.ArticleIndex().FlushAsync();
        Assert.Equal(0.9, (await modest.ArticleIndex().GetStatisticsAsync()).TargetRecall);
        await using var strict = new LibraryContext(options);

        await strict.ArticleIndex().FlushAsync();

        Assert.Equal(0.98, (await strict.ArticleIndex().GetStatisticsAsync()).TargetRecall);
    }

    [Fact]
    public async Task A_damaged_vector_that_calibration_meets_sets_the_file_aside()
    {
        await FillAsync(0.9);
        using var copy = Database.Copy();
        var bytes = await File.ReadAllBytesAsync(copy.Snapshots.Single());
        bytes[4096 + 100] ^= 1; // in the first rows
        await File.WriteAllBytesAsync(copy.Snapshots.Single(), bytes);
        await using var db = copy.Open(Model(0.995));

        await Index(db).FlushAsync();

        Assert.Contains(copy.Events, e => e.Id == OmenDbEventId.SnapshotRejected);
        Assert.True(await Index(db).GetStatisticsAsync() is { Indexed: Rows, TargetRecall: 0.995 });
        Assert.True((await Index(db).VerifyAsync()).IsHealthy);
    }

    [Fact]
    public async Task Of_two_contexts_of_a_process_the_one_that_asks_for_more_gets_it_and_neither_undoes_it()
    {
        await FillAsync(0.9);
        await using var modest = Database.Open(Model(0.9));
        await using var strict = Database.Open(Model(0.995));
        await Index(strict).FlushAsync();
        var file = Database.Snapshots.Single();

        await Index(modest).FlushAsync();

        Assert.Equal(0.995, (await Index(modest).GetStatisticsAsync()).TargetRecall);
        Assert.Equal(file, Database.Snapshots.Single());
    }

    [Fact]
    public async Task A_context_that_asks_for_more_than_those_before_it_soon_gets_it()
    {
        await FillAsync(0.9);

        await using var strict = Database.Open(Model(0.995));
        await strict.Set<Plain>().NearestTo(p => p.Vector, Query, 10).CountAsync();

        await Eventually.TrueAsync(async () => (await Index(strict).GetStatisticsAsync()).TargetRecall == 0.995);
    }

    [Fact]
    public async Task Processes_that_ask_for_different_ones_do_not_write_the_file_in_turns()
    {
        await using (await Database.FillLibraryAsync(Rows, flushed: true))
        {
        }

        using var copy = Database.Copy();
        await using var db = new QuickLibrary(copy.Options<LibraryContext>());
        await db.ArticleIndex().FlushAsync();
        var file = copy.Snapshots.Single();

        var database = IndexRegistry.Get(copy.FilePath);
        database.Get("Articles.Embedding").Unload();
        database.Snapshots!.Dispose(); // as after a minute without a context: another process may write

        await ChildProcess.RunAsync(copy.FilePath, "flush");
        var theirs = copy.Snapshots.Single();
        await db.NearestIdsAsync(Vectors.Random(99), 10);
        await Eventually.TrueAsync(async () => (await db.ArticleIndex().GetStatisticsAsync()).TargetRecall == 0.9);
        database.Get("Articles.Embedding").Turns.Run(() => { }); // after whatever is going on

        Assert.NotEqual(file, theirs);
        Assert.Equal(theirs, copy.Snapshots.Single());
        await db.ArticleIndex().FlushAsync();
        Assert.NotEqual(theirs, copy.Snapshots.Single());
    }

    [Fact]
    public async Task A_process_that_only_reads_keeps_its_own_and_leaves_the_file_to_the_one_that_writes()
    {
        await using (await Database.FillLibraryAsync(Rows, flushed: true))
        {
        }

        using var copy = Database.Copy(); // one whose snapshots this process has not begun to write
        await using var db = new QuickLibrary(copy.Options<LibraryContext>());
        var query = Vectors.Random(99);
        await db.NearestIdsAsync(query, 10);

        await ChildProcess.RunAsync(copy.FilePath, "insert", query);
        await ChildProcess.RunAsync(copy.FilePath, "flush");
        var file = copy.Snapshots.Single();
        var nearest = Assert.Single(await db.NearestIdsAsync(query, 1));

        Assert.Equal("from the child", (await db.Articles.SingleAsync(a => a.Id == nearest)).Title);
        await Eventually.TrueAsync(async () => await db.ArticleIndex().GetStatisticsAsync() is { Indexed: Rows + 1, Pending: 0, TargetRecall: 0.9 });
        Assert.Equal(file, copy.Snapshots.Single());
    }

    private static Action<ModelBuilder> Model(double recall) => m => m.Entity<Plain>(plain =>
    {
        plain.ToTable("Plain").Property(p => p.Vector).IsVector(Dimensions);
        plain.HasVectorIndex(p => p.Vector).HasTargetRecall(recall);
    });

    private static IVectorIndex Index(DbContext db) => db.Database.VectorIndex<Plain>(p => p.Vector);

    private static LiveIndex LiveIndexOf(TestDatabase database) => IndexRegistry.Get(database.FilePath).Get("Plain.Vector");

    private static DiskAnn.VamanaIndex GraphOf(TestDatabase database) => LiveIndexOf(database).View!.Graph;

    private async Task<VectorIndexStatistics> FillAsync(double recall)
    {
        await using var db = await Database.CreateAsync(Model(recall));
        await db.Set<Plain>().AddBatchAsync(Vectors.Many(Rows, Dimensions).Select((v, i) => new Plain { Id = i + 1, Vector = v }));
        await Index(db).FlushAsync();
        return await Index(db).GetStatisticsAsync();
    }

    private static async Task<double> AskedAsync<TEntity>(Expression<Func<TEntity, object?>> vector, Action<ModelBuilder> model)
        where TEntity : class
    {
        using var database = new TestDatabase();
        await using var db = await database.CreateAsync(model);
        return (await db.Database.VectorIndex(vector).GetStatisticsAsync()).TargetRecall;
    }

    /// <summary>The library, with another wish.</summary>
    private sealed class QuickLibrary(DbContextOptions<LibraryContext> options) : LibraryContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            base.OnModelCreating(modelBuilder);
            modelBuilder.Entity<LibraryArticle>().HasVectorIndex(a => a.Embedding).HasTargetRecall(0.9);
        }
    }

    private sealed class Quick
    {
        public int Id { get; set; }

        [Vector(4), VectorIndex(Metric = VectorMetric.Euclidean, TargetRecall = 0.95)]
        public float[] Vector { get; set; } = [];
    }

    private sealed class Percent
    {
        public int Id { get; set; }

        [Vector(4), VectorIndex(TargetRecall = 95)]
        public float[] Vector { get; set; } = [];
    }

    private sealed class Unknown
    {
        public int Id { get; set; }

        [Vector(4), VectorIndex(TargetRecall = double.NaN)]
        public float[] Vector { get; set; } = [];
    }
}
