using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging;
using OmenDb.Fuzz.Model;

namespace OmenDb.Fuzz.Concurrent;

/// <summary>
/// Four threads write, eight search, one keeps the index, and two more processes do the same at the same database, one of which is killed now and then.
/// Every answer is compared with the rows that its own transaction sees.
/// </summary>
internal static class ConcurrentCommand
{
    private static readonly TimeSpan ReportEvery = TimeSpan.FromSeconds(15);
    private const int Writers = 4;
    private const int Readers = 8;
    private const double LeastRecall = 0.98;
    private const double MostGrowth = 1.25;

    public static Command Create(Option<double> minutes, Option<int> seed)
    {
        var journal = new Option<string>("--journal") { Description = "SQLite's journal mode: wal or delete.", DefaultValueFactory = _ => "wal" };
        var member = new Option<string>("--member") { Hidden = true };
        var command = new Command("concurrent", "Threads and processes at one database; every answer is compared with what its transaction sees.") { minutes, seed, journal, member };
        command.SetAction(parsed => parsed.GetValue(member) is { } path
            ? MemberAsync(path, parsed.GetValue(seed))
            : RunAsync(TimeSpan.FromMinutes(parsed.GetValue(minutes)), parsed.GetValue(seed), parsed.GetRequiredValue(journal)));
        return command;
    }

    /// <summary>The whole run.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(TimeSpan duration, int seed, string journal)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}, {duration.TotalMinutes} minutes, journal mode {journal}"));
        using var folder = new TemporaryFolder();
        var path = folder.File("shared.db");
        var tally = new Tally();
        var contexts = Contexts(path, tally);
        await using (var db = await contexts.CreateDbContextAsync())
        {
            await db.Database.EnsureCreatedAsync();
            await db.Database.ExecuteSqlRawAsync(journal == "wal" ? "PRAGMA journal_mode = WAL" : "PRAGMA journal_mode = DELETE");
        }

        var clock = Stopwatch.StartNew();
        using var stop = new CancellationTokenSource();
        Task[] all =
        [
            .. Enumerable.Range(0, Writers).Select(i => new Writer(contexts, tally, seed + i).RunAsync(stop.Token)),
            .. Enumerable.Range(0, Readers).Select(i => new Reader(contexts, tally, seed + 100 + i).RunAsync(stop.Token)),
            new Keeper(contexts, tally, seed + 200).RunAsync(stop.Token),
            Members.KeepAsync(path, seed + 300, tally, isKilled: false, stop.Token),
            Members.KeepAsync(path, seed + 400, tally, isKilled: true, stop.Token),
        ];
        var memory = await WatchAsync(duration, tally);
        await stop.CancelAsync();
        await Task.WhenAll(all);

        Console.WriteLine(tally);
        foreach (var wrong in tally.Wrong)
            Console.Error.WriteLine(wrong);
        await using (var db = await contexts.CreateDbContextAsync())
            await db.Database.EnsureDeletedAsync(); // and the indexer, which may be at work, leaves the folder alone
        var growth = Growth(memory);
        var isWell = tally.Wrong.Count == 0 && tally.Recall >= LeastRecall && growth <= MostGrowth;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{tally["searches"] / clock.Elapsed.TotalSeconds:N0} searches and {tally["writes"] / clock.Elapsed.TotalSeconds:N0} writes a second in this process, {tally.Wrong.Count} wrong, recall@10 {tally.Recall:F4} (at least {LeastRecall}), memory at the end {growth:F2} times that after the first minute (at most {MostGrowth}): {(isWell ? "passed" : "FAILED")}"));
        return isWell ? 0 : 1;
    }

    /// <summary>What one of the other processes does, until its input ends.</summary>
    private static async Task<int> MemberAsync(string path, int seed)
    {
        var tally = new Tally();
        var contexts = Contexts(path, tally);
        using var stop = new CancellationTokenSource();
        Task[] all =
        [
            new Writer(contexts, tally, seed).RunAsync(stop.Token), new Reader(contexts, tally, seed + 1).RunAsync(stop.Token), new Keeper(contexts, tally, seed + 2).RunAsync(stop.Token),
        ];
        await Console.In.ReadToEndAsync();
        await stop.CancelAsync();
        await Task.WhenAll(all);
        foreach (var wrong in tally.Wrong)
            Console.Out.WriteLine(wrong.ReplaceLineEndings(" "));
        return 0;
    }

    private static PooledDbContextFactory<ItemContext> Contexts(string path, Tally tally) => new(new DbContextOptionsBuilder<ItemContext>(ItemContext.Options(path))
        .LogTo(
            (id, level) => level >= LogLevel.Warning && id.Name!.StartsWith("OmenDb.", StringComparison.Ordinal),
            e =>
            {
                tally.Count(e.EventId.Name!);
                if (e.LogLevel == LogLevel.Error && !e.ToString().Contains("database is locked", StringComparison.Ordinal))
                    tally.Report(e.ToString());
            })
        .Options);

    private static async Task<List<(TimeSpan At, long Bytes)>> WatchAsync(TimeSpan duration, Tally tally)
    {
        var clock = Stopwatch.StartNew();
        var memory = new List<(TimeSpan, long)>();
        while (clock.Elapsed < duration)
        {
            var left = duration - clock.Elapsed;
            await Task.Delay(left < ReportEvery ? left : ReportEvery);
            memory.Add((clock.Elapsed, Environment.WorkingSet));
            Console.WriteLine($"{clock.Elapsed:hh\\:mm\\:ss}  {Environment.WorkingSet >> 20:N0} MB ({GC.GetTotalMemory(forceFullCollection: false) >> 20:N0} MB managed), recall {tally.Recall.ToString("F4", CultureInfo.InvariantCulture)}; {tally}");
        }

        return memory;
    }

    // The mean of the last quarter over the mean of the second minute.
    private static double Growth(List<(TimeSpan At, long Bytes)> memory)
    {
        var early = memory.Where(m => m.At.TotalMinutes is > 1 and <= 2.1).Select(m => (double)m.Bytes).ToList();
        return early.Count == 0 ? 1 : memory.TakeLast((memory.Count + 3) / 4).Average(m => m.Bytes) / early.Average();
    }
}
