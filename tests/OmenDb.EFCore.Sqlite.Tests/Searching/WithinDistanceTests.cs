namespace OmenDb.EFCore.Sqlite.Tests.Searching;

/// <summary><c>WithinDistance</c> gives every row, where <c>NearestTo</c> may miss some.</summary>
public sealed class WithinDistanceTests : DatabaseTest
{
    private const int Dimensions = 32;

    [Fact]
    public async Task A_row_whose_vector_is_none_is_left_out_however_the_row_is_looked_up()
    {
        await using var db = await Database.CreateLibraryAsync();
        var vectors = await db.AddArticlesAsync(60);
        Database.Execute("CREATE INDEX ByCategory ON Articles (Category); UPDATE Articles SET Embedding = 'text' WHERE Id = 5");

        Assert.Empty(await db.Articles.Where(a => a.Id == 5).WithinDistance(a => a.Embedding, vectors[4], 2).ToListAsync());
        Assert.Empty(await db.Articles.Where(a => a.Slug == "slug-5").WithinDistance(a => a.Embedding, vectors[4], 2).ToListAsync());
        Assert.Equal(19, await db.Articles.Where(a => a.Category == 1).WithinDistance(a => a.Embedding, vectors[4], 2).CountAsync());
    }

    [Theory, InlineData(VectorMetric.Cosine), InlineData(VectorMetric.Euclidean), InlineData(VectorMetric.InnerProduct)]
    public async Task No_row_of_a_large_index_is_missing(VectorMetric metric)
    {
        var vectors = Vectors.Many(5_000, Dimensions);
        await using var db = await Database.CreateAsync(m =>
        {
            m.Entity<Plain>().Property(p => p.Vector).IsVector(Dimensions);
            m.Entity<Plain>().HasVectorIndex(p => p.Vector).HasMetric(metric);
        });
        await db.Set<Plain>().AddBatchAsync(vectors.Select(v => new Plain { Vector = v }));
        await db.Database.VectorIndex<Plain>(p => p.Vector).FlushAsync();
        foreach (var query in Vectors.Many(10, Dimensions, seed: 7))
        {
            var distances = Array.ConvertAll(vectors, v => Exact.Distance(metric, v, query)).Order().ToArray();
            foreach (var count in new[] { 1, 10, 100, 1_000 })
            {
                var between = (distances[count - 1] + distances[count]) / 2;
                Assert.Equal(count, await db.Set<Plain>().WithinDistance(p => p.Vector, query, between).CountAsync());
            }
        }
    }
}
