using Microsoft.Data.Sqlite;
using OmenDb.EFCore.Diagnostics;
using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.EFCore.Sqlite.Tests.Infrastructure;

/// <summary>
/// A test in which the disk fails under the index. Writes to the database go on, searches are right, an event says what happened, and the next chance repairs.
/// The table in DESIGN.md says for each fault what these tests hold.
/// </summary>
public abstract class FaultTest : DatabaseTest
{
    protected FaultTest() => IndexRegistry.Get(Database.FilePath, Files);

    protected static float[] Query { get; } = Vectors.Random(99);

    private protected FaultyFileSystem Files { get; } = new();

    protected IEnumerable<string> Failures => Database.Events.Where(e => e.Id == OmenDbEventId.SnapshotFailed).Select(e => e.Message);

    protected Task<LibraryContext> FillAsync() => Database.FillLibraryAsync(200, flushed: true);

    /// <summary>Lets go of what is in memory: the next context maps the snapshot, as that of a new process would.</summary>
    protected void Reopen()
    {
        var database = IndexRegistry.Get(Database.FilePath);
        foreach (var index in database.Indexes)
            index.Unload();
        database.Snapshots!.Dispose();
    }

    /// <summary>While the disk fails: rows are written, changed and deleted, and each search is right.</summary>
    protected static async Task GoesOnAsync(LibraryContext db, int from)
    {
        await db.AddArticlesAfterAsync(20, from);
        await db.Articles.Where(a => a.Id == from).ExecuteUpdateAsync(s => s.SetProperty(a => a.Embedding, (ReadOnlyMemory<float>)Query));
        await db.Articles.Where(a => a.Id == from + 1).ExecuteDeleteAsync();

        Assert.Equal(from, (await db.NearestIdsAsync(Query, 1))[0]);
        Assert.Equal(await db.ExactIdsAsync(Query, 50), await db.NearestIdsAsync(Query, 50));
        Assert.True((await db.ArticleIndex().VerifyAsync()).IsHealthy);
        await db.Articles.Where(a => a.Id == from).ExecuteDeleteAsync();
    }

    /// <summary>Once the disk is well: one flush writes one file, and the next process opens it without a word.</summary>
    protected async Task IsRepairedAsync(LibraryContext db)
    {
        await db.AddArticlesAfterAsync(5, from: 20_000);
        await db.ArticleIndex().FlushAsync();

        var file = Assert.Single(Database.Snapshots);
        Assert.Equal(["lock", Path.GetFileName(file)], Directory.GetFiles(Database.Sidecar).Where(f => !f.EndsWith(".rejected", StringComparison.Ordinal)).Select(Path.GetFileName).OrderBy(f => f != "lock"));
        Assert.Equal(await db.ExactIdsAsync(Query, 50), await db.NearestIdsAsync(Query, 50));
        SqliteConnection.ClearAllPools();
        using var next = Database.Copy();
        await using var again = next.Library();
        Assert.Equal(await again.ExactIdsAsync(Query, 50), await again.NearestIdsAsync(Query, 50));
        var statistics = await again.ArticleIndex().GetStatisticsAsync();
        Assert.Equal(0, statistics.Pending);
        Assert.True(statistics.FileBytes > 0);
        Assert.Empty(next.Events);
    }
}
