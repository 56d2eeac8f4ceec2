using Microsoft.EntityFrameworkCore;
using OmenDb.Fuzz.Model;

namespace OmenDb.Fuzz.Concurrent;

/// <summary>Inserts, updates and deletes rows in every way there is, and takes some of it back.</summary>
internal sealed class Writer(IDbContextFactory<ItemContext> contexts, Tally tally, int seed) : ItemThread(contexts, tally, seed)
{
    private const int Fewest = 1500;
    private const int Most = 2500;

    private readonly int _number = seed % 4;

    protected override async Task StepAsync(ItemContext db, CancellationToken cancellationToken)
    {
        await Task.Delay(Random.Next(20), CancellationToken.None);
        Tally.Count("writes");
        switch (Random.Next(8))
        {
            case 0:
                await db.Items.AddBatchAsync(Items(50), null, cancellationToken);
                break;
            case 1:
                db.AddRange(Items(Random.Next(1, 20)));
                await db.SaveChangesAsync(cancellationToken);
                break;
            case 2:
                var vector = Vector();
                var rest = Random.Next(100);
                await db.Items.Where(i => i.Id % 100 == rest).ExecuteUpdateAsync(s => s.SetProperty(i => i.Vector, vector), cancellationToken);
                break;
            case 3:
                await InTransactionAsync(db, commit: Random.Next(2) == 0, cancellationToken);
                break;
            case 4:
                await db.Items.Where(i => i.Id % 50 == 7 && i.Writer == _number).ExecuteUpdateAsync(s => s.SetProperty(i => i.Vector, (float[]?)null), cancellationToken);
                break;
            default:
                await BalanceAsync(db, cancellationToken);
                break;
        }
    }

    private IEnumerable<Item> Items(int count)
    {
        for (var i = 0; i < count; i++)
            yield return new Item { Writer = _number, Vector = Random.Next(30) == 0 ? null : Vector() };
    }

    private async Task InTransactionAsync(ItemContext db, bool commit, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.AddRange(Items(5));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CreateSavepointAsync("half", cancellationToken);
        foreach (var item in await db.Items.OrderByDescending(i => i.Id).Take(10).ToListAsync(cancellationToken))
            item.Vector = Vector();
        await db.SaveChangesAsync(cancellationToken);
        if (Random.Next(3) == 0)
            await transaction.RollbackToSavepointAsync("half", cancellationToken);
        if (commit)
            await transaction.CommitAsync(cancellationToken);
        else
            await transaction.RollbackAsync(cancellationToken);
    }

    private static Task<int> DeleteSomeAsync(ItemContext db, int rest, CancellationToken cancellationToken)
        => db.Items.Where(i => i.Id % 500 == rest).ExecuteDeleteAsync(cancellationToken);

    private async Task BalanceAsync(ItemContext db, CancellationToken cancellationToken)
    {
        var count = await db.Items.CountAsync(cancellationToken);
        if (count < Fewest)
            await db.Items.AddBatchAsync(Items(100), null, cancellationToken);
        else if (count > Most)
            await db.Items.OrderBy(i => i.Id).Take(count - Most + 100).ExecuteDeleteAsync(cancellationToken);
        else
            await DeleteSomeAsync(db, Random.Next(500), cancellationToken);
    }
}
