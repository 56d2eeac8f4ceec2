using OmenDb.EFCore.Diagnostics;

namespace OmenDb.EFCore.Sqlite.Tests.Indexing;

/// <summary>An index whose file keeps no vectors gives the same answers: it ranks by those in the database, as the searching connection sees them.</summary>
public sealed class CompactStorageTests : DatabaseTest
{
    private const int Rows = 700; // the index looks at up to 1,000, so that answers are exact
    private const int Dimensions = 16;

    private static readonly float[] Query = Vectors.Random(99, Dimensions);
    private static readonly float[][] Filled = Vectors.Many(Rows, Dimensions);

    [Theory, InlineData(VectorMetric.Cosine), InlineData(VectorMetric.Euclidean), InlineData(VectorMetric.InnerProduct)]
    public async Task It_returns_the_k_nearest_rows_and_their_exact_distances(VectorMetric metric)
    {
        await using var db = await FilledAsync(metric);
        await AssertHoldsNoVectorsAsync(db);

        foreach (var k in new[] { 1, 10, 100, Rows, Rows + 5 })
            await AssertExactAsync(db, k, metric);
    }

    [Theory, InlineData(VectorMetric.Cosine), InlineData(VectorMetric.Euclidean), InlineData(VectorMetric.InnerProduct)]
    public async Task Among_more_rows_than_it_looks_at_it_finds_nearly_all_of_the_nearest(VectorMetric metric)
    {
        var vectors = Vectors.Many(4_000, Dimensions);
        await using var db = await Database.CreateAsync(Model(metric));
        await db.Set<Plain>().AddBatchAsync(vectors.Select((v, i) => new Plain { Id = i + 1, Vector = v }));
        await Index(db).FlushAsync();
        double recall = 0;
        foreach (var query in Vectors.Many(40, Dimensions, seed: 7))
        {
            var found = await db.Set<Plain>().NearestTo(p => p.Vector, query, 10, (p, distance) => new { p.Id, distance }).ToListAsync();
            Assert.Equal(found.OrderBy(f => f.distance), found);
            Assert.All(found, f => Assert.Equal(Exact.Distance(metric, vectors[f.Id - 1], query), f.distance, 1e-5));
            recall += Exact.Recall(Exact.Nearest(vectors.Select((v, i) => (i + 1, v)), query, 10, metric), found.Select(f => f.Id));
        }

        Assert.InRange(recall / 40, 0.95, 1);
    }

    [Fact]
    public async Task Whole_numbers_that_are_rounded_alike_in_a_row_and_its_vector_are_no_problem()
    {
        const int Many = 768;
        var random = new Random(1);
        float Whole() => (float)Math.Floor(40 * Math.Abs(Enumerable.Range(0, 12).Sum(_ => random.NextDouble()) - 6)); // nearly half a normal distribution
        await using var db = await Database.CreateAsync(Model(VectorMetric.InnerProduct, dimensions: Many));
        await db.Set<Plain>().AddBatchAsync(Enumerable.Range(0, 600).Select(_ => new Plain { Vector = [.. Enumerable.Range(0, Many).Select(_ => Whole())] }));
        await Index(db).FlushAsync();

        Assert.Empty((await Index(db).VerifyAsync()).Problems);
    }

    [Theory, InlineData(VectorMetric.Cosine), InlineData(VectorMetric.Euclidean), InlineData(VectorMetric.InnerProduct)]
    public async Task Of_equal_rows_the_one_that_was_written_first_is_the_nearest_though_only_that_is_indexed(VectorMetric metric)
    {
        var vectors = Vectors.Many(300, Dimensions); // so few are kept as they are
        await using var db = await Database.CreateAsync(Model(metric));
        await db.Set<Plain>().AddBatchAsync(vectors.Select((v, i) => new Plain { Id = i + 1, Vector = v }));
        await Index(db).FlushAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Set<Plain>().AddBatchAsync(vectors.Select((v, i) => new Plain { Id = i + 1_001, Vector = v }));

        foreach (var query in Vectors.Many(100, Dimensions, seed: 7))
            Assert.InRange(await db.Set<Plain>().NearestTo(p => p.Vector, query, 1).Select(p => p.Id).SingleAsync(), 1, 300);
    }

