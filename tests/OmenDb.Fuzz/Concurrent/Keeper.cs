using Microsoft.EntityFrameworkCore;
using OmenDb.Fuzz.Model;

namespace OmenDb.Fuzz.Concurrent;

/// <summary>Does to the index what an operator may do at any time.</summary>
internal sealed class Keeper(IDbContextFactory<ItemContext> contexts, Tally tally, int seed) : ItemThread(contexts, tally, seed)
{
    protected override async Task StepAsync(ItemContext db, CancellationToken cancellationToken)
    {
        await Task.Delay(Random.Next(500), CancellationToken.None);
        switch (Random.Next(5))
        {
            case 0:
                Tally.Count("flushes");
                await db.Index.FlushAsync(cancellationToken);
                break;
            case 1:
                await RebuildAsync(db, cancellationToken);
                break;
            case 2:
                Tally.Count("verifications");
                var verification = await db.Index.VerifyAsync(cancellationToken);
                if (!verification.IsHealthy)
                    Tally.Report($"verified: {string.Join(' ', verification.Problems)}");
                break;
            case 3:
                Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
                break;
            default:
                await db.Index.GetStatisticsAsync(cancellationToken);
                break;
        }
    }

    private async Task RebuildAsync(ItemContext db, CancellationToken cancellationToken)
    {
        try
        {
            await db.Index.RebuildAsync(cancellationToken: cancellationToken);
            Tally.Count("rebuilds");
        }
        catch (IOException)
        {
            Tally.Count("rebuilds left to another process");
        }
    }
}
