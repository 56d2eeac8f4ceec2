namespace OmenDb.EFCore.PostgreSQL.Tests.Searching;

/// <summary>A table in partitions, which PostgreSQL keeps apart and searches together.</summary>
public sealed class PartitionTests
{
    [Fact]
    public async Task A_partitioned_table_answers_NearestTo_unchanged()
    {
        await using var db = await CreateAsync();
        var books = await db.AddBooksAsync(1_000);
        await db.Database.OpenConnectionAsync();
        await db.ExecuteAsync("SET enable_seqscan = off");
        var query = Vectors.Random(5);
        var exact = books.OrderBy(b => Exact.Distance(VectorMetric.Cosine, b.Vector!, query)).Select(b => b.Id).ToList();

        Assert.Equal(exact.Take(10), await db.Books.NearestTo(query, 10).Select(b => b.Id).ToListAsync());
        Assert.Equal(books.Where(b => b.Shelf == 3).OrderBy(b => Exact.Distance(VectorMetric.Cosine, b.Vector!, query)).Take(10).Select(b => b.Id), await db.Books.Where(b => b.Shelf == 3).NearestTo(query, 10).Select(b => b.Id).ToListAsync());
        var statistics = await db.Database.VectorIndex<Book>(b => b.Vector).GetStatisticsAsync();
        Assert.Equal(1_000, statistics.Indexed);
        Assert.True(statistics.FileBytes >= 2 * 8192, $"{statistics.FileBytes}"); // those of the partitions
        await db.ExecuteAsync("RESET enable_seqscan");
    }

    [Fact]
    public async Task What_a_cancelled_rebuild_left_behind_on_a_partition_goes_with_the_next()
    {
        await using var db = await CreateAsync();
        await db.ExecuteAsync("""
            CREATE INDEX "Parts_0_Vector_idx_ccnew" ON {0}."Parts_0" USING hnsw ("Vector" vector_cosine_ops);
            UPDATE pg_index SET indisvalid = false WHERE indexrelid = '{0}."Parts_0_Vector_idx_ccnew"'::regclass
            """);
        await db.Database.VectorIndex<Book>(b => b.Vector).RebuildAsync();

        Assert.Equal(0, await db.Database.SqlQueryRaw<int>("SELECT count(*)::int AS \"Value\" FROM pg_indexes WHERE schemaname = {0} AND indexname LIKE '%ccnew'", db.Schema!).SingleAsync());
    }

    private static async Task<LibraryContext> CreateAsync()
    {
        var db = await LibraryContext.CreateAsync();
        await db.ExecuteAsync("""
            CREATE TABLE {0}."Parts" (LIKE {0}."Books" INCLUDING DEFAULTS INCLUDING IDENTITY) PARTITION BY HASH ("Shelf");
            CREATE TABLE {0}."Parts_0" PARTITION OF {0}."Parts" FOR VALUES WITH (MODULUS 2, REMAINDER 0);
            CREATE TABLE {0}."Parts_1" PARTITION OF {0}."Parts" FOR VALUES WITH (MODULUS 2, REMAINDER 1);
            DROP TABLE {0}."Books";
            ALTER TABLE {0}."Parts" RENAME TO "Books";
            CREATE INDEX "IX_Books_Vector" ON {0}."Books" USING hnsw ("Vector" vector_cosine_ops)
            """);
        return db;
    }
}
