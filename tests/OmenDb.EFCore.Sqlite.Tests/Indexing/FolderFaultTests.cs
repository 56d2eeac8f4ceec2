using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.EFCore.Sqlite.Tests.Indexing;

/// <summary>The folder of the snapshots is full, read-only, unreadable, or gone.</summary>
public sealed class FolderFaultTests : FaultTest
{
    [Fact]
    public async Task A_folder_that_cannot_be_deleted_stays_and_the_next_database_there_cleans_it()
    {
        await using var db = await FillAsync();
        Files.Fail(Touch.DeleteDirectory, DiskError.Denied);

        Assert.True(await db.Database.EnsureDeletedAsync());

        Assert.False(File.Exists(Database.FilePath));
        Assert.Single(Database.Snapshots);
        Files.Heal();
        await db.Database.EnsureCreatedAsync();
        await db.AddArticlesAsync(50);
        await db.ArticleIndex().FlushAsync();
        Assert.Single(Database.Snapshots);
        await GoesOnAsync(db, from: 1_000);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_listed_changes_nothing()
    {
        await using (await FillAsync())
        {
        }

        Reopen();
        Files.Fail(Touch.Find, DiskError.Broken);

        await using var db = Database.Library();
        await GoesOnAsync(db, from: 1_000);
        await db.ArticleIndex().FlushAsync();
        Assert.Empty(Database.Events);
        Files.Heal();
        if (!OperatingSystem.IsWindows()) // where the file that was opened stays as long as it is mapped
            await IsRepairedAsync(db);
    }

    [Fact]
    public async Task A_folder_that_vanishes_while_a_snapshot_is_written_is_made_again_by_the_next_flush()
    {
        await using var db = await FillAsync();
        await db.AddArticlesAfterAsync(50, from: 1_000);
        Files.Before(Touch.Flush, () => Directory.Delete(Database.Sidecar, recursive: true));

        await db.ArticleIndex().FlushAsync();

        Assert.NotEmpty(Failures);
        await GoesOnAsync(db, from: 2_000);
        Files.Heal();
        await IsRepairedAsync(db);
    }

    [Fact]
    public async Task A_process_whose_folder_was_deleted_keeps_others_from_publishing_again()
    {
        await using var db = await FillAsync();
        Directory.Delete(Database.Sidecar, recursive: true);
        await db.AddArticlesAfterAsync(50, from: 1_000);
        await db.ArticleIndex().FlushAsync();
        await db.AddArticlesAfterAsync(50, from: 2_000);
        var mine = Assert.Single(Database.Snapshots);

        await ChildProcess.RunAsync(Database.FilePath, "flush");

        Assert.Equal([mine], Database.Snapshots);
    }

    [Fact]
    public async Task A_disk_that_is_full_keeps_nothing_from_working()
    {
        using var disk = SmallDisk.TryMount(Database.Sidecar, "16k");
        Files.IsFull = disk is null; // where nothing may be mounted, the kernel's own full device takes the file's place
        await using var db = await Database.FillLibraryAsync(200);

        await db.ArticleIndex().FlushAsync();

        Assert.Contains(Failures, m => m.Contains("No space left on device", StringComparison.Ordinal));
        await GoesOnAsync(db, from: 1_000);
        disk?.Remount("size=64m");
        Files.IsFull = false;
        await IsRepairedAsync(db);
    }

    [Fact]
    public async Task A_folder_that_is_read_only_keeps_nothing_from_working()
    {
        using var disk = SmallDisk.TryMount(Database.Sidecar, "64m");
        await using var db = await FillAsync();
        await db.AddArticlesAfterAsync(50, from: 1_000);
        SetWritable(false);

        await db.ArticleIndex().FlushAsync();

        Assert.NotEmpty(Failures);
        await GoesOnAsync(db, from: 2_000);
        SetWritable(true);
        await IsRepairedAsync(db);

        void SetWritable(bool isWritable)
        {
            IndexRegistry.Get(Database.FilePath).Snapshots!.Dispose(); // no file is open for writing
            if (disk is not null)
                disk.Remount(isWritable ? "rw" : "ro");
            else if (!OperatingSystem.IsWindows() && Environment.UserName != "root")
                File.SetUnixFileMode(Database.Sidecar, UnixFileMode.UserRead | UnixFileMode.UserExecute | (isWritable ? UnixFileMode.UserWrite : 0));
            else if (isWritable)
                Files.Heal();
            else
                Files.Fail(Touch.Create, DiskError.ReadOnly); // a user whom no permission stops
        }
    }
}
