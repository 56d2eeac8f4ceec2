
namespace OmenDb.EFCore.Sqlite.Tests.Infrastructure;

internal static class LibraryExtensions
{
    public static IVectorIndex ArticleIndex(this LibraryContext db) => db.Database.VectorIndex<LibraryArticle>(a => a.Embedding);

    public static IVectorIndex DraftIndex(this LibraryContext db) => db.Database.VectorIndex<LibraryDraft>(d => d.Sketch);

    /// <summary>Inserts articles 1 to n, in three categories.</summary>
    public static async Task<float[][]> AddArticlesAsync(this LibraryContext db, int count, int seed = 1)
    {
        var vectors = Vectors.Many(count, seed: seed);
        db.AddRange(vectors.Select((v, i) => new LibraryArticle { Id = i + 1, Title = $"Article {i + 1}", Category = i % 3, Slug = $"slug-{i + 1}", Embedding = v }));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        return vectors;
    }

    /// <summary>Inserts more articles, whose ids begin somewhere else.</summary>
    public static async Task AddArticlesAfterAsync(this LibraryContext db, int count, int from)
    {
        db.AddRange(Vectors.Many(count, seed: from).Select((v, i) => new LibraryArticle { Id = from + i, Embedding = v }));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    public static Task<List<int>> NearestIdsAsync(this LibraryContext db, ReadOnlyMemory<float> query, int k)
        => db.Articles.NearestTo(a => a.Embedding, query, k).Select(a => a.Id).ToListAsync();

    /// <summary>What the rows of the database, read one by one, say is nearest.</summary>
    public static async Task<int[]> ExactIdsAsync(this LibraryContext db, ReadOnlyMemory<float> query, int k)
        => Exact.Nearest((await db.Articles.AsNoTracking().ToListAsync()).Select(a => (a.Id, a.Embedding.ToArray())), query, k);
}
