namespace OmenDb.EFCore.Sqlite.Tests.Searching;

/// <summary>A search sees what its transaction sees, no more and no less.</summary>
public sealed class TransactionTests : DatabaseTest
{
    private static readonly float[] Query = Vectors.Random(99);

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_search_sees_the_uncommitted_rows_of_its_own_transaction(bool flushed)
    {
        await using var db = await FilledAsync(flushed);
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.Add(new LibraryArticle { Id = 1000, Embedding = Query });
        await db.SaveChangesAsync();

        Assert.Equal(1000, (await db.NearestIdsAsync(Query, 3))[0]);
        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_search_sees_no_uncommitted_rows_of_another_transaction(bool flushed)
    {
        await using var db = await FilledAsync(flushed);
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.Add(new LibraryArticle { Id = 1000, Embedding = Query });
        await db.SaveChangesAsync();

        await using var other = Database.Library();
        var ids = await other.NearestIdsAsync(Query, 10);
        Assert.DoesNotContain(1000, ids);
        Assert.Equal(await other.ExactIdsAsync(Query, 10), ids);
    }

    [Theory, InlineData(VectorMetric.Cosine), InlineData(VectorMetric.Euclidean), InlineData(VectorMetric.InnerProduct)]
    public async Task Rows_that_are_not_indexed_yet_come_behind_equal_ones_that_are(VectorMetric metric)
    {
        const int Rows = 300, Dimensions = 48;
        var vectors = Vectors.Many(Rows, Dimensions);
        await using var db = await Database.CreateAsync(m =>
        {
            m.Entity<Plain>().Property(p => p.Vector).IsVector(Dimensions);
            m.Entity<Plain>().HasVectorIndex(p => p.Vector).HasMetric(metric);
        });
        await db.Set<Plain>().AddBatchAsync(vectors.Select((v, i) => new Plain { Id = i + 1, Vector = v }));
        await db.Database.VectorIndex<Plain>(p => p.Vector).FlushAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Set<Plain>().AddBatchAsync(vectors.Select((v, i) => new Plain { Id = Rows + i + 1, Vector = v }));
        var found = await db.Set<Plain>().NearestTo(p => p.Vector, Vectors.Random(99, Dimensions), 2 * Rows, (p, distance) => new { p.Id, distance }).ToListAsync();

        Assert.Equal(2 * Rows, found.Count);
        Assert.All(found.Chunk(2), pair =>
        {
            Assert.Equal(pair[0].Id + Rows, pair[1].Id);
            Assert.Equal(pair[0].distance, pair[1].distance);
        });
    }

    [Theory, InlineData(VectorIndexStorage.Full), InlineData(VectorIndexStorage.Compact)]
    public async Task However_many_rows_are_not_indexed_yet_all_of_them_are_read_in_their_order(VectorIndexStorage storage)
    {
        const int Indexed = 300, Rows = 12_000, Dimensions = 4;
        await using var db = await Database.CreateAsync(Grid(storage));
        var random = new Random(1);
        var vectors = Enumerable.Range(0, Indexed + Rows).Select(_ => Enumerable.Range(0, Dimensions).Select(_ => (float)random.Next(8)).ToArray()).ToArray(); // of which many are equally far
        await db.Set<Plain>().AddBatchAsync(vectors.Take(Indexed).Select((v, i) => new Plain { Id = i + 1, Vector = v }));
        await db.Database.VectorIndex<Plain>(p => p.Vector).FlushAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Set<Plain>().AddBatchAsync(vectors.Skip(Indexed).Select((v, i) => new Plain { Id = Indexed + i + 1, Vector = v }));
        float[] query = [1, 2, 3, 4];

        var found = await db.Set<Plain>().Where(p => p.Id % 2 == 0).NearestTo(p => p.Vector, query, 5_000).Select(p => p.Id).ToListAsync();
        var near = await db.Set<Plain>().WithinDistance(p => p.Vector, query, 1_000).Select(p => p.Id).ToListAsync();

        var exact = vectors.Select((v, i) => new { Id = i + 1, Distance = Exact.Distance(VectorMetric.Euclidean, v, query) }).OrderBy(f => f.Distance).ThenBy(f => f.Id).Select(f => f.Id).ToList();
        Assert.Equal(exact.Where(id => id % 2 == 0).Take(5_000), found);
        Assert.Equal(exact, near);
    }

    [Fact]
    public async Task A_search_remembers_few_of_the_rows_that_are_not_indexed_yet()
    {
        const int Rows = 40_000;
        await using var db = await Database.CreateAsync(Grid(VectorIndexStorage.Full));
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Set<Plain>().AddBatchAsync(Enumerable.Range(0, Rows).Select(i => new Plain { Id = i + 1, Vector = [i, 1, 0, 1] }));
        var nearest = db.Set<Plain>().NearestTo(p => p.Vector, new float[] { 20_000, 1, 0, 1 }, 10).Select(p => p.Id);

        var least = long.MaxValue; // EF Core may forget a query, and compile it again
        for (var i = 0; i < 5; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Equal(20_001, nearest.ToList()[0]);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.InRange(least, 0, 5 * Rows);
    }

    private static Action<ModelBuilder> Grid(VectorIndexStorage storage) => model =>
    {
        model.Entity<Plain>().Property(p => p.Vector).IsVector(4);
        model.Entity<Plain>().HasVectorIndex(p => p.Vector).HasMetric(VectorMetric.Euclidean).HasStorage(storage);
    };

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_search_still_sees_rows_that_another_transaction_deleted_but_did_not_commit(bool flushed)
    {
        await using var db = await FilledAsync(flushed);
        var nearest = (await db.NearestIdsAsync(Query, 1))[0];
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Articles.Where(a => a.Id == nearest).ExecuteDeleteAsync();

        await using var other = Database.Library();
        Assert.Equal([nearest], await other.NearestIdsAsync(Query, 1));
        Assert.DoesNotContain(nearest, await db.NearestIdsAsync(Query, 10));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Rollback_leaves_nothing(bool flushed)
    {
        await using var db = await FilledAsync(flushed);
        var before = await db.NearestIdsAsync(Query, 10);
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            db.Add(new LibraryArticle { Id = 1000, Embedding = Query });
            await db.SaveChangesAsync();
            await db.Articles.Where(a => a.Id == before[0]).ExecuteDeleteAsync();
            Assert.Equal(1000, (await db.NearestIdsAsync(Query, 10))[0]);
            await transaction.RollbackAsync();
        }

        Assert.Equal(before, await db.NearestIdsAsync(Query, 10));
        await db.ArticleIndex().FlushAsync();
        Assert.Equal(before, await db.NearestIdsAsync(Query, 10));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_label_given_out_again_after_a_rollback_is_the_new_rows(bool flushed)
    {
        await using var db = await FilledAsync(flushed);
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO Articles (Id, Title, Category, Embedding) VALUES (1000, '', 0, {Vectors.Bytes(Query)})");
            Assert.Equal(1000, (await db.NearestIdsAsync(Query, 1))[0]);
            await transaction.RollbackAsync();
        }

        var far = Query.Select(f => -f).ToArray();
        db.Add(new LibraryArticle { Id = 2000, Embedding = far });
        await db.SaveChangesAsync();
        if (flushed)
            await db.ArticleIndex().FlushAsync();

        Assert.DoesNotContain(2000, await db.NearestIdsAsync(Query, 10));
        Assert.Equal(2000, (await db.NearestIdsAsync(far, 10))[0]);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Rollback_to_a_savepoint_leaves_what_came_before_it(bool flushed)
    {
        await using var db = await FilledAsync(flushed);
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            db.Add(new LibraryArticle { Id = 1000, Embedding = Query });
            await db.SaveChangesAsync();
            await transaction.CreateSavepointAsync("here");
            db.Add(new LibraryArticle { Id = 1001, Embedding = Query });
            await db.SaveChangesAsync();
            Assert.Equal([1000, 1001], (await db.NearestIdsAsync(Query, 2)).Order());
            await transaction.RollbackToSavepointAsync("here");
            Assert.Equal(1000, (await db.NearestIdsAsync(Query, 10))[0]);
            Assert.DoesNotContain(1001, await db.NearestIdsAsync(Query, 10));
            await transaction.CommitAsync();
        }

        if (flushed)
            await db.ArticleIndex().FlushAsync();
        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
    }

    [Fact]
    public async Task A_failed_SaveChanges_leaves_nothing()
    {
        await using var db = await FilledAsync(flushed: true);
        var before = await db.NearestIdsAsync(Query, 10);
        db.Add(new LibraryArticle { Id = 1000, Embedding = Query, Slug = "new" });
        db.Add(new LibraryArticle { Id = 1001, Embedding = Query, Slug = "slug-1" }); // the slug is taken
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());

        Assert.Equal(before, await db.NearestIdsAsync(Query, 10));
    }

    /// <summary>What is kept between two searches of a connection is right after anything that happens between them.</summary>
    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public async Task Whatever_a_connection_did_before_a_search_finds_what_a_scan_finds(int seed)
    {
        await using var db = await FilledAsync(flushed: false);
        await db.Database.OpenConnectionAsync();
        await using var other = Database.Library();
        var random = new Random(seed);
        var next = 1000;
        for (var step = 0; step < 200; step++)
        {
            var isInside = db.Database.CurrentTransaction is not null;
            switch (random.Next(10))
            {
                case 0 when !isInside:
                    await db.Database.BeginTransactionAsync();
                    break;
                case 1 when isInside:
                    await db.Database.CommitTransactionAsync();
                    break;
                case 2 when isInside:
                    await db.Database.RollbackTransactionAsync();
                    break;
                case 3 when isInside:
                    await db.Database.CurrentTransaction!.CreateSavepointAsync("before");
                    await AddAsync(db);
                    await db.Database.CurrentTransaction!.RollbackToSavepointAsync("before");
                    break;
                case 4 or 5:
                    await AddAsync(db);
                    break;
                case 6:
                    var gone = random.Next(1, 200);
                    await db.Articles.Where(a => a.Id == gone).ExecuteDeleteAsync();
                    break;
                case 7:
                    var (changed, vector) = (random.Next(1, 200), Vectors.Random(random.Next()));
                    await db.Articles.Where(a => a.Id == changed).ExecuteUpdateAsync(s => s.SetProperty(a => a.Embedding, vector));
                    break;
                case 8 when !isInside:
                    await AddAsync(other);
                    break;
                case 9 when !isInside:
                    await db.ArticleIndex().FlushAsync();
                    break;
                default:
                    break;
            }

            db.ChangeTracker.Clear();
            var query = Vectors.Random(random.Next());
            Assert.Equal(await db.ExactIdsAsync(query, 10), await db.NearestIdsAsync(query, 10));
        }

        async Task AddAsync(LibraryContext by)
        {
            by.Add(new LibraryArticle { Id = next++, Embedding = Vectors.Random(random.Next()) });
            await by.SaveChangesAsync();
        }
    }

    private Task<LibraryContext> FilledAsync(bool flushed) => Database.FillLibraryAsync(200, flushed);
}
