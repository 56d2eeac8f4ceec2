using System.Runtime.Versioning;
using OmenDb.EFCore.Diagnostics;

namespace OmenDb.EFCore.Sqlite.Tests.Files;

/// <summary>Names, links and permissions: nothing is written where it does not belong, nor for eyes that may not see the database.</summary>
public sealed class SecurityTests : DatabaseTest
{
    private static readonly float[] Query = Vectors.Random(99);
    private static readonly float[] ShortQuery = Vectors.Random(99, 4);

    [Theory]
    [InlineData("../../outside", "..")]
    [InlineData("/etc/passwd", "a/b\\c")]
    [InlineData("C:\\Windows", "x:y|z?*")]
    [InlineData("'; DROP TABLE Notes; --", "\"; SELECT 1; --")]
    [InlineData("a.b.c", ".")]
    [InlineData("日本語 ünïcödé \u202Eevil", "\U0001F600")]
    [InlineData("[x] %s {0} $1 @p", "line\nbreak\ttab")]
    public async Task Any_name_is_searched_and_stays_in_the_folder(string table, string column)
    {
        await using var db = await Database.CreateAsync(m => m.Entity<Note>(note =>
        {
            note.ToTable(table);
            note.Property(n => n.Vector).HasColumnName(column);
            note.HasVectorIndex(n => n.Vector);
        }));
        db.AddRange(Vectors.Many(50, 4).Select((v, i) => new Note { Id = i + 1, Vector = v }));
        await db.SaveChangesAsync();
        await db.Database.VectorIndex<Note>(n => n.Vector).FlushAsync();
        await db.Set<Note>().Where(n => n.Id <= 10).ExecuteDeleteAsync();

        Assert.Equal(
            Exact.Nearest(Vectors.Many(50, 4).Select((v, i) => (i + 1, v)).Skip(10), ShortQuery, 20),
            await db.Set<Note>().NearestTo(ShortQuery, 20).Select(n => n.Id).ToListAsync());
        Assert.Single(Database.Snapshots);
        Assert.Empty(Directory.GetDirectories(Database.Sidecar));
        Assert.All(
            Directory.GetFileSystemEntries(Path.GetDirectoryName(Database.FilePath)!),
            entry => Assert.StartsWith(Database.FilePath, entry, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_long_names_that_begin_alike_have_files_of_their_own()
    {
        var name = new string('n', 120);
        await using var db = await Database.CreateAsync(m =>
        {
            m.Entity<Note>(n => n.ToTable(name + "1").HasVectorIndex(x => x.Vector));
            m.Entity<Plain>(p =>
            {
                p.ToTable(name + "2").Property(x => x.Vector).IsVector(4);
                p.HasVectorIndex(x => x.Vector);
            });
        });
        db.AddRange(Vectors.Many(50, 4).Select((v, i) => new Note { Id = i + 1, Vector = v }));
        db.AddRange(Vectors.Many(50, 4, seed: 2).Select((v, i) => new Plain { Id = i + 1, Vector = v }));
        await db.SaveChangesAsync();

        await db.Database.VectorIndex<Note>(n => n.Vector).FlushAsync();
        await db.Database.VectorIndex<Plain>(n => n.Vector).FlushAsync();

        Assert.Equal(2, Database.Snapshots.Length);
    }

    [Theory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead)]
    [UnsupportedOSPlatform("windows")]
    public async Task The_index_may_be_read_by_whoever_may_read_the_database(UnixFileMode mode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "On Windows, the folder passes its permissions on.");
        await using var db = await Database.FillLibraryAsync(50);
        File.SetUnixFileMode(Database.FilePath, mode);

        await db.ArticleIndex().FlushAsync();

        var files = Directory.GetFiles(Database.Sidecar);
        Assert.Equal(2, files.Length); // the snapshot and the lock
        foreach (var file in files)
            Assert.Equal(mode, File.GetUnixFileMode(file));
        var entered = UnixFileMode.UserExecute
            | (mode.HasFlag(UnixFileMode.GroupRead) ? UnixFileMode.GroupExecute : 0) | (mode.HasFlag(UnixFileMode.OtherRead) ? UnixFileMode.OtherExecute : 0);
        Assert.Equal(mode | entered, File.GetUnixFileMode(Database.Sidecar));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task The_index_stays_in_the_group_of_a_folder_that_hands_its_group_on()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "On Windows, no folder hands its group on.");
        await using var db = await Database.FillLibraryAsync(50);
        var folder = Path.GetDirectoryName(Database.FilePath)!;
        File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.SetGroup);

        await db.ArticleIndex().FlushAsync();

        Assert.True(File.GetUnixFileMode(Database.Sidecar).HasFlag(UnixFileMode.SetGroup));
    }

    [Fact]
    public async Task A_link_in_the_place_of_the_folder_is_not_followed()
    {
        using var victim = new TestDatabase();
        await File.WriteAllTextAsync(victim.FilePath, "precious");
        Directory.CreateSymbolicLink(Database.Sidecar, Path.GetDirectoryName(victim.FilePath)!);
        await using var db = await Database.FillLibraryAsync(50);

        await db.ArticleIndex().FlushAsync();

        Assert.Equal([victim.FilePath], Directory.GetFileSystemEntries(Path.GetDirectoryName(victim.FilePath)!));
        Assert.Contains(Database.Events, e => e.Id == OmenDbEventId.SnapshotFailed && e.Message.Contains("is a link", StringComparison.Ordinal));
        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
        await db.Database.EnsureDeletedAsync();
        Assert.Equal("precious", await File.ReadAllTextAsync(victim.FilePath));
    }

    [Fact]
    public async Task A_link_in_the_place_of_the_lock_is_not_followed()
    {
        using var victim = new TestDatabase();
        Directory.CreateDirectory(Database.Sidecar);
        File.CreateSymbolicLink(Path.Combine(Database.Sidecar, "lock"), victim.FilePath);
        await using var db = await Database.FillLibraryAsync(50);

        await db.ArticleIndex().FlushAsync();

        Assert.False(File.Exists(victim.FilePath));
        Assert.Contains(Database.Events, e => e.Id == OmenDbEventId.SnapshotFailed && e.Message.Contains("is a link", StringComparison.Ordinal));
        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
    }
}