    [Fact]
    public async Task Rows_of_a_transaction_are_ranked_as_it_sees_them()
    {
        await using var db = await FilledAsync(VectorMetric.Euclidean);
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Set<Plain>().Where(p => p.Id % 5 == 0).ExecuteDeleteAsync();
        foreach (var plain in await db.Set<Plain>().Where(p => p.Id % 7 == 0).ToListAsync())
            plain.Vector = Vectors.Random(plain.Id, Dimensions);
        db.AddRange(Vectors.Many(20, Dimensions, seed: 3).Select(v => new Plain { Vector = v }));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();

        await AssertExactAsync(db, 100, VectorMetric.Euclidean);
        await using (var other = Database.Open(Model(VectorMetric.Euclidean)))
            Assert.Equal(Nearest(Filled, 100), (await SearchAsync(other, 100)).Select(f => f.Id));

        await transaction.CommitAsync();
        await Index(db).FlushAsync();
        await AssertExactAsync(db, 100, VectorMetric.Euclidean);
    }

    [Fact]
    public async Task Filters_are_exact()
    {
        await using var db = await FilledAsync(VectorMetric.Cosine);

        foreach (var share in new[] { 2, 30, 200 })
        {
            var found = await db.Set<Plain>().Where(p => p.Id % share == 0).NearestTo(p => p.Vector, Query, 10).Select(p => p.Id).ToListAsync();

            Assert.Equal(Exact.Nearest(Numbered().Where(r => r.Id % share == 0), Query, 10), found);
        }
    }

    [Fact]
    public async Task WithinDistance_is_exact_at_its_boundary()
    {
        await using var db = await FilledAsync(VectorMetric.Euclidean);
        var distances = Filled.Select(v => Exact.Distance(VectorMetric.Euclidean, v, Query)).Order().ToList();

        foreach (var count in new[] { 1, 50, 300 })
            Assert.Equal(count, await db.Set<Plain>().WithinDistance(p => p.Vector, Query, (distances[count - 1] + distances[count]) / 2).CountAsync());
    }

    [Fact]
    public async Task A_search_for_each_row_is_exact()
    {
        await using var db = await FilledAsync(VectorMetric.Euclidean);

        var pairs = await db.Set<Plain>().Where(p => p.Id <= 5).SelectMany(p => db.Set<Plain>().NearestTo(o => o.Vector, p.Vector, 3), (p, o) => new { p.Id, Other = o.Id }).ToListAsync();

        Assert.Equal(
            Enumerable.Range(1, 5).SelectMany(id => Exact.Nearest(Numbered(), Filled[id - 1], 3, VectorMetric.Euclidean).Select(other => (id, other))).Order(),
            pairs.Select(p => (p.Id, p.Other)).Order());
    }

    [Fact]
    public async Task Equal_vectors_come_in_the_order_they_were_written()
    {
        await using var db = await FilledAsync(VectorMetric.Euclidean);
        foreach (var id in new[] { 5_005, 5_003, 5_009 })
        {
            db.Add(new Plain { Id = id, Vector = Query });
            await db.SaveChangesAsync();
        }

        await Index(db).FlushAsync();

        Assert.Equal([5_005, 5_003, 5_009], (await SearchAsync(db, 3)).Select(f => f.Id));
    }

