namespace OmenDb.Crash.Tests.Checking;

/// <summary>Cycles of working, dying and looking at what is left. A few cycles in a row kill at the same database; then a new one begins.</summary>
internal sealed class Campaign(int seed, TextWriter log)
{
    private const int CyclesPerDatabase = 8;
    private const int MostTimes = 3;
    private const int MostTouches = 60; // of the index's files: enough to write two or three snapshots, each of which may have flushed too little

    /// <summary>Runs cycles; the points take turns.</summary>
    /// <exception cref="CrashException">Something is lost, wrong or left. The message says how to see it again.</exception>
    public async Task<CampaignResult> RunAsync(int cycles, IReadOnlyList<KillPoint> points)
    {
        var result = new CampaignResult();
        var next = new VictimProcess();
        try
        {
            for (var first = 0; first < cycles; first += CyclesPerDatabase)
            {
                // Each database has a seed of its own, so that it can be seen again without those before it.
                var databaseSeed = seed + first / CyclesPerDatabase;
                var folder = Directory.CreateTempSubdirectory("omendb-crash-").FullName;
                var random = new Random(databaseSeed);
                int done = 0, cycle = 0;
                for (; cycle < CyclesPerDatabase && first + cycle < cycles; cycle++)
                {
                    var point = points[(first + cycle) % points.Count];
                    try
                    {
                        (done, next) = await RunCycleAsync(folder, cycle, databaseSeed, done, point, next, random, result);
                    }
                    catch (Exception e)
                    {
                        throw new CrashException(
                            $"{(e is CrashException ? e.Message : e)}\n  at {point}, seed {databaseSeed}, cycle {cycle}, after {done} operations; the files are in '{folder}'.\n"
                            + $"  Again: dotnet run --project tests/OmenDb.Crash.Tests -- --seed {databaseSeed} --cycles {cycle + 1}{string.Concat(Rotated(points, first).Select(p => $" --point {p}"))}");
                    }
                }

                Directory.Delete(folder, recursive: true);
            }
        }
        finally
        {
            next.Dispose();
        }

        return result;
    }

    private static IEnumerable<KillPoint> Rotated(IReadOnlyList<KillPoint> points, int by) => Enumerable.Range(0, points.Count).Select(i => points[(by + i) % points.Count]);

    private async Task<(int Done, VictimProcess Next)> RunCycleAsync(
        string folder, int cycle, int databaseSeed, int done, KillPoint point, VictimProcess victim, Random random, CampaignResult result)
    {
        var workplace = Directory.CreateDirectory(Path.Combine(folder, $"{cycle}-work")).FullName;
        var task = new VictimTask(Path.Combine(workplace, "app.db"), databaseSeed, done, point, random.Next(1, (point == KillPoint.PowerLoss ? MostTouches : MostTimes) + 1));
        Death death;
        using (victim)
            death = await victim.RunAsync(task, acknowledgements: random.Next(1, 25), TimeSpan.FromMicroseconds(random.Next(40_000)));

        var next = new VictimProcess(); // starts while this one looks
        try
        {
            // A path that this process has never seen is opened as a new process would open it.
            var place = Path.Combine(folder, $"{cycle}-check");
            Directory.Move(workplace, place);
            var inspection = new Inspection(Path.Combine(place, "app.db"), databaseSeed);
            var held = await inspection.RunAsync(death, flush: random.Next(2) == 0);
            Directory.Move(place, Path.Combine(folder, $"{cycle + 1}-work"));
            result.Add(point, death, inspection.Recall);
            await log.WriteLineAsync(
                $"{point,-14} seed {databaseSeed} cycle {cycle}: {(death.IsKilled ? "killed in" : "never came there, ended after")} {death.Last}, {death.Done} acknowledged, {held} found, recall {inspection.Recall:0.000}");
            return (held, next);
        }
        catch
        {
            next.Dispose();
            throw;
        }
    }
}
