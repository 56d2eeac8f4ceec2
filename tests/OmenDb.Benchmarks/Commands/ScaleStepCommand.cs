using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OmenDb.Benchmarks.Engines;
using OmenDb.Benchmarks.Machine;
using OmenDb.Benchmarks.Measuring;
using OmenDb.Benchmarks.Model;
using OmenDb.Benchmarks.Vectors;
using OmenDb.EFCore;

namespace OmenDb.Benchmarks.Commands;

/// <summary>One size of <see cref="ScaleCommand"/>, in a process of its own.</summary>
internal static class ScaleStepCommand
{
    public const string Name = "scale-step";

    private const int K = Workload.K;
    private const int QueryCount = 200;

    public static Command Create()
    {
        var rows = new Argument<int>("rows");
        var dimensions = new Argument<int>("dimensions");
        var command = new Command(Name) { rows, dimensions };
        command.Hidden = true;
        command.SetAction(async (parsed, _) =>
        {
            await RunAsync(new ClusteredVectors(2_000, parsed.GetValue(dimensions))); // code is compiled, pools are filled
            var result = await RunAsync(new ClusteredVectors(parsed.GetValue(rows), parsed.GetValue(dimensions)));
            Console.WriteLine(JsonSerializer.Serialize(result));
            return 0;
        });
        return command;
    }

    private static async Task<ScaleResult> RunAsync(ClusteredVectors vectors)
    {
        GC.Collect();
        using var database = new BenchmarkDatabase(vectors.Dimensions, VectorMetric.Euclidean);
        using var db = database.OpenContext();
        var watch = new MemoryWatch();
        var clock = Stopwatch.StartNew();
        await db.Rows.AddBatchAsync(BenchmarkDatabase.Entities(vectors));
        var insert = clock.Elapsed;
        var insertGrowth = watch.PeakGrowth;
        var processor = Environment.CpuUsage.TotalTime;
        clock.Restart();
        await db.Index.FlushAsync();
        var index = clock.Elapsed;
        processor = Environment.CpuUsage.TotalTime - processor;
        watch.Dispose();

        var queries = vectors.Queries(QueryCount);
        var truth = Truth.Of(vectors, VectorMetric.Euclidean, queries, K);
        var run = SearchRun.Measure(queries, truth, query => db.Rows.NearestTo(query, K).Select(r => r.Id - 1).ToList());
        return new ScaleResult
        {
            Rows = vectors.Count,
            Dimensions = vectors.Dimensions,
            InsertSeconds = insert.TotalSeconds,
            IndexSeconds = index.TotalSeconds,
            IndexProcessorSeconds = processor.TotalSeconds,
            PeakGrowthBytes = watch.PeakGrowth,
            InsertGrowthBytes = insertGrowth,
            PeakHeapBytes = watch.PeakHeapBytes,
            IndexBytes = (await db.Index.GetStatisticsAsync()).MemoryBytes,
            Recall = run.Recall,
            MedianMilliseconds = run.MedianMilliseconds,
            ProcessorMilliseconds = run.ProcessorMilliseconds,
            IsComplete = run.IsComplete,
        };
    }
}
