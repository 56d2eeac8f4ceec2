using System.Runtime.ExceptionServices;

namespace OmenDb.DiskAnn.Graph;

/// <summary>Runs independent pieces of work on a fixed number of threads.</summary>
/// <param name="threads">How many.</param>
internal sealed class Workers(int threads)
{
    private const int InlineBelow = 4;

    /// <summary>How many threads there are: workers are numbered from 0 to below this.</summary>
    public int Count { get; } = threads;

    /// <summary>Does the pieces 0 to <paramref name="pieces"/> - 1, each once, and waits for them.</summary>
    /// <param name="pieces">How many.</param>
    /// <param name="work">Called with the worker's number and the piece's.</param>
    public void Run(int pieces, Action<int, int> work)
    {
        if (Count == 1 || pieces < InlineBelow)
        {
            for (var piece = 0; piece < pieces; piece++)
                work(0, piece);
            return;
        }

        var next = -1;
        RunAll(worker =>
        {
            for (var piece = Interlocked.Increment(ref next); piece < pieces; piece = Interlocked.Increment(ref next))
                work(worker, piece);
        });
    }

    /// <summary>Lets every worker do its share once, and waits for them.</summary>
    /// <param name="work">Called with the worker's number.</param>
    public void RunAll(Action<int> work)
    {
        if (Count == 1)
        {
            work(0);
            return;
        }

        try
        {
            Parallel.For(0, Count, new ParallelOptions { MaxDegreeOfParallelism = Count, TaskScheduler = WaitingScheduler.Instance }, work);
        }
        catch (AggregateException failures)
        {
            // What went wrong in one is told as if it had been the only one: a damaged file is met by all.
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }
    }
}
