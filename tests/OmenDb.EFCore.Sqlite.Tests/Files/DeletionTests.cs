using Microsoft.Data.Sqlite;
using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.EFCore.Sqlite.Tests.Files;

/// <summary>EnsureDeleted deletes the index files of the database that it deletes, however the connection string names it.</summary>
[Collection(nameof(DeletionTests))]
public sealed class DeletionTests : DatabaseTest
{
    private const string DataDirectory = "DataDirectory";

    [Fact]
    public Task By_its_path() => AssertDeletesAsync(Database.FilePath);

    [Fact]
    public Task By_a_URI() => AssertDeletesAsync(new Uri(Database.FilePath).AbsoluteUri);

    [Fact]
    public Task By_a_URI_with_parameters() => AssertDeletesAsync(new Uri(Database.FilePath).AbsoluteUri + "?cache=private");

    [Fact]
    public Task By_a_path_from_the_working_directory() => AssertDeletesAsync(Path.GetRelativePath(Environment.CurrentDirectory, Database.FilePath));

    [Fact]
    public async Task By_a_link_to_the_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "On Windows, SQLite takes the link for the database.");
        using var links = new TestDatabase();
        File.CreateSymbolicLink(links.FilePath, Database.FilePath);

        await AssertDeletesAsync(links.FilePath);
    }

    [Fact]
    public async Task By_a_link_to_its_folder()
    {
        using var links = new TestDatabase();
        Directory.CreateSymbolicLink(links.FilePath, Path.GetDirectoryName(Database.FilePath)!);

        await AssertDeletesAsync(Path.Combine(links.FilePath, Path.GetFileName(Database.FilePath)));
    }

    [Theory, InlineData("|DataDirectory|"), InlineData("")]
    public async Task By_a_path_in_the_data_directory(string prefix)
    {
        AppDomain.CurrentDomain.SetData(DataDirectory, Path.GetDirectoryName(Database.FilePath));
        try
        {
            await AssertDeletesAsync(prefix + Path.GetFileName(Database.FilePath));
        }
        finally
        {
            AppDomain.CurrentDomain.SetData(DataDirectory, null);
        }
    }

    [Fact]
    public async Task Not_those_of_a_database_in_the_working_directory_that_is_called_the_same()
    {
        var other = Path.Combine(Environment.CurrentDirectory, Path.GetFileName(Database.Sidecar));
        Directory.CreateDirectory(other);
        try
        {
            await By_a_path_in_the_data_directory("");

            Assert.True(Directory.Exists(other));
        }
        finally
        {
            Directory.Delete(other);
        }
    }

    [Fact]
    public async Task A_database_that_does_not_exist_is_not_made_for_it()
    {
        await using var db = Database.Library();

        Assert.False(await db.Database.EnsureDeletedAsync());

        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(Database.FilePath)!));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_deleted_too()
    {
        File.WriteAllText(Database.FilePath, new string('x', 5_000));
        await using var db = Database.Library();

        Assert.True(await db.Database.EnsureDeletedAsync());

        Assert.False(File.Exists(Database.FilePath));
    }

    [Fact]
    public Task What_was_still_to_be_indexed_is_no_failure_where_the_database_is_made_again_at_once() => AssertNoFailureAsync(db =>
    {
        Assert.True(db.Database.EnsureDeleted());
        File.WriteAllBytes(Database.FilePath, []); // as SQLite makes it, before its first table
    });

    [Fact]
    public Task What_was_still_to_be_indexed_is_no_failure_where_the_file_is_deleted_by_hand() => AssertNoFailureAsync(_ =>
    {
        SqliteConnection.ClearAllPools();
        File.Delete(Database.FilePath);
    });

    [Fact]
    public async Task While_the_index_is_being_written_and_nothing_of_the_database_stays()
    {
        var files = new FaultyFileSystem();
        IndexRegistry.Get(Database.FilePath, files);
        await using var db = await Database.FillLibraryAsync(20);
        using var writing = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        files.Before(Touch.Create, () =>
        {
            writing.Set();
            goOn.Wait();
        });
        var indexing = Task.Run(() => IndexRegistry.Get(Database.FilePath).Get("Articles.Embedding").Indexer.Drain(publish: true));
        Assert.True(writing.Wait(TimeSpan.FromMinutes(1)), "Nothing was written.");

        var isDeleted = false;
        var deleting = new Thread(() => isDeleted = db.Database.EnsureDeleted());
        deleting.Start();
        Assert.True(SpinWait.SpinUntil(() => deleting.ThreadState == ThreadState.WaitSleepJoin || !deleting.IsAlive, TimeSpan.FromMinutes(1)));
        Assert.True(deleting.IsAlive && File.Exists(Database.FilePath), "It did not wait.");
        goOn.Set();
        deleting.Join();

        Assert.True(isDeleted);
        await indexing;
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(Database.FilePath)!));
    }

    private async Task AssertNoFailureAsync(Action<LibraryContext> delete)
    {
        IndexRegistry.Get(Database.FilePath, threads: new BackgroundThreads(_ => { })); // who is woken has his turn when this says so
        await using var db = await Database.FillLibraryAsync(20, flushed: true);
        var index = IndexRegistry.Get(Database.FilePath).Get("Articles.Embedding");
        index.Wake();

        delete(db);
        index.Indexer.RunInBackground();

        Assert.Empty(Database.Events);
    }

    private async Task AssertDeletesAsync(string dataSource)
    {
        var connectionString = new SqliteConnectionStringBuilder { DataSource = dataSource }.ToString();
        await using var db = new LibraryContext(Database.Options<LibraryContext>(o => o.UseSqlite(connectionString, sqlite => sqlite.UseOmenDb())));
        await db.Database.EnsureCreatedAsync();
        await db.AddArticlesAsync(20);
        await db.ArticleIndex().FlushAsync();
        Assert.Single(Database.Snapshots);

        Assert.True(await db.Database.EnsureDeletedAsync());

        Assert.False(File.Exists(Database.FilePath));
        Assert.False(Directory.Exists(Database.Sidecar));
    }

    /// <summary>The data directory is the process's: no other test runs at the same time.</summary>
    [CollectionDefinition(nameof(DeletionTests), DisableParallelization = true)]
    public sealed class Alone;
}