    [Fact]
    public async Task Vectors_of_16_bits_are_ranked_by_what_is_stored()
    {
        static void Halves(ModelBuilder m) => m.Entity<Typed<Half[]>>(t =>
        {
            t.Property(x => x.Vector).IsVector(Dimensions);
            t.HasVectorIndex(x => x.Vector).HasStorage(VectorIndexStorage.Compact);
        });
        var vectors = Array.ConvertAll(Filled, v => Array.ConvertAll(v, f => (Half)f));
        await using var db = await Database.CreateAsync(Halves);
        await db.Set<Typed<Half[]>>().AddBatchAsync(vectors.Select((v, i) => new Typed<Half[]> { Id = i + 1, Vector = v }));
        await db.Database.VectorIndex<Typed<Half[]>>(t => t.Vector).FlushAsync();

        var found = await db.Set<Typed<Half[]>>().NearestTo(t => t.Vector, Query, 50).Select(t => t.Id).ToListAsync();

        Assert.Equal(Exact.Nearest(vectors.Select((v, i) => (i + 1, Array.ConvertAll(v, h => (float)h))), Query, 50), found);
    }

    [Fact]
    public async Task A_new_process_searches_the_file_that_it_finds()
    {
        await using (await FilledAsync(VectorMetric.InnerProduct))
        {
        }

        using var copy = Database.Copy();
        await using var db = copy.Open(Model(VectorMetric.InnerProduct));

        await AssertExactAsync(db, 50, VectorMetric.InnerProduct);
        Assert.Equal(Rows, (await Index(db).GetStatisticsAsync()).Indexed);
        Assert.True((await Index(db).VerifyAsync()).IsHealthy);
        Assert.Empty(copy.Events);
    }

