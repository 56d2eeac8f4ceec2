using System.CommandLine;
using OmenDb.Benchmarks.Streaming;
using OmenDb.Benchmarks.Vectors;

namespace OmenDb.Benchmarks.Commands;

/// <summary>What recall and size do while rows come and go: a window that slides over a stream of rows, and rows that are changed again and again.</summary>
internal static class StreamingCommand
{
    private const int Blocks = 20; // a window's
    private const int Rounds = 3;

    public static Command Create()
    {
        var rows = CommandOptions.Rows("Rows at a time.", 10_000, least: Blocks);
        var dimensions = CommandOptions.Dimensions(64);
        var steps = CommandOptions.Count("--steps", "Steps of the sliding window.", 40);
        var command = new Command("streaming", "Recall, file and memory while rows come and go, beside a fresh build and hnswlib.") { rows, dimensions, steps };
        command.SetAction(async (parsed, _) =>
        {
            var (places, length) = (parsed.GetValue(rows), parsed.GetValue(dimensions));
            var slid = await Sliding(places, length, parsed.GetValue(steps)).RunAsync();
            var changed = await Changing(places, length).RunAsync();
            return ExitCode.Of(slid && changed);
        });
        return command;
    }

    /// <summary>Each step deletes the oldest block and inserts a new one.</summary>
    private static StreamRun Sliding(int places, int dimensions, int count)
    {
        var block = places / Blocks;
        var steps = new List<(int, int)[]> { All(places) };
        for (var step = 0; step < count; step++)
            steps.Add([.. Enumerable.Range(0, block).Select(i => ((step * block + i) % places, places + (step * block) + i))]);
        return new StreamRun("sliding window", new ClusteredVectors(places + (count * block), dimensions), places, steps, isUpdate: false);
    }

    /// <summary>Three times, each row is changed, in another order.</summary>
    private static StreamRun Changing(int places, int dimensions)
    {
        var block = places * 2 / Blocks;
        var random = new Random(1);
        var steps = new List<(int, int)[]> { All(places) };
        for (var round = 1; round <= Rounds; round++)
        {
            var order = Enumerable.Range(0, places).ToArray();
            random.Shuffle(order);
            steps.AddRange(order.Select(place => (place, (round * places) + place)).Chunk(block));
        }

        return new StreamRun("random upserts", new ClusteredVectors(places * (Rounds + 1), dimensions), places, steps, isUpdate: true);
    }

    private static (int, int)[] All(int places) => [.. Enumerable.Range(0, places).Select(i => (i, i))];
}
