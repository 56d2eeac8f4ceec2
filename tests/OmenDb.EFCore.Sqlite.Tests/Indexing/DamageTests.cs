using OmenDb.DiskAnn.Storage;
using OmenDb.EFCore.Diagnostics;
using OmenDb.EFCore.Sqlite.Indexing;
using OmenDb.Fuzz.Snapshots;

namespace OmenDb.EFCore.Sqlite.Tests.Indexing;

/// <summary>Vectors are checked when they are used: damage comes to light in the middle of things.</summary>
public sealed class DamageTests : DatabaseTest
{
    private const int Rows = 1500; // more than are ranked in a row
    private const int RankedWhole = 1000; // searched exactly, whatever was built

    private static readonly float[] Query = Vectors.Random(99);

    // In this order they are in the file, where 64 neighbours of 8 dimensions are checked at once.
    private static readonly float[][] NearestFirst = [.. Vectors.Many(Rows).OrderBy(v => Exact.Distance(VectorMetric.Cosine, v, Query))];

    [Fact]
    public async Task A_damaged_vector_that_is_met_while_results_are_read_sets_the_file_aside()
    {
        using var damaged = await WithDamageAsync(rank: 900);
        await using var db = damaged.Library();

        Assert.Equal(await db.ExactIdsAsync(Query, 1000), await db.NearestIdsAsync(Query, 1000));

        Assert.Contains(damaged.Events, e => e.Id == OmenDbEventId.SnapshotRejected);
        Assert.False(damaged.IsMapped);
    }

    [Fact]
    public async Task A_damaged_vector_that_is_met_while_the_file_is_written_anew_has_the_index_built_anew()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows deletes no file that is mapped.");
        using var damaged = await WithDamageAsync(rank: 900);
        await using var db = damaged.Library();
        await db.ArticleIndex().GetStatisticsAsync(); // opens the file
        Directory.Delete(damaged.Sidecar, recursive: true);

        await db.ArticleIndex().FlushAsync();

        Assert.Contains(damaged.Events, e => e.Id == OmenDbEventId.SnapshotRejected);
        await db.ArticleIndex().FlushAsync();
        Assert.Single(damaged.Snapshots);
        Assert.True((await db.ArticleIndex().VerifyAsync()).IsHealthy);
    }

    [Fact]
    public async Task A_damaged_file_that_cannot_be_moved_away_is_not_read_again()
    {
        using var damaged = await WithDamageAsync(rank: 0, RankedWhole);
        var index = Path.GetFileName(damaged.Snapshots.Single())[..^(32 + ".vamana".Length)];
        Directory.CreateDirectory(Path.Combine(damaged.Sidecar, index + ".rejected")); // where it would be moved to
        await using var db = damaged.Library();

        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
        await db.ArticleIndex().FlushAsync();

        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
        Assert.Single(damaged.Events, e => e.Id == OmenDbEventId.SnapshotRejected);
    }

    [Fact]
    public async Task A_search_that_sets_the_file_aside_while_rows_are_taken_up_loses_none()
    {
        using var damaged = await WithDamageAsync(rank: 0, RankedWhole);
        damaged.Execute("INSERT INTO Articles (Id, Title, Category, Embedding) VALUES (5000, '', 0, x'00')"); // told in an event while rows are read
        var searched = false;
        var options = new DbContextOptionsBuilder<LibraryContext>(TestDatabase.Options<LibraryContext>(damaged.FilePath)).LogTo((_, _) => true, e =>
        {
            if (e.EventId != OmenDbEventId.VectorSkipped || searched)
                return;
            searched = true;
            using var other = damaged.Library();
            Assert.Equal(10, other.Articles.NearestTo(Query, 10).ToList().Count);
        });
        await using var db = new LibraryContext(options.Options);

        await db.ArticleIndex().FlushAsync();

        Assert.True(searched);
        var expected = Enumerable.Range(1, 10);
        Assert.Equal(expected, await db.NearestIdsAsync(Query, 10));
        await db.ArticleIndex().FlushAsync();
        Assert.Equal(expected, await db.NearestIdsAsync(Query, 10));
        Assert.Equal(RankedWhole, (await db.ArticleIndex().GetStatisticsAsync()).Indexed);
    }

    [Fact]
    public async Task Verify_names_the_damage_and_changes_nothing()
    {
        using var damaged = await WithDamageAsync(rank: 900);
        await using var db = damaged.Library();
        var before = damaged.Snapshots;

        var verification = await db.ArticleIndex().VerifyAsync();

        Assert.Contains("is damaged", Assert.Single(verification.Problems), StringComparison.Ordinal);
        Assert.Equal(before, damaged.Snapshots);
    }

    [Fact]
    public async Task A_damaged_list_of_neighbours_is_met_by_the_search_that_needs_it_and_the_index_is_built_anew()
    {
        using var damaged = await WithDamagedEdgesAsync();
        await using var db = damaged.Library();
        await db.ArticleIndex().GetStatisticsAsync();
        Assert.Empty(damaged.Events); // a large graph is opened unread

        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));

        await IsBuiltAnewAsync(damaged, db, Rows);
    }

    [Fact]
    public async Task A_damaged_list_of_neighbours_that_new_rows_would_lengthen_has_the_index_built_anew()
    {
        using var damaged = await WithDamagedEdgesAsync();
        await using var db = damaged.Library();

        await db.AddArticlesAfterAsync(100, from: 5_000);
        await db.ArticleIndex().FlushAsync();

        await IsBuiltAnewAsync(damaged, db, Rows + 100);
    }

    private static async Task IsBuiltAnewAsync(TestDatabase damaged, LibraryContext db, long rows)
    {
        Assert.Contains("list of neighbours", Assert.Single(damaged.Events, e => e.Id == OmenDbEventId.SnapshotRejected).Message, StringComparison.Ordinal);
        await db.ArticleIndex().FlushAsync();
        Assert.Equal(rows, (await db.ArticleIndex().GetStatisticsAsync()).Indexed);
        Assert.Empty((await db.ArticleIndex().VerifyAsync()).Problems);
    }

    /// <summary>A database whose index file has a wrong bit in every block of edges, and is checked where it is used.</summary>
    private async Task<TestDatabase> WithDamagedEdgesAsync()
    {
        var damaged = await CopyAsync(Rows, bytes =>
        {
            var edges = SnapshotSeal.Of(SnapshotSeal.Sections(bytes), SnapshotSection.Edges);
            for (var at = edges.Offset; at < edges.Offset + edges.Length; at += 2000)
                bytes[at] ^= 1;
        });
        IndexRegistry.Get(damaged.FilePath, LargeGraphs.Files);
        return damaged;
    }

    /// <summary>A database whose index file has one wrong bit, in the vector that is so near to the query.</summary>
    private Task<TestDatabase> WithDamageAsync(int rank, int rows = Rows) => CopyAsync(rows, bytes => bytes[4096 + (rank * 64)] ^= 1); // the vectors come first

    private async Task<TestDatabase> CopyAsync(int rows, Action<byte[]> damage)
    {
        await using (var db = await Database.CreateLibraryAsync())
        {
            db.AddRange(NearestFirst.Take(rows).Select((v, i) => new LibraryArticle { Id = i + 1, Embedding = v }));
            await db.SaveChangesAsync();
            await db.ArticleIndex().FlushAsync();
        }

        var damaged = Database.Copy();
        var bytes = await File.ReadAllBytesAsync(damaged.Snapshots.Single());
        damage(bytes);
        await File.WriteAllBytesAsync(damaged.Snapshots.Single(), bytes);
        return damaged;
    }
}
