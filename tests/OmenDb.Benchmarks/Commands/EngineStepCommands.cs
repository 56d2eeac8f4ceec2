using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using OmenDb.Benchmarks.Engines;
using OmenDb.Benchmarks.Machine;
using OmenDb.Benchmarks.Vectors;

namespace OmenDb.Benchmarks.Commands;

/// <summary>Building a generated index, and searching it: each in a process of its own, so that neither finds what the other left in memory.</summary>
internal static class EngineStepCommands
{
    private const string BuildName = "engine-build-step";
    private const string SearchName = "engine-search-step";
    public const int Queries = 2_000;
    private const int ManyQueries = 20_000;

    public static IEnumerable<Command> Create()
    {
        var rows = new Argument<int>("rows");
        var dimensions = new Argument<int>("dimensions");
        var path = new Argument<string>("path");
        var seconds = new Argument<double>("seconds");
        var build = new Command(BuildName) { rows, dimensions, path };
        build.Hidden = true;
        build.SetAction(parsed => Write(GeneratedIndex.Build(Vectors(parsed), parsed.GetRequiredValue(path))));
        var atEqualRecall = new Argument<bool>("at-equal-recall");
        var queries = new Argument<int>("queries");
        var search = new Command(SearchName) { rows, dimensions, path, seconds, atEqualRecall, queries };
        search.Hidden = true;
        search.SetAction(parsed => Write(new SavedIndex(Vectors(parsed), parsed.GetRequiredValue(path), parsed.GetValue(queries)).Measure(TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(atEqualRecall))));
        return [build, search];

        ClusteredVectors Vectors(ParseResult parsed) => new(parsed.GetValue(rows), parsed.GetValue(dimensions));
        static void Write<T>(T result) => Console.WriteLine(JsonSerializer.Serialize(result));
    }

    /// <summary>Builds an index, unless a run before left it.</summary>
    /// <returns>Its file, and what it took.</returns>
    public static (string Path, GeneratedFootprint Footprint) Build(string folder, int rows, int dimensions)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"generated-{rows}x{dimensions}.index");
        var description = path + ".json";
        if (!File.Exists(description))
            File.WriteAllText(description, JsonSerializer.Serialize(ChildProcess.Run<GeneratedFootprint>([BuildName, $"{rows}", $"{dimensions}", path])));
        return (path, JsonSerializer.Deserialize<GeneratedFootprint>(File.ReadAllText(description))!);
    }

    /// <summary>Opens and searches an index; under a limit of memory with the list that the index chose only, since other lists take long there.</summary>
    public static GeneratedSearch Search(string path, int rows, int dimensions, double seconds, MemoryCgroup? group)
        => ChildProcess.Run<GeneratedSearch>(
            [SearchName, $"{rows}", $"{dimensions}", path, seconds.ToString(CultureInfo.InvariantCulture), $"{group is null}", $"{(group is null ? Queries : ManyQueries)}"], group);
}
