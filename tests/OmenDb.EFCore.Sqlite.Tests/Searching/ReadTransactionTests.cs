using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;
using OmenDb.EFCore.Sqlite.Indexing;
using OmenDb.EFCore.Sqlite.Interop;

namespace OmenDb.EFCore.Sqlite.Tests.Searching;

/// <summary>A read transaction goes on finding what it saw at first, whatever becomes of the rows and of the index meanwhile.</summary>
public sealed class ReadTransactionTests : DatabaseTest
{
    private static readonly float[] Query = Vectors.Random(99);

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_long_read_transaction_keeps_its_snapshot_while_rows_change_elsewhere(bool rebuilt)
    {
        await using var reader = await Database.FillLibraryAsync(200, flushed: true);
        await using var transaction = await BeginReadingAsync(reader);
        var before = await reader.NearestIdsAsync(Query, 10);

        await using (var writer = Database.Library())
        {
            await writer.Articles.Where(a => a.Id == before[0]).ExecuteDeleteAsync();
            await writer.Articles.Where(a => a.Id == before[1]).ExecuteUpdateAsync(s => s.SetProperty(a => a.Embedding, new ReadOnlyMemory<float>(Vectors.Random(7))));
            writer.Add(new LibraryArticle { Id = 1000, Embedding = Query });
            await writer.SaveChangesAsync();
            Assert.Equal(before, await reader.NearestIdsAsync(Query, 10));
            await writer.ArticleIndex().FlushAsync();
            Assert.Equal(before, await reader.NearestIdsAsync(Query, 10));
            if (rebuilt)
                await writer.ArticleIndex().RebuildAsync();
            Assert.Equal(before, await reader.NearestIdsAsync(Query, 10));
            Assert.Equal(await writer.ExactIdsAsync(Query, 10), await writer.NearestIdsAsync(Query, 10));
        }

        Assert.Equal(before, await reader.NearestIdsAsync(Query, 10));
        await transaction.CommitAsync();
        Assert.Equal(1000, (await reader.NearestIdsAsync(Query, 10))[0]);
    }

    /// <summary>What becomes of a row before the indexer reads it.</summary>
    public enum Fate
    {
        Deleted,
        Updated,
        LastAndDeleted,
        ReplacedByOthers,
    }

    [Theory, InlineData(Fate.Deleted), InlineData(Fate.Updated), InlineData(Fate.LastAndDeleted), InlineData(Fate.ReplacedByOthers)]
    public async Task A_row_that_was_gone_when_the_others_were_indexed_is_found_by_a_transaction_that_still_sees_it(Fate fate)
    {
        await using var db = await Database.CreateLibraryAsync();
        InsertElsewhere(40);
        await using var reader = Database.Library();
        await using var transaction = await BeginReadingAsync(reader);
        var before = await reader.ExactIdsAsync(Query, 10);
        var gone = fate == Fate.LastAndDeleted ? 40 : before[0];

        if (fate == Fate.Updated)
            Database.Execute("UPDATE Articles SET Embedding = $vector WHERE Id = $id", ("$id", gone), ("$vector", Vectors.Bytes(Vectors.Random(7))));
        else
            Database.Execute("DELETE FROM Articles WHERE Id = $id", ("$id", gone));
        if (fate == Fate.ReplacedByOthers)
            InsertElsewhere(5, from: 1_000);
        await IndexedAsync(db, fate switch { Fate.Updated => 40, Fate.ReplacedByOthers => 44, _ => 39 });

        Assert.Equal(before, await reader.NearestIdsAsync(Query, 10));
        Assert.Equal(before, await reader.Articles.Where(a => a.Category == 0).NearestTo(a => a.Embedding, Query, 10).Select(a => a.Id).ToListAsync());
        Assert.Equal([gone], await reader.NearestIdsAsync(Vectors.Many(40)[gone - 1], 1));
        Assert.True((await reader.ArticleIndex().VerifyAsync()).IsHealthy);
        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
        await db.ArticleIndex().FlushAsync();
        Assert.Equal(before, await reader.NearestIdsAsync(Query, 10));
        InsertElsewhere(5, from: 2_000);
        await db.ArticleIndex().FlushAsync();
        Assert.Equal(before, await reader.NearestIdsAsync(Query, 10));
        await transaction.CommitAsync();
        Assert.Equal(await db.ExactIdsAsync(Query, 10), await reader.NearestIdsAsync(Query, 10));
    }

