using OmenDb.EFCore.Diagnostics;

namespace OmenDb.EFCore.Sqlite.Tests.Writing;

/// <summary>What SQL put into a vector column and is no vector: searches leave the row out, and the index tells.</summary>
public sealed class UnsoundVectorTests : DatabaseTest
{
    private static readonly float[] Query = Vectors.Random(99);

    public static TheoryData<byte[]> UnsoundBlobs => new(
        [],
        [1, 2, 3],
        Vectors.Bytes(Vectors.Random(1, 7)),
        [.. Vectors.Bytes(Vectors.Random(1)), 1],
        Vectors.Bytes(Vectors.Random(1, 9)),
        Vectors.Bytes([1, 2, 3, float.NaN, 5, 6, 7, 8]),
        Vectors.Bytes([1, 2, 3, float.NegativeInfinity, 5, 6, 7, 8]),
        Vectors.Bytes(new float[8]));

    [Theory, MemberData(nameof(UnsoundBlobs))]
    public async Task An_unsound_blob_put_there_by_SQL_is_reported_and_breaks_no_search(byte[] blob)
    {
        await using var db = await Database.FillLibraryAsync(50);
        Database.Execute("INSERT INTO Articles (Id, Title, Category, Embedding) VALUES (1000, '', 0, $v)", ("$v", blob));
        var exact = Exact.Nearest(Vectors.Many(50).Select((v, i) => (i + 1, v)), Query, 100);

        Assert.Equal(exact, await db.NearestIdsAsync(Query, 100));
        await db.ArticleIndex().FlushAsync();
        Assert.Equal(exact, await db.NearestIdsAsync(Query, 100));
        Assert.Equal(exact.Where(i => (i - 1) % 3 == 0), await db.Articles.Where(a => a.Category == 0).NearestTo(Query, 100).Select(a => a.Id).ToListAsync());

        Assert.Contains(Database.Events, e => e.Id == OmenDbEventId.VectorSkipped && e.Message.Contains("Articles.Embedding", StringComparison.Ordinal));
        Assert.Equal(1, (await db.ArticleIndex().GetStatisticsAsync()).Skipped);
        var verification = await db.ArticleIndex().VerifyAsync();
        Assert.False(verification.IsHealthy);
        Assert.Contains("1 rows cannot be searched", Assert.Single(verification.Problems), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(UnsoundBlobs))]
    public async Task An_unsound_blob_is_skipped_without_an_index_too(byte[] blob)
    {
        await using var db = await Database.CreateAsync(m => m.Entity<Plain>().Property(p => p.Vector).IsVector(8));
        db.AddRange(Vectors.Many(50).Select((v, i) => new Plain { Id = i + 1, Vector = v }));
        await db.SaveChangesAsync();
        Database.Execute("INSERT INTO Plain (Id, Vector) VALUES (1000, $v)", ("$v", blob));
        var exact = Exact.Nearest(Vectors.Many(50).Select((v, i) => (i + 1, v)), Query, 100);

        Assert.Equal(exact, await db.Set<Plain>().NearestTo(p => p.Vector, Query, 100).Select(p => p.Id).ToListAsync());
        Assert.Equal(exact.Order(), await db.Set<Plain>().WithinDistance(p => p.Vector, Query, 2).Select(p => p.Id).Order().ToListAsync());
    }

    [Theory, MemberData(nameof(UnsoundBlobs))]
    public async Task A_row_with_an_unsound_blob_has_no_nearest_rows_where_each_row_is_searched_by(byte[] blob)
    {
        await using var db = await Database.FillLibraryAsync(50);
        Database.Execute("UPDATE Articles SET Embedding = $v WHERE Id IN (7, 8)", ("$v", blob));

        var found = await (from a in db.Articles from b in db.Articles.NearestTo(b => b.Embedding, a.Embedding, 3) select new { a.Id, Near = b.Id }).ToListAsync();

        Assert.Equal(Enumerable.Range(1, 50).Except([7, 8]), found.Select(f => f.Id).Distinct().Order());
        Assert.All(found.GroupBy(f => f.Id), near => Assert.Equal(3, near.Count()));
        Assert.DoesNotContain(found, f => f.Near is 7 or 8);
        Assert.Single(Database.Events, e => e.Id == OmenDbEventId.VectorSkipped && e.Message.Contains("'Articles.Embedding' for each row of another query", StringComparison.Ordinal));
    }

    [Theory, InlineData("'text'"), InlineData("42"), InlineData("1.5")]
    public async Task A_value_that_is_no_blob_breaks_no_search(string sql)
    {
        await using var db = await Database.FillLibraryAsync(50);
        Database.Execute($"INSERT INTO Articles (Id, Title, Category, Embedding) VALUES (1000, '', 0, {sql})");

        Assert.Equal(50, (await db.NearestIdsAsync(Query, 100)).Count);
        await db.ArticleIndex().FlushAsync();
        Assert.Equal(50, (await db.NearestIdsAsync(Query, 100)).Count);
        Assert.False((await db.ArticleIndex().VerifyAsync()).IsHealthy);
    }

    [Theory, InlineData("'text'"), InlineData("42"), InlineData("1.5")]
    public async Task A_row_with_a_value_that_is_no_blob_has_no_nearest_rows_either(string sql)
    {
        await using var db = await Database.FillLibraryAsync(50);
        Database.Execute($"UPDATE Articles SET Embedding = {sql} WHERE Id = 7");

        var found = await (from a in db.Articles from b in db.Articles.NearestTo(b => b.Embedding, a.Embedding, 1) select a.Id).ToListAsync();

        Assert.Equal(Enumerable.Range(1, 50).Except([7]), found.Order());
    }

    [Fact]
    public async Task A_row_whose_vector_was_mended_is_found_and_no_longer_counted_as_skipped()
    {
        await using var db = await Database.FillLibraryAsync(50);
        Database.Execute("UPDATE Articles SET Embedding = x'00' WHERE Id = 7");
        await db.ArticleIndex().FlushAsync();
        Database.Execute("UPDATE Articles SET Embedding = $v WHERE Id = 7", ("$v", Vectors.Bytes(Query)));
        await db.ArticleIndex().FlushAsync();

        Assert.Equal([7], await db.NearestIdsAsync(Query, 1));
        Assert.Equal(0, (await db.ArticleIndex().GetStatisticsAsync()).Skipped);
        Assert.True((await db.ArticleIndex().VerifyAsync()).IsHealthy);
    }
}
