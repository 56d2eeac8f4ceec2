using System.Data;
using Npgsql;

namespace OmenDb.EFCore.PostgreSQL.Tests.Indexing;

/// <summary>The handle on an index.</summary>
public sealed class VectorIndexTests
{
    [Fact]
    public async Task Statistics_come_from_the_server()
    {
        await using var db = await LibraryContext.CreateAsync();
        await db.AddBooksAsync(300);
        await db.Books.AddBatchAsync([new Book { Title = "no vector" }]);
        var statistics = await db.Database.VectorIndex<Book>(b => b.Vector).GetStatisticsAsync();

        Assert.Equal("Books.Vector", statistics.Name);
        Assert.Equal(8, statistics.Dimensions);
        Assert.Equal(VectorMetric.Cosine, statistics.Metric);
        Assert.Equal(300, statistics.Rows);
        Assert.Equal(300, statistics.Indexed);
        Assert.Equal(0, statistics.Pending);
        Assert.True(statistics.FileBytes >= 8192);
        Assert.False(statistics.IsRebuilding);
        Assert.Equal(0.98, statistics.TargetRecall);
        Assert.Equal(ConnectionState.Closed, db.Database.GetDbConnection().State);
    }

    [Fact]
    public async Task The_recall_of_the_model_is_what_statistics_report_and_verification_holds_the_index_to()
    {
        await using var tables = await LibraryContext.CreateAsync();
        await tables.AddBooksAsync(300);
        await using var db = new CarefulLibrary(await LibraryContext.OptionsAsync(), tables.Schema);
        var index = db.Database.VectorIndex<Book>(b => b.Vector);

        Assert.Equal(0.995, (await index.GetStatisticsAsync()).TargetRecall);
        Assert.Empty((await index.VerifyAsync()).Problems);
    }

    [Fact]
    public async Task A_vector_that_raw_SQL_wrote_and_no_search_finds_is_counted_as_skipped()
    {
        await using var db = await LibraryContext.CreateAsync();
        await db.AddBooksAsync(20);
        await db.ExecuteAsync("""UPDATE {0}."Books" SET "Vector" = '[0,0,0,0,0,0,0,0]' WHERE "Shelf" = 3""");
        var statistics = await db.Database.VectorIndex<Book>(b => b.Vector).GetStatisticsAsync();

        Assert.Equal(2, statistics.Skipped);
        Assert.Equal(18, statistics.Indexed);
    }

    [Fact]
    public async Task Statistics_of_an_index_that_is_not_there_yet_say_what_to_run()
    {
        await using var db = new CarefulLibrary(await LibraryContext.OptionsAsync(), "nowhere");

        await Refusal.SaysAsync<InvalidOperationException>(
            () => db.Database.VectorIndex<Book>(b => b.Vector).GetStatisticsAsync(), "no vector index 'Books.Vector' yet", "run EnsureCreated or Migrate");
    }

    [Fact]
    public async Task A_whole_index_is_healthy_before_and_after_a_rebuild()
    {
        await using var db = await LibraryContext.CreateAsync();
        await db.AddBooksAsync(500);
        var index = db.Database.VectorIndex<Book>(b => b.Vector);
        var reports = new Reports();
        var before = await index.VerifyAsync();
        await index.RebuildAsync(reports);
        await index.FlushAsync();
        var after = await index.VerifyAsync();

        Assert.Empty(before.Problems);
        Assert.Empty(after.Problems);
        Assert.Equal(500, after.Checked);
        Assert.Equal(500, reports.Values[^1]);
    }

    [Fact]
    public async Task What_a_rebuild_tells_never_goes_back_and_ends_with_all_rows()
    {
        await using var db = await LibraryContext.CreateAsync();
        await db.AddBooksAsync(5_000);
        var reports = new Reports();
        await db.Database.VectorIndex<Book>(b => b.Vector).RebuildAsync(reports);

        Assert.Equal(reports.Values.Order(), reports.Values);
        Assert.Equal(5_000, reports.Values[^1]);
    }

    [Fact]
    public async Task A_rebuild_that_gets_no_connection_to_ask_how_far_it_is_goes_on_without()
    {
        await using var tables = await LibraryContext.CreateAsync();
        await tables.AddBooksAsync(5_000);
        var one = new NpgsqlConnectionStringBuilder((await PostgresServer.GetAsync()).ConnectionString) { MaxPoolSize = 1, Timeout = 1 };
        await using var db = LibraryContext.OnPostgres(one.ConnectionString, tables.Schema!);
        await db.Database.OpenConnectionAsync();
        await db.ExecuteAsync("SET maintenance_work_mem = '1MB'"); // by which the build takes longer than one waits for a connection
        var reports = new Reports();
        await db.Database.VectorIndex<Book>(b => b.Vector).RebuildAsync(reports);
        await db.ExecuteAsync("RESET maintenance_work_mem");

        Assert.Equal([5_000], reports.Values);
    }