    [Fact]
    public async Task A_row_that_was_gone_when_the_others_were_indexed_is_found_though_somebody_has_emptied_sqlite_sequence()
    {
        await using var db = await Database.CreateLibraryAsync();
        InsertElsewhere(40);
        Database.Execute("DELETE FROM sqlite_sequence");
        await using var reader = Database.Library();
        await using var transaction = await BeginReadingAsync(reader);
        var before = await reader.ExactIdsAsync(Query, 10);
        Database.Execute("DELETE FROM Articles WHERE Id = $id", ("$id", before[0]));
        await db.NearestIdsAsync(Query, 1);
        await Eventually.TrueAsync(async () => (await db.ArticleIndex().GetStatisticsAsync()).Indexed == 39);

        Assert.Equal(before, await reader.NearestIdsAsync(Query, 10));
        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_row_that_was_gone_when_a_lost_file_was_replaced_is_found_by_a_transaction_that_still_sees_it(bool flushed)
    {
        await using var db = await Database.FillLibraryAsync(40, flushed: true);
        await using var reader = Database.Library();
        await using var transaction = await BeginReadingAsync(reader);
        var before = await reader.ExactIdsAsync(Query, 10);
        Database.Execute("DELETE FROM Articles WHERE Id = $id", ("$id", before[0]));
        InsertElsewhere(20, from: 1_000);

        Directory.Delete(Database.Sidecar, recursive: true);
        IndexRegistry.Get(Database.FilePath).Get("Articles.Embedding").Unload();
        await IndexedAsync(db, 59);
        if (flushed)
            await db.ArticleIndex().FlushAsync();

        Assert.Equal(before, await reader.NearestIdsAsync(Query, 10));
        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
        Assert.True((await reader.ArticleIndex().VerifyAsync()).IsHealthy);
    }

    [Fact]
    public async Task Rows_that_were_gone_when_the_others_were_indexed_are_each_found_once()
    {
        await using var db = await Database.CreateLibraryAsync();
        InsertElsewhere(200);
        await using var reader = Database.Library();
        await using var transaction = await BeginReadingAsync(reader);
        var before = await reader.ExactIdsAsync(Query, 200);

        Database.Execute("DELETE FROM Articles WHERE Id % 3 = 0 OR Id BETWEEN 50 AND 90");
        await IndexedAsync(db, 107);

        Assert.Equal(before, await reader.NearestIdsAsync(Query, 200));
        Assert.Equal(before, await reader.NearestIdsAsync(Query, 200));
        Assert.Equal(before.Where(id => id is >= 40 and < 100), await reader.Articles.Where(a => a.Id >= 40 && a.Id < 100).NearestTo(a => a.Embedding, Query, 200).Select(a => a.Id).ToListAsync());
    }

    [Fact]
    public async Task Rows_are_found_once_while_they_are_put_into_the_graph_again_after_half_of_them_were()
    {
        await using var db = await Database.CreateLibraryAsync();
        InsertElsewhere(40);
        await using var reader = Database.Library();
        await using var transaction = await BeginReadingAsync(reader);
        var before = await reader.ExactIdsAsync(Query, 40);
        var index = IndexRegistry.Get(Database.FilePath).Get("Articles.Embedding");
        index.Turns.Run(() =>
        {
            using var connection = Database.Connect();
            using var rows = new VisibleRows(connection, index.Definition);
            var (view, _) = index.Load(rows);
            Database.Execute("DELETE FROM Articles WHERE Id = 10");
            var labels = Enumerable.Range(1, 20).Select(i => (long)i).Where(l => l != 10).ToArray();
            var first = view.WithPending(PendingRows.Next(rows, view.Graph, view.Applied, 39, [])!, lastHandedOut: 40);
            Assert.True(index.TryReplace(view, first));
            view.Graph.AddBatch(labels, [.. labels.SelectMany(l => Vectors.Many(40)[l - 1])]); // and the first time failed here
            Database.Execute("DELETE FROM Articles WHERE Id IN (5, 20, 30)");

            var pending = PendingRows.Next(rows, view.Graph, view.Applied, 36, [])!;
            var next = first.WithPending(pending, lastHandedOut: 40);
            Assert.True(index.TryReplace(first, next));
            AssertFound();
            pending.AddTo(view.Graph, null, CancellationToken.None);
            Assert.True(index.TryReplace(next, next.WithPendingApplied()));
            AssertFound();
        });

        void AssertFound()
        {
            Assert.Equal(before, reader.NearestIdsAsync(Query, 40).GetAwaiter().GetResult());
            Assert.Equal(db.ExactIdsAsync(Query, 40).GetAwaiter().GetResult(), db.NearestIdsAsync(Query, 40).GetAwaiter().GetResult());
        }
    }

    [Fact]
    public async Task A_statement_that_searches_again_and_again_keeps_its_snapshot_while_rows_change_elsewhere()
    {
        await using var db = await Database.CreateLibraryAsync();
        InsertElsewhere(40);
        using var held = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var hold = Task.Run(() => IndexRegistry.Get(Database.FilePath).Get("Articles.Embedding").Turns.Run(() =>
        {
            held.Set();
            release.Wait(); // else it would be woken by the first search, before rows change
        }));
        held.Wait();
        await using var reader = Database.Library();
        var found = new List<int>();
        var nearest =
            from a in reader.Articles
            from b in reader.Articles.NearestTo(b => b.Embedding, a.Embedding, 1)
            select b.Id;
        await foreach (var id in nearest.AsAsyncEnumerable())
        {
            found.Add(id);
            if (found.Count > 1)
                continue;
            Database.Execute("DELETE FROM Articles WHERE Id % 3 = 0");
            release.Set();
            await hold;
            await IndexedAsync(db, 27);
        }

        Assert.Equal(Enumerable.Range(1, 40), found.Order());
    }

    private static async Task<IDbContextTransaction> BeginReadingAsync(LibraryContext reader)
    {
        await reader.Database.OpenConnectionAsync();
        var deferred = ((SqliteConnection)reader.Database.GetDbConnection()).BeginTransaction(deferred: true); // one that may write would keep others from writing
        return (await reader.Database.UseTransactionAsync(deferred))!;
    }

    // By a program that tells nobody, so that the indexer reads them when it is woken, and not before.
    private void InsertElsewhere(int count, int from = 1)
    {
        foreach (var (i, vector) in Vectors.Many(count, seed: from).Index())
        {
            Database.Execute(
                "INSERT INTO Articles (Id, Title, Category, Embedding) VALUES ($id, '', 0, $vector)", ("$id", from + i), ("$vector", Vectors.Bytes(vector)));
        }
    }

    // In the graph, and in no file.
    private static Task IndexedAsync(LibraryContext db, int rows) => Eventually.TrueAsync(async () =>
    {
        await db.NearestIdsAsync(Query, 1);
        return await db.ArticleIndex().GetStatisticsAsync() is { Pending: 0 } statistics && statistics.Indexed == rows;
    });
}
