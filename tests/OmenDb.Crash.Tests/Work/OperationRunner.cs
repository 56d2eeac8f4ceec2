using Microsoft.EntityFrameworkCore.Storage;

namespace OmenDb.Crash.Tests.Work;

/// <summary>Does to the database what the workload says, as an application would.</summary>
/// <param name="options">The database.</param>
/// <param name="beforeCommit">Told before a transaction of its own ends.</param>
/// <param name="progress">Told while the index is built anew.</param>
internal sealed class OperationRunner(DbContextOptions<CrashContext> options, Action beforeCommit, IProgress<long> progress)
{
    public async Task RunAsync(Operation operation)
    {
        await using var db = new CrashContext(options);
        switch (operation.Kind)
        {
            case OperationKind.AddBatch:
                await db.Items.AddBatchAsync(operation.Written.Select(New));
                break;
            case OperationKind.Insert:
                db.AddRange(operation.Written.Select(New));
                await db.SaveChangesAsync();
                break;
            case OperationKind.Update:
                await WriteAsync(db, operation.Written);
                break;
            case OperationKind.Delete:
                db.RemoveRange(await FindAsync(db, operation.Removed));
                await db.SaveChangesAsync();
                break;
            case OperationKind.ExecuteUpdate:
                ReadOnlyMemory<float>? vector = operation.Written.Count == 0 ? Vectors.Axis(0, Item.Dimensions) : operation.Written[0].Vector;
                await db.Items.Where(i => i.Id % Operation.UpdateModulus == operation.Choice).ExecuteUpdateAsync(s => s.SetProperty(i => i.Embedding, vector));
                break;
            case OperationKind.ExecuteDelete:
                await db.Items.Where(i => i.Id % Operation.DeleteModulus == operation.Choice).ExecuteDeleteAsync();
                break;
            case OperationKind.RolledBack:
                await using (var transaction = await db.Database.BeginTransactionAsync())
                {
                    await WriteAsync(db, operation.Undone);
                    await SearchAsync(db);
                    beforeCommit();
                    await transaction.RollbackAsync();
                }

                break;
            case OperationKind.Savepoint:
                await using (var transaction = await db.Database.BeginTransactionAsync())
                    await WriteAroundASavepointAsync(db, transaction, operation);
                break;
            case OperationKind.Replace:
                await using (var transaction = await db.Database.BeginTransactionAsync())
                {
                    foreach (var row in operation.Written)
                        await db.Database.ExecuteSqlAsync($"INSERT OR REPLACE INTO Items (Id, Title, Extra, Embedding) VALUES ({row.Id}, {row.Title}, 0, {Blob(row)})");
                    beforeCommit();
                    await transaction.CommitAsync();
                }

                break;
            case OperationKind.Rekey:
                await db.Database.ExecuteSqlAsync($"UPDATE Items SET Id = {operation.Written[0].Id} WHERE Id = {operation.Removed[0]}");
                break;
            case OperationKind.Flush:
                await db.Index.FlushAsync();
                break;
            case OperationKind.Rebuild:
                await db.Index.RebuildAsync(progress);
                break;
            case OperationKind.Migrate:
                await using (var to = new CrashContext(options, isVariant: operation.Choice == 1))
                await using (var from = new CrashContext(options, isVariant: operation.Choice == 0))
                    await to.MigrateAsync(from);
                break;
            default:
                throw new InvalidOperationException($"Nobody knows how to do {operation.Kind}.");
        }
    }

    private async Task WriteAroundASavepointAsync(CrashContext db, IDbContextTransaction transaction, Operation operation)
    {
        var half = operation.Written.Count / 2;
        await WriteAsync(db, operation.Written.Take(half));
        await transaction.CreateSavepointAsync("half");
        await WriteAsync(db, operation.Undone);
        await transaction.RollbackToSavepointAsync("half");
        db.ChangeTracker.Clear();
        await WriteAsync(db, operation.Written.Skip(half));
        await SearchAsync(db);
        beforeCommit();
        await transaction.CommitAsync();
    }

    private static async Task WriteAsync(CrashContext db, IEnumerable<Row> rows)
    {
        var written = rows.ToList();
        var present = (await FindAsync(db, [.. written.Select(r => r.Id)])).ToDictionary(i => i.Id);
        foreach (var row in written)
        {
            if (present.TryGetValue(row.Id, out var item))
            {
                item.Title = row.Title;
                item.Embedding = Embedding(row);
            }
            else
            {
                db.Add(New(row));
            }
        }

        await db.SaveChangesAsync();
    }

    // What a transaction has not committed is found by it, and must be found by nobody once it is undone.
    private static Task<List<int>> SearchAsync(CrashContext db)
        => db.Items.NearestTo(i => i.Embedding, Vectors.Axis(0, Item.Dimensions), 5).Select(i => i.Id).ToListAsync();

    private static Task<List<Item>> FindAsync(CrashContext db, IReadOnlyList<int> ids) => db.Items.Where(i => ids.Contains(i.Id)).ToListAsync();

    private static Item New(Row row) => new() { Id = row.Id, Title = row.Title, Embedding = Embedding(row) };

    private static ReadOnlyMemory<float>? Embedding(Row row) => row.Vector is { } vector ? new ReadOnlyMemory<float>(vector) : default(ReadOnlyMemory<float>?);

    private static byte[]? Blob(Row row) => row.Vector is null ? null : Vectors.Bytes(row.Vector);
}
