using OmenDb.EFCore.Diagnostics;
using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.EFCore.Sqlite.Tests.Indexing;

/// <summary>An index of which memory holds too much is written while rows are indexed, and goes on with its file: the system may drop that from memory. Here any row is too much.</summary>
public sealed class MappedIndexTests : DatabaseTest
{
    private static readonly float[] Query = Vectors.Random(99);
    private readonly FaultyFileSystem _files = new() { MostInMemory = 0 };

    public MappedIndexTests() => IndexRegistry.Get(Database.FilePath, _files);

    [Fact]
    public async Task Rows_lie_in_the_file_as_soon_as_they_are_indexed()
    {
        await using var db = await FillAsync();

        Assert.Equal(OperatingSystem.IsLinux(), Database.IsMapped);
        await IsRightAsync(db);
        await AddAsync(db, 50, from: 1_000);
        await IsRightAsync(db);
        await db.Articles.Where(a => a.Id <= 100).ExecuteDeleteAsync();
        await IsRightAsync(db);
    }

    [Fact]
    public async Task Little_that_memory_holds_stays_there()
    {
        using var database = new TestDatabase();
        await using var db = await database.FillLibraryAsync(200, flushed: true);

        Assert.False(database.IsMapped);
    }

    [Fact]
    public async Task A_rebuild_maps_what_it_has_built_and_leaves_one_file()
    {
        await using var db = await FillAsync();
        var before = _files.Created;

        await db.ArticleIndex().RebuildAsync();

        Assert.Equal(before + 2, _files.Created); // the rows that were read, and then the index
        await IsRightAsync(db);
    }

    [Fact]
    public async Task Results_that_are_being_read_go_on_with_what_was_in_memory()
    {
        await using var db = await FillAsync();
        var expected = await db.ExactIdsAsync(Query, 200);
        await using var other = Database.Library();

        List<int> found = [];
        await foreach (var id in db.Articles.NearestTo(a => a.Embedding, Query, 200).Select(a => a.Id).AsAsyncEnumerable())
        {
            found.Add(id);
            if (found.Count == 5)
                await AddAsync(other, 50, from: 1_000);
        }

        Assert.Equal(expected, found);
    }

    [Theory]
    [InlineData(Touch.Create, DiskError.Full)]
    [InlineData(Touch.Write, DiskError.Full)]
    [InlineData(Touch.Map, DiskError.Broken)]
    public async Task What_cannot_be_mapped_goes_on_in_memory_until_the_disk_is_well(Touch operation, DiskError error)
    {
        await using var db = await Database.CreateLibraryAsync();
        _files.Fail(operation, error);
        await db.AddArticlesAfterAsync(200, from: 1);

        await Eventually.TrueAsync(() => Task.FromResult(Database.Events.Any(e => e.Id == OmenDbEventId.SnapshotFailed))); // nobody has asked for a file
        Assert.Equal(await db.ExactIdsAsync(Query, 50), await db.NearestIdsAsync(Query, 50));
        _files.Heal();
        await db.AddArticlesAfterAsync(50, from: 1_000);
        await db.ArticleIndex().FlushAsync();
        await IsRightAsync(db);
    }

    [Theory]
    [InlineData(Touch.Write, DiskError.Full)]
    [InlineData(Touch.Map, DiskError.Broken)]
    public async Task A_rebuild_that_cannot_map_what_it_has_built_goes_on_in_memory(Touch operation, DiskError error)
    {
        await using var db = await FillAsync();
        var hasFailed = false;
        _files.Before(operation, () =>
        {
            if (!hasFailed)
            {
                hasFailed = true;
                throw error.ToException();
            }
        });

        await db.ArticleIndex().RebuildAsync();

        Assert.Contains(Database.Events, e => e.Id == OmenDbEventId.SnapshotFailed);
        await IsRightAsync(db);
    }

    private async Task<LibraryContext> FillAsync()
    {
        var db = await Database.CreateLibraryAsync();
        await AddAsync(db, 200, from: 1);
        return db;
    }

    private static async Task AddAsync(LibraryContext db, int count, int from)
    {
        await db.AddArticlesAfterAsync(count, from);
        await db.ArticleIndex().FlushAsync();
    }

    private async Task IsRightAsync(LibraryContext db)
    {
        Assert.Equal(await db.ExactIdsAsync(Query, 50), await db.NearestIdsAsync(Query, 50));
        Assert.True((await db.ArticleIndex().VerifyAsync()).IsHealthy);
        if (!OperatingSystem.IsWindows()) // where a file stays that is mapped
            Assert.Single(Database.Snapshots);
    }
}
