using System.Diagnostics;
using System.Globalization;

namespace OmenDb.Fuzz;

/// <summary>Runs a fuzzer for some time, and tells how it goes.</summary>
internal static class Campaign
{
    private static readonly TimeSpan ReportEvery = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60); // an execution takes milliseconds, also on a busy machine

    /// <summary>Runs until the time is over or something is wrong.</summary>
    /// <param name="make">Makes the fuzzer.</param>
    /// <param name="minutes">How long.</param>
    /// <param name="seed">The seed, for the report.</param>
    /// <param name="first">The number of the first execution.</param>
    /// <returns>The exit code.</returns>
    public static int Run(Func<IFuzzer> make, double minutes, int seed, long first)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}, {minutes} minutes"));
        var number = first;
        var clock = Stopwatch.StartNew();
        using var hung = new Timer(_ =>
        {
            Console.Error.WriteLine($"execution {Volatile.Read(ref number)} does not end; repeat it with --seed {seed} --first {Volatile.Read(ref number)}");
            Environment.Exit(2);
        });
        long taken = 0;
        var reported = TimeSpan.Zero;
        using var fuzzer = make();
        try
        {
            for (; clock.Elapsed.TotalMinutes < minutes; Interlocked.Increment(ref number))
            {
                hung.Change(Longest, Timeout.InfiniteTimeSpan);
                taken += fuzzer.Run(number) ? 1 : 0;
                if (clock.Elapsed - reported < ReportEvery)
                    continue;
                reported = clock.Elapsed;
                Report(number + 1 - first, taken, clock.Elapsed);
            }
        }
        catch (Exception e)
        {
            Console.Error.WriteLine($"execution {number} failed; repeat it with --seed {seed} --first {number}\n{e}");
            return 1;
        }

        Report(number - first, taken, clock.Elapsed);
        Console.WriteLine("0 crashes, 0 wrong answers: passed");
        return 0;
    }

    private static void Report(long count, long taken, TimeSpan elapsed) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{elapsed:hh\\:mm\\:ss}  {count:N0} executions, {count / elapsed.TotalSeconds:N0} a second; {taken:N0} taken, {count - taken:N0} refused; {Environment.WorkingSet >> 20:N0} MB"));
}