    [Fact]
    public async Task An_index_that_is_gone_is_told_and_searches_stay_right()
    {
        await using var db = await LibraryContext.CreateAsync();
        var books = await db.AddBooksAsync(50);
        await db.ExecuteAsync("""DROP INDEX {0}."IX_Books_Vector" """);
        var index = db.Database.VectorIndex<Book>(b => b.Vector);

        Assert.Contains("no hnsw index", Assert.Single((await index.VerifyAsync()).Problems), StringComparison.Ordinal);
        Assert.Equal(50, (await index.GetStatisticsAsync()).Pending);
        await Assert.ThrowsAsync<InvalidOperationException>(() => index.RebuildAsync());
        Assert.Equal(books[7].Id, (await db.Books.NearestTo(books[7].Vector, 1).SingleAsync()).Id);
    }

    [Theory]
    [InlineData("""hnsw ("Vector" vector_l2_ops)""")]
    [InlineData("""ivfflat ("Vector" vector_cosine_ops)""")]
    [InlineData("""hnsw ("Vector" vector_cosine_ops) WHERE "Shelf" > 2""")]
    public async Task An_index_of_another_kind_is_not_this_one(string definition)
    {
        await using var db = await LibraryContext.CreateAsync();
        await db.AddBooksAsync(50);
        await db.ExecuteAsync($$"""DROP INDEX {0}."IX_Books_Vector"; CREATE INDEX "Other" ON {0}."Books" USING {{definition}}""");
        var index = db.Database.VectorIndex<Book>(b => b.Vector);

        Assert.Contains("no hnsw index (vector_cosine_ops)", Assert.Single((await index.VerifyAsync()).Problems), StringComparison.Ordinal);
        Assert.Equal(50, (await index.GetStatisticsAsync()).Pending);
    }

    [Fact]
    public async Task An_index_whose_build_failed_is_told_until_a_whole_one_is_there()
    {
        await using var db = await LibraryContext.CreateAsync();
        await db.AddBooksAsync(50);
        await FailAsync(db, "IX_Books_Vector");
        var index = db.Database.VectorIndex<Book>(b => b.Vector);
        var told = await index.VerifyAsync();
        var statistics = await index.GetStatisticsAsync();
        await db.ExecuteAsync("""CREATE INDEX "Whole" ON {0}."Books" USING hnsw ("Vector" vector_cosine_ops)""");

        Assert.Contains("is not valid", Assert.Single(told.Problems), StringComparison.Ordinal);
        Assert.Equal((0, 50), (statistics.Indexed, statistics.Pending));
        Assert.Empty((await index.VerifyAsync()).Problems);
    }

    [Fact]
    public async Task An_index_that_misses_many_neighbours_is_told()
    {
        await using var db = await LibraryContext.CreateAsync();
        await db.AddBooksAsync(3_000);
        await db.ExecuteAsync("""DROP INDEX {0}."IX_Books_Vector"; CREATE INDEX "Poor" ON {0}."Books" USING hnsw ("Vector" vector_cosine_ops) WITH (m = 2, ef_construction = 4)""");

        Assert.Contains("of the ten nearest rows", Assert.Single((await db.Database.VectorIndex<Book>(b => b.Vector).VerifyAsync()).Problems), StringComparison.Ordinal);
    }

