using System.Text.Json;
using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.EFCore.Sqlite.Tests.Indexing;

/// <summary>The handle on an index.</summary>
public sealed class VectorIndexTests : DatabaseTest
{
    [Fact]
    public async Task Statistics_tell_what_the_index_holds()
    {
        await using var db = await Database.FillLibraryAsync(300, flushed: true);

        var statistics = await db.ArticleIndex().GetStatisticsAsync();

        Assert.Equal("Articles.Embedding", statistics.Name);
        Assert.Equal(8, statistics.Dimensions);
        Assert.Equal(VectorMetric.Cosine, statistics.Metric);
        Assert.Equal((300, 300, 0, 0), (statistics.Rows, statistics.Indexed, statistics.Pending, statistics.Skipped));
        Assert.Equal(new FileInfo(Database.Snapshots.Single()).Length, statistics.FileBytes);
        Assert.Equal(File.GetLastWriteTimeUtc(Database.Snapshots.Single()), statistics.FileWrittenAt);
        Assert.True(statistics.MemoryBytes > 0);
        Assert.True(statistics.SearchListSize > 0);
        Assert.InRange(statistics.TargetRecall, 0.5, 1);
    }

    [Fact]
    public async Task What_is_told_of_a_file_does_not_change_when_the_next_one_takes_its_place()
    {
        await using var db = await Database.FillLibraryAsync(300, flushed: true);
        var bytes = (await db.ArticleIndex().GetStatisticsAsync()).FileBytes;
        var index = IndexRegistry.Get(Database.FilePath).Get("Articles.Embedding");

        var file = index.Database.Snapshots!.Find(index.Definition, index.View!.Token);
        File.Delete(Database.Snapshots.Single());

        Assert.Equal(bytes, file!.Length);
        Assert.Null(index.Database.Snapshots.Find(index.Definition, index.View.Token));
    }

    [Fact]
    public async Task Statistics_of_an_empty_index_are_zero()
    {
        await using var db = await Database.CreateLibraryAsync();

        var statistics = await db.ArticleIndex().GetStatisticsAsync();

        Assert.Equal((0, 0, 0, 0L), (statistics.Rows, statistics.Indexed, statistics.Pending, statistics.FileBytes));
        Assert.Null(statistics.FileWrittenAt);
        Assert.Null(statistics.MeasuredRecall);
    }

    [Fact]
    public async Task Whatever_is_asked_of_it_leaves_no_connection_open()
    {
        await using var db = await Database.CreateLibraryAsync();
        await db.ArticleIndex().FlushAsync();
        await db.ArticleIndex().RebuildAsync();
        await db.ArticleIndex().VerifyAsync();
        await db.ArticleIndex().GetStatisticsAsync();

        Assert.Equal(System.Data.ConnectionState.Closed, db.Database.GetDbConnection().State);
    }

    [Fact]
    public async Task Statistics_are_written_as_JSON_also_before_anything_is_measured()
    {
        await using var db = await Database.CreateLibraryAsync();

        Assert.Contains("\"Rows\":0", JsonSerializer.Serialize(await db.ArticleIndex().GetStatisticsAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_of_the_own_transaction_are_pending()
    {
        await using var db = await Database.FillLibraryAsync(100, flushed: true);
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.AddArticlesAfterAsync(7, from: 1_000);

        var statistics = await db.ArticleIndex().GetStatisticsAsync();

        Assert.Equal((107, 100, 7), (statistics.Rows, statistics.Indexed, statistics.Pending));
    }

    [Fact]
    public async Task Flush_a_second_time_writes_nothing()
    {
        await using var db = await Database.FillLibraryAsync(1_500); // so many that they could be stale
        await db.ArticleIndex().FlushAsync();
        var before = Database.Snapshots;

        await db.ArticleIndex().FlushAsync();

        Assert.Equal(before, Database.Snapshots);
    }
}
