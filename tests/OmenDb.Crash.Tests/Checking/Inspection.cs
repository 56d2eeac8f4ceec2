using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using OmenDb.EFCore.Diagnostics;
using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.Crash.Tests.Checking;

/// <summary>Opens a database whose process was killed, and holds it against what was acknowledged and against a comparison of all its vectors.</summary>
internal sealed class Inspection(string path, int seed)
{
    private const int Queries = 50;
    private const int K = 10;

    // What so few questions can be off by; the mean of a campaign must reach the target.
    private const double Noise = 0.03;

    private readonly ConcurrentQueue<(EventId Id, string Message)> _events = new();

    private string Sidecar => path + ".omen";

    /// <summary>The recall of the last look, over all its queries.</summary>
    public double Recall { get; private set; } = 1;

    /// <summary>Looks at everything.</summary>
    /// <param name="death">What was acknowledged.</param>
    /// <param name="flush">Whether to look a second time, with every row in the graph and the index written down.</param>
    /// <returns>How many operations the database holds.</returns>
    /// <exception cref="CrashException">Something is lost, wrong or left.</exception>
    public async Task<int> RunAsync(Death death, bool flush)
    {
        var table = StoredTable.Read(path);
        var done = Done(table, death);
        await using (var db = new CrashContext(CrashContext.Options(path).LogTo((_, level) => level >= LogLevel.Warning, e => _events.Enqueue((e.EventId, e.ToString()))).Options))
        {
            await LookAsync(db, table, "at once");
            NothingWentWrong(death);
            await LeftoversAreGoneAsync();
            if (flush)
            {
                await db.Index.FlushAsync();
                await LookAsync(db, table, "after a flush");
                if (Directory.GetFiles(Sidecar).Select(Path.GetFileName).Order().ToList() is not [var snapshot, "lock"] || !snapshot!.EndsWith(".vamana", StringComparison.Ordinal))
                    throw new CrashException($"after a flush there are other files than one snapshot: {string.Join(", ", Directory.GetFiles(Sidecar))}");
            }
        }

        NothingWentWrong(death);
        Close();
        return done;
    }

    // A table that is not what was acknowledged may be what one more operation makes of it, if that was begun.
    private int Done(List<Row> table, Death death)
    {
        var workload = Workload.At(seed, death.Done);
        if (table.Holds(workload))
            return death.Done;
        var difference = table.Difference(workload);
        if (death.Begun > death.Done)
        {
            workload.Apply(workload.Next());
            if (table.Holds(workload))
                return death.Begun;
            difference += $"; or, with the operation that was not acknowledged: {table.Difference(workload)}";
        }

        throw new CrashException($"SQLite's own table is not what was acknowledged: {difference}");
    }

    private async Task LookAsync(CrashContext db, List<Row> table, string when)
    {
        var vectors = table.Where(r => r.Vector is not null).Select(r => (r.Id, Vector: r.Vector!)).ToList();
        var random = new Random(seed);
        var all = await db.Items.NearestTo(i => i.Embedding, Vectors.Random(random, Item.Dimensions), vectors.Count + 100).Select(i => i.Id).ToListAsync();
        var expected = vectors.Select(r => r.Id).ToHashSet();
        var lost = expected.Except(all).ToList();
        var phantom = all.Where(id => !expected.Contains(id)).ToList();
        if (lost.Count > 0 || phantom.Count > 0 || all.Count != expected.Count)
            throw new CrashException($"{when} a search finds {all.Count} of {expected.Count} rows; lost: {string.Join(", ", lost.Take(10))} ({lost.Count}), not there: {string.Join(", ", phantom.Take(10))} ({phantom.Count})");

        double recall = 0;
        for (var i = 0; i < Queries; i++)
        {
            // The way from one row to another: a question like those that the index is calibrated for.
            var start = vectors[random.Next(vectors.Count)].Vector;
            var end = vectors[random.Next(vectors.Count)].Vector;
            var query = start.Zip(end, (x, y) => x + 0.3f * (y - x)).ToArray();
            var found = await db.Items.NearestTo(x => x.Embedding, query, K).Select(x => x.Id).ToListAsync();
            recall += Overlap(vectors, query, found) / Queries;
        }

        Recall = Math.Min(Recall, recall);
        var target = (await db.Index.GetStatisticsAsync()).TargetRecall;
        if (recall < target - Noise)
            throw new CrashException($"{when} recall@{K} is {recall:0.000}, far below the target of {target}");
        if (await db.Index.VerifyAsync() is { IsHealthy: false } verification)
            throw new CrashException($"{when} the index is not well: {string.Join(" ", verification.Problems)}");
    }

    // Rows of equal distance, of which there are many, stand for each other.
    private static double Overlap(List<(int Id, float[] Vector)> vectors, float[] query, List<int> found)
    {
        var distances = vectors.ToDictionary(v => v.Id, v => Exact.Distance(VectorMetric.Cosine, v.Vector, query));
        var furthest = distances.Values.Order().Take(K).Last() + 1e-6;
        return (double)found.Count(id => distances[id] <= furthest) / Math.Min(K, vectors.Count);
    }

    private async Task LeftoversAreGoneAsync()
    {
        for (var attempt = 0; Leftovers().Count > 0; attempt++)
        {
            if (attempt == 500)
                throw new CrashException($"the killed process left files that nobody deletes: {string.Join(", ", Leftovers())}");
            await Task.Delay(10);
        }
    }

    private List<string> Leftovers()
    {
        if (!Directory.Exists(Sidecar))
            return [];
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT lower(hex(\"Token\")) FROM \"__OmenSnapshots\"";
        var token = new Guid(Convert.FromHexString((string)command.ExecuteScalar()!)).ToString("N");
        return [.. Directory.GetFiles(Sidecar).Where(f => Path.GetFileName(f) != "lock" && !f.EndsWith($"{token}.vamana", StringComparison.Ordinal))];
    }

    private void NothingWentWrong(Death death)
    {
        foreach (var (id, message) in _events)
        {
            if (id == OmenDbEventId.TriggersRepaired && death.Last == nameof(OperationKind.Migrate))
                continue; // between the new table and its triggers
            if (id.Name?.StartsWith("OmenDb.", StringComparison.Ordinal) == true)
                throw new CrashException($"opening it was not smooth: {message}");
        }
    }

    /// <summary>Lets go of the files, as the end of a process would.</summary>
    private void Close()
    {
        var database = IndexRegistry.Get(path);
        foreach (var index in database.Indexes)
            index.Unload();
        database.Snapshots!.Dispose();
        SqliteConnection.ClearAllPools();
    }
}
