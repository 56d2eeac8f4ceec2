using Microsoft.EntityFrameworkCore;
using OmenDb.Benchmarks.Engines;
using OmenDb.Benchmarks.Machine;
using OmenDb.Benchmarks.Model;
using OmenDb.Benchmarks.Vectors;
using OmenDb.EFCore;

namespace OmenDb.Benchmarks.Streaming;

/// <summary>Our index in its database, as an application uses it: a place is an entity.</summary>
/// <param name="all">The rows of all times.</param>
/// <param name="queries">The queries.</param>
/// <param name="isUpdate">Whether entities are changed; else they are deleted and new ones are inserted.</param>
internal sealed class DatabaseStream(IVectorSource all, float[][] queries, bool isUpdate) : IDisposable
{
    private readonly BenchmarkDatabase _database = new(all.Dimensions, VectorMetric.Euclidean);

    /// <summary>Puts rows into places, whatever was there before.</summary>
    public async Task PutAsync(IReadOnlyList<(int Place, int Row)> changes)
    {
        using var db = _database.CreateContext();
        if (isUpdate && await db.Rows.AnyAsync())
            await UpdateAsync(db, changes);
        else
            await ReplaceAsync(db, changes);
        await db.Index.FlushAsync();
    }

    /// <summary>The places found for each query.</summary>
    public async Task<int[][]> AnswerAsync()
    {
        using var db = _database.OpenContext();
        var answers = new int[queries.Length][];
        for (var i = 0; i < queries.Length; i++)
            answers[i] = [.. (await db.Rows.NearestTo(queries[i], Workload.K).Select(r => r.Id).ToListAsync()).Select(id => id - 1)];
        return answers;
    }

    /// <summary>Bytes of the database once its write-ahead log is taken up, of the index's folder, and of this process in memory.</summary>
    public (long Database, long Index, long? Memory) Sizes()
    {
        using var db = _database.CreateContext();
        db.Database.ExecuteSqlRaw("PRAGMA wal_checkpoint(TRUNCATE)");
        return (new FileInfo(_database.Path).Length, new DirectoryInfo(_database.Path + ".omen").GetFiles().Sum(f => f.Length), ProcessMemory.Own());
    }

    /// <summary>The search list that the index has chosen.</summary>
    public async Task<int> ListSizeAsync()
    {
        using var db = _database.OpenContext();
        return (await db.Index.GetStatisticsAsync()).SearchListSize;
    }

    public void Dispose() => _database.Dispose();

    private async Task ReplaceAsync(BenchmarkContext db, IReadOnlyList<(int Place, int Row)> changes)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var ids in changes.Select(c => c.Place + 1).Chunk(500))
            await db.Rows.Where(r => ids.Contains(r.Id)).ExecuteDeleteAsync();
        await db.Rows.AddBatchAsync(changes.Select(c => new Row { Id = c.Place + 1, Share = Shares.Of(c.Place), Vector = Vector(c.Row) }));
        await transaction.CommitAsync();
    }

    private async Task UpdateAsync(BenchmarkContext db, IReadOnlyList<(int Place, int Row)> changes)
    {
        var rows = changes.ToDictionary(c => c.Place + 1, c => c.Row);
        foreach (var ids in rows.Keys.Chunk(500))
        {
            foreach (var entity in await db.Rows.Where(r => ids.Contains(r.Id)).ToListAsync())
                entity.Vector = Vector(rows[entity.Id]);
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }
    }

    private float[] Vector(int row)
    {
        var vector = new float[all.Dimensions];
        all.Copy(row, vector);
        return vector;
    }
}
