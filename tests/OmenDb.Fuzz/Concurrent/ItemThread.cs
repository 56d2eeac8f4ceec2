using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OmenDb.Fuzz.Model;

namespace OmenDb.Fuzz.Concurrent;

/// <summary>A thread that does something with the database again and again, each time in a context from the pool.</summary>
/// <param name="contexts">The pool.</param>
/// <param name="tally">Where everything is counted.</param>
/// <param name="seed">What chance is made of.</param>
internal abstract class ItemThread(IDbContextFactory<ItemContext> contexts, Tally tally, int seed)
{
    protected Random Random { get; } = new(seed);

    protected Tally Tally { get; } = tally;

    /// <summary>Goes on until it is stopped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        await Task.Yield();
        while (!stop.IsCancellationRequested)
        {
            using var hurry = Random.Next(20) == 0 ? new CancellationTokenSource(TimeSpan.FromMilliseconds(Random.Next(10))) : new CancellationTokenSource();
            try
            {
                await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
                await StepAsync(db, hurry.Token);
            }
            catch (Exception e) when (Busy(e))
            {
                Tally.Count("busy");
            }
            catch (Exception e) when (hurry.IsCancellationRequested && IsCancellation(e))
            {
                Tally.Count("cancelled");
            }
            catch (Exception e)
            {
                Tally.Report($"{GetType().Name}: {e}");
            }
        }
    }

    /// <summary>Does one thing.</summary>
    protected abstract Task StepAsync(ItemContext db, CancellationToken cancellationToken);

    protected float[] Vector()
    {
        var vector = new float[Item.Dimensions];
        foreach (ref var element in vector.AsSpan())
            element = (Random.NextSingle() * 2) - 1;
        return vector;
    }

    /// <summary>Whether SQLite said that somebody else had the database for too long.</summary>
    private static bool Busy(Exception e)
        => e is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED } || (e.InnerException is { } inner && Busy(inner));

    private static bool IsCancellation(Exception e)
        => e is OperationCanceledException or SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_INTERRUPT } || (e.InnerException is { } inner && IsCancellation(inner));
}
