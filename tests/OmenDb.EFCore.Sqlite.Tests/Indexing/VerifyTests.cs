using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.EFCore.Sqlite.Tests.Indexing;

/// <summary>What is wrong with an index is said, and rows that are left out are counted.</summary>
public sealed class VerifyTests : DatabaseTest
{
    private static readonly float[] Query = Vectors.Random(99);

    [Fact]
    public async Task Verify_finds_a_whole_index_healthy()
    {
        await using var db = await Database.FillLibraryAsync(100);
        Assert.True((await db.ArticleIndex().VerifyAsync()).IsHealthy);
        await db.ArticleIndex().FlushAsync();

        var verification = await db.ArticleIndex().VerifyAsync();

        Assert.True(verification.IsHealthy);
        Assert.Equal((100, 100), (verification.Rows, verification.Checked));
    }

    [Fact]
    public async Task Rows_that_were_skipped_one_after_the_other_are_counted_together()
    {
        await using var db = await Database.FillLibraryAsync(50);
        Database.Execute("UPDATE Articles SET Embedding = x'00' WHERE Id = 7");
        await db.ArticleIndex().FlushAsync();
        Database.Execute("UPDATE Articles SET Embedding = x'00' WHERE Id = 8");
        await db.ArticleIndex().FlushAsync();

        Assert.Equal(2, (await db.ArticleIndex().GetStatisticsAsync()).Skipped);
    }

    [Fact]
    public async Task Of_rows_that_were_skipped_again_and_again_the_last_labels_are_remembered()
    {
        await using var db = await Database.FillLibraryAsync(50);
        for (var length = 1; length <= 5; length++)
        {
            Database.Execute($"UPDATE Articles SET Embedding = zeroblob({length}) WHERE Id <= 10");
            await db.ArticleIndex().FlushAsync();
        }

        Assert.Equal(10, IndexRegistry.Get(Database.FilePath).Get("Articles.Embedding").Indexer.Skipped.Length);
        Assert.Equal(10, (await db.ArticleIndex().GetStatisticsAsync()).Skipped);
    }

    [Fact]
    public async Task Rows_that_were_skipped_are_counted_once_after_a_rebuild_and_while_it_was_cancelled()
    {
        await using var db = await Database.FillLibraryAsync(50);
        Database.Execute("UPDATE Articles SET Embedding = x'00' WHERE Id <= 10");
        await db.ArticleIndex().FlushAsync();
        using var cancellation = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => db.ArticleIndex().RebuildAsync(new Midway(cancellation.Cancel), cancellation.Token));
        Assert.Equal(10, (await db.ArticleIndex().GetStatisticsAsync()).Skipped);
        await db.ArticleIndex().RebuildAsync();

        Assert.Equal(10, (await db.ArticleIndex().GetStatisticsAsync()).Skipped);
    }

    [Fact]
    public async Task Verify_reports_rows_that_the_ledger_does_not_know_and_the_other_way_round()
    {
        await using var db = await Database.FillLibraryAsync(50, flushed: true);
        Database.Execute("DELETE FROM Articles_Embedding_Ledger WHERE Id = 7; INSERT INTO Articles_Embedding_Ledger (Id) VALUES (4711)");

        var verification = await db.ArticleIndex().VerifyAsync();

        Assert.Equal(["1 rows have a vector that the ledger does not know.", "1 rows of the ledger name a row that is gone."], verification.Problems);
    }

    [Fact]
    public async Task Verify_reports_rows_that_are_missing_from_the_index()
    {
        await using var db = await Database.FillLibraryAsync(50);
        Database.Execute("DELETE FROM Articles WHERE Id = 20");
        await db.ArticleIndex().RebuildAsync();
        Database.Execute("UPDATE Articles_Embedding_Ledger SET Label = (SELECT min(Label) + 19 FROM Articles_Embedding_Ledger) WHERE Id = 7"); // that of the row that is gone

        var verification = await db.ArticleIndex().VerifyAsync();

        Assert.StartsWith("1 rows are missing from the index", Assert.Single(verification.Problems), StringComparison.Ordinal);
        Assert.Equal((49, 48), (verification.Rows, verification.Checked));
        await db.ArticleIndex().RebuildAsync();
        Assert.True((await db.ArticleIndex().VerifyAsync()).IsHealthy);
    }

    [Fact]
    public async Task Verify_reports_vectors_that_were_changed_behind_the_ledger()
    {
        await using var db = await Database.FillLibraryAsync(50, flushed: true);
        Database.Execute("DROP TRIGGER Articles_Embedding_Ledger_update; UPDATE Articles SET Embedding = $v WHERE Id IN (7, 8)", ("$v", Vectors.Bytes(Query)));

        var verification = await db.ArticleIndex().VerifyAsync();

        Assert.StartsWith("2 rows are in the index with another vector", Assert.Single(verification.Problems), StringComparison.Ordinal);
        Assert.EndsWith($"problems: 1{Environment.NewLine}{verification.Problems[0]}", verification.ToString(), StringComparison.Ordinal);
        await db.ArticleIndex().RebuildAsync();
        Assert.True((await db.ArticleIndex().VerifyAsync()).IsHealthy);
    }
}