    [Theory, InlineData(VectorIndexStorage.Full, VectorIndexStorage.Compact), InlineData(VectorIndexStorage.Compact, VectorIndexStorage.Full)]
    public async Task An_index_whose_storage_changes_is_built_anew_and_answers_meanwhile(VectorIndexStorage before, VectorIndexStorage after)
    {
        await using (await FilledAsync(VectorMetric.Euclidean, before))
        {
        }

        using var copy = Database.Copy();
        var size = new FileInfo(copy.Snapshots.Single()).Length;
        await using var db = copy.Open(Model(VectorMetric.Euclidean, after));
        await AssertExactAsync(db, 50, VectorMetric.Euclidean);
        Assert.Contains(after.ToString(), Assert.Single(copy.Events, e => e.Id == OmenDbEventId.SnapshotRejected).Message, StringComparison.Ordinal);

        await Index(db).FlushAsync();

        await AssertExactAsync(db, 50, VectorMetric.Euclidean);
        Assert.Equal(after, (await Index(db).GetStatisticsAsync()).Storage);
        Assert.Equal(after == VectorIndexStorage.Full, new FileInfo(copy.Snapshots.Single()).Length > size);
        Assert.Empty(Directory.GetFiles(copy.Sidecar, "*.rejected"));
        Assert.Equal(after == VectorIndexStorage.Compact, ((string)copy.Scalar("SELECT sql FROM sqlite_master WHERE name = 'Plain_Vector_Ledger_update'")!).Contains(" Euclidean Compact */", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_row_whose_vector_SQL_damaged_behind_the_index_is_left_out()
    {
        await using var db = await FilledAsync(VectorMetric.Cosine);
        var nearest = (await SearchAsync(db, 3)).Select(f => f.Id).ToList();
        var trigger = Database.Scalar("SELECT sql FROM sqlite_master WHERE name = 'Plain_Vector_Ledger_update'");
        Database.Execute($"DROP TRIGGER Plain_Vector_Ledger_update; UPDATE Plain SET Vector = x'00' WHERE Id = {nearest[0]}; {trigger}");

        Assert.Equal(nearest[1..], (await SearchAsync(db, 2)).Select(f => f.Id));
    }

    [Fact]
    public async Task A_damaged_file_is_set_aside()
    {
        await using (await FilledAsync(VectorMetric.Euclidean))
        {
        }

        using var copy = Database.Copy();
        var bytes = await File.ReadAllBytesAsync(copy.Snapshots.Single());
        bytes[4096 + 100] ^= 4; // in the first rows
        await File.WriteAllBytesAsync(copy.Snapshots.Single(), bytes);
        await using var db = copy.Open(Model(VectorMetric.Euclidean));

        await AssertExactAsync(db, 50, VectorMetric.Euclidean);
        Assert.Contains(copy.Events, e => e.Id == OmenDbEventId.SnapshotRejected);
    }

    [Fact]
    public async Task The_storage_may_be_said_on_an_attribute_or_in_OnModelCreating_which_overrides_it()
    {
        Assert.Equal(VectorIndexStorage.Compact, await StorageAsync(m => m.Entity<Packed>()));
        Assert.Equal(VectorIndexStorage.Compact, await StorageAsync(m => m.Entity<Packed>().Property(p => p.Vector).HasVectorIndex(VectorMetric.Euclidean)));
        Assert.Equal(VectorIndexStorage.Full, await StorageAsync(m => m.Entity<Packed>().HasVectorIndex(p => p.Vector).HasStorage(VectorIndexStorage.Full)));
        Assert.Equal(VectorIndexStorage.Full, await StorageAsync(m => m.Entity<Packed>().Property(p => p.Vector).HasVectorIndex(VectorMetric.Euclidean, VectorIndexStorage.Full)));
    }

    private static Action<ModelBuilder> Model(VectorMetric metric, VectorIndexStorage storage = VectorIndexStorage.Compact, int dimensions = Dimensions) => m => m.Entity<Plain>(plain =>
    {
        plain.ToTable("Plain").Property(p => p.Vector).IsVector(dimensions);
        plain.HasVectorIndex(p => p.Vector).HasMetric(metric).HasStorage(storage);
    });

    private static IVectorIndex Index(DbContext db) => db.Database.VectorIndex<Plain>(p => p.Vector);

    private static IEnumerable<(int Id, float[] Vector)> Numbered() => Filled.Select((v, i) => (i + 1, v));

    private static int[] Nearest(float[][] vectors, int k) => Exact.Nearest(vectors.Select((v, i) => (i + 1, v)), Query, k, VectorMetric.Euclidean);

    private static async Task<List<(int Id, double Distance)>> SearchAsync(DbContext db, int k)
        => [.. (await db.Set<Plain>().NearestTo(p => p.Vector, Query, k, (p, distance) => new { p.Id, distance }).ToListAsync()).Select(f => (f.Id, f.distance))];

    private static async Task AssertExactAsync(DbContext db, int k, VectorMetric metric)
    {
        var rows = await db.Set<Plain>().AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Vector!);
        var found = await SearchAsync(db, k);

        Assert.Equal(Exact.Nearest(rows.Select(r => (r.Key, r.Value)), Query, k, metric), found.Select(f => f.Id));
        Assert.All(found, f => Assert.Equal(Exact.Distance(metric, rows[f.Id], Query), f.Distance, 1e-5));
    }

    private async Task AssertHoldsNoVectorsAsync(DbContext db)
    {
        var statistics = await Index(db).GetStatisticsAsync();
        Assert.Equal(VectorIndexStorage.Compact, statistics.Storage);
        Assert.Equal(Rows, statistics.Indexed);
        var file = await File.ReadAllBytesAsync(Database.Snapshots.Single());
        Assert.Equal(-1, file.AsSpan().IndexOf(Vectors.Bytes(Filled[3].AsSpan(0, 4))));
    }

    private async Task<ModelContext> FilledAsync(VectorMetric metric, VectorIndexStorage storage = VectorIndexStorage.Compact)
    {
        var db = await Database.CreateAsync(Model(metric, storage));
        await db.Set<Plain>().AddBatchAsync(Numbered().Select(r => new Plain { Id = r.Id, Vector = r.Vector }));
        await Index(db).FlushAsync();
        return db;
    }

    private static async Task<VectorIndexStorage> StorageAsync(Action<ModelBuilder> model)
    {
        using var database = new TestDatabase();
        await using var db = await database.CreateAsync(model);
        return (await db.Database.VectorIndex<Packed>(p => p.Vector).GetStatisticsAsync()).Storage;
    }

    private sealed class Packed
    {
        public int Id { get; set; }

        [Vector(4), VectorIndex(Metric = VectorMetric.Euclidean, Storage = VectorIndexStorage.Compact)]
        public float[] Vector { get; set; } = [];
    }
}
