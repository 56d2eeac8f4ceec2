using System.Globalization;
using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.Crash.Tests.Killing;

/// <summary>The process that works and is killed. It is told what to do in one line, and acknowledges each operation when its transaction is committed.</summary>
internal static class Victim
{
    private const int MostOperations = 400;

    public static async Task<int> RunAsync(TextReader input, TextWriter output)
    {
        // Ready before it is needed: what takes long in a new process is over when the line comes.
        Workload.At(0, 3);
        _ = new CrashContext(CrashContext.Options(":memory:").Options).Model;

        if (await input.ReadLineAsync() is not { } line)
            return 0; // not needed after all
        var task = VictimTask.Parse(line);
        var executioner = new Executioner(task.Point, task.Times, output);
        var database = IndexRegistry.Get(task.Path, new DeadlyFileSystem(executioner, task.Seed)
        {
            IsPowerLost = task.Point == KillPoint.PowerLoss,
            MostInMemory = task.Seed % 2 == 0 ? 0 : long.MaxValue, // every second database is mapped whenever something was indexed
        });
        if (task.Point == KillPoint.MidDrain)
            DrainWatch.Start(database, executioner);
        var options = CrashContext.Options(task.Path).AddInterceptors(new DeadlyMigration(executioner)).Options;
        var runner = new OperationRunner(
            options, () => executioner.At(KillPoint.MidTransaction), new CallbackProgress(() => executioner.At(KillPoint.MidRebuild)));

        await using (var db = new CrashContext(CrashContext.Options(task.Path).Options))
            await db.Database.EnsureCreatedAsync();
        var workload = Workload.At(task.Seed, task.From);
        for (var i = 0; i < MostOperations; i++)
        {
            var operation = workload.Next();
            await SayAsync("begin", operation);
            await runner.RunAsync(operation);
            workload.Apply(operation);
            await SayAsync("done", operation);
        }

        return 0;

        Task SayAsync(string what, Operation operation)
            => output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{what} {workload.Done} {operation.Kind}"));
    }
}