    [Theory, InlineData(4, 16, "HasStorageParameter(\"m\", 32)"), InlineData(2, 4, "Rebuild it.")]
    public async Task An_index_that_misses_many_neighbours_is_told_with_what_helps(int edges, int candidates, string help)
    {
        await using var db = await ShapedContext.CreateAsync(m => m.Entity<Wide>());
        await db.Set<Wide>().AddBatchAsync(Vectors.Many(3_000, 64).Select(v => new Wide { Vector = v }));
        await db.ExecuteAsync($$"""DROP INDEX {0}."IX_Wide_Vector"; CREATE INDEX "Poor" ON {0}."Wide" USING hnsw ("Vector" vector_cosine_ops) WITH (m = {{edges}}, ef_construction = {{candidates}})""");

        Assert.Contains(help, Assert.Single((await db.Database.VectorIndex<Wide>(w => w.Vector).VerifyAsync()).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_of_rows_without_vectors_is_healthy()
    {
        await using var db = await LibraryContext.CreateAsync();
        await db.Books.AddBatchAsync([new Book(), new Book()]);

        Assert.Empty((await db.Database.VectorIndex<Book>(b => b.Vector).VerifyAsync()).Problems);
    }

    [Fact]
    public async Task An_index_of_16_bit_vectors_is_counted_and_verified()
    {
        await using var db = await ShapedContext.CreateAsync(m => m.Entity<Dot>());
        db.AddRange(Vectors.Many(50, 4).Select(v => new Dot { Place = [.. v.Select(e => (Half)e)] }));
        await db.SaveChangesAsync();
        await db.ExecuteAsync("""UPDATE {0}."Dot" SET "Place" = '[0,0,0,0]' WHERE "Id" = 1""");
        var index = db.Database.VectorIndex<Dot>(d => d.Place);

        Assert.Equal(1, (await index.GetStatisticsAsync()).Skipped);
        Assert.Empty((await index.VerifyAsync()).Problems);
    }

    [Fact]
    public async Task A_vector_of_zeros_is_searched_by_Euclidean_distance()
    {
        await using var db = await LibraryContext.CreateAsync();
        db.Add(new Stamp { Picture = new Picture { Vector = new Half[4] } });
        await db.SaveChangesAsync();
        var statistics = await db.Database.VectorIndex<Stamp>(s => s.Picture.Vector).GetStatisticsAsync();

        Assert.Equal((1, 0), (statistics.Indexed, statistics.Skipped));
    }

    [Fact]
    public async Task A_rebuild_drops_no_index_of_the_applications_own()
    {
        await using var db = await LibraryContext.CreateAsync();
        await db.ExecuteAsync("""CREATE INDEX "Mine_ccnew" ON {0}."Books" USING hnsw ("Vector" vector_cosine_ops); CREATE INDEX "Failed" ON {0}."Books" USING hnsw ("Vector" vector_cosine_ops)""");
        await FailAsync(db, "Failed");
        await db.Database.VectorIndex<Book>(b => b.Vector).RebuildAsync();

        Assert.Equal(["Failed", "IX_Books_Vector", "Mine_ccnew"], (await IndexesAsync(db)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_a_cancelled_rebuild_left_behind_goes_with_the_next()
    {
        await using var db = await LibraryContext.CreateAsync();
        await db.AddBooksAsync(50);
        await LeaveAsync(db);
        await db.Database.VectorIndex<Book>(b => b.Vector).RebuildAsync();

        Assert.Equal(["IX_Books_Vector"], await IndexesAsync(db));
    }

    [Fact]
    public async Task A_rebuild_that_fails_tells_why()
    {
        await using var db = await LibraryContext.CreateAsync();
        await db.Database.OpenConnectionAsync();
        await db.ExecuteAsync("BEGIN"); // of which EF Core knows nothing
        var error = await Assert.ThrowsAsync<PostgresException>(() => db.Database.VectorIndex<Book>(b => b.Vector).RebuildAsync());
        await db.ExecuteAsync("ROLLBACK");

        Assert.Contains("REINDEX CONCURRENTLY", error.MessageText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rebuild_or_a_flush_inside_a_transaction_is_refused()
    {
        await using var db = await LibraryContext.CreateAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.Database.VectorIndex<Book>(b => b.Vector).RebuildAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.Database.VectorIndex<Book>(b => b.Vector).FlushAsync());
    }

    [Fact]
    public async Task Each_index_has_the_operator_class_of_its_metric_and_type()
    {
        await using var db = await LibraryContext.CreateAsync();
        var indexes = await db.Database.SqlQueryRaw<string>("SELECT indexdef AS \"Value\" FROM pg_indexes WHERE schemaname = {0} AND indexdef LIKE '%hnsw%'", db.Schema!).ToListAsync();

        Assert.Equal(2, indexes.Count);
        Assert.Contains(indexes, i => i.Contains("USING hnsw (\"Vector\" vector_cosine_ops)", StringComparison.Ordinal));
        Assert.Contains(indexes, i => i.Contains("USING hnsw (\"Picture_Vector\" halfvec_l2_ops)", StringComparison.Ordinal));
    }

    private static async Task LeaveAsync(LibraryContext db)
    {
        await db.ExecuteAsync("""CREATE INDEX "IX_Books_Vector_ccnew" ON {0}."Books" USING hnsw ("Vector" vector_cosine_ops)""");
        await FailAsync(db, "IX_Books_Vector_ccnew");
    }

    private static Task FailAsync(LibraryContext db, string index)
        => db.ExecuteAsync($$"""UPDATE pg_index SET indisvalid = false WHERE indexrelid = '{0}."{{index}}"'::regclass""");

    internal static Task<List<string>> IndexesAsync(LibraryContext db)
        => db.Database.SqlQueryRaw<string>("SELECT indexname::text AS \"Value\" FROM pg_indexes WHERE schemaname = {0} AND indexdef LIKE '%hnsw (\"Vector\"%'", db.Schema!).ToListAsync();

    private sealed class Wide
    {
        public int Id { get; set; }

        [Vector(64), VectorIndex]
        public float[] Vector { get; set; } = [];
    }

    private sealed class Dot
    {
        public int Id { get; set; }

        [Vector(4), VectorIndex]
        public Half[] Place { get; set; } = [];
    }

    /// <summary>The library, with a higher wish.</summary>
    private sealed class CarefulLibrary(DbContextOptions options, string? schema) : LibraryContext(options, schema)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            base.OnModelCreating(modelBuilder);
            modelBuilder.Entity<Book>().HasVectorIndex(b => b.Vector).HasTargetRecall(0.995);
        }
    }
}
