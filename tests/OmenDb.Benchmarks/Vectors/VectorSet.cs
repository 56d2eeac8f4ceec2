using System.Runtime.InteropServices;
using System.Text.Json;
using OmenDb.EFCore;

namespace OmenDb.Benchmarks.Vectors;

/// <summary>A published set: base, queries, and the true neighbours of each query by one metric.</summary>
internal sealed class VectorSet
{
    private readonly int[] _truth;
    private readonly int _truthWidth;

    public VectorSet(DirectoryInfo data, string name, string metric)
    {
        var folder = Path.Combine(data.FullName, name);
        using var description = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, name + ".json")));
        var dimensions = description.RootElement.GetProperty("dims").GetInt32();
        var truth = description.RootElement.GetProperty("groundTruth").GetProperty(metric);
        Name = $"{name} {metric}";
        Metric = metric == "cos" ? VectorMetric.Cosine : VectorMetric.Euclidean;
        Base = new VectorFile(Path.Combine(folder, name + ".base"), dimensions);
        var queries = new VectorFile(Path.Combine(folder, name + ".query"), dimensions);
        Queries = new float[truth.GetProperty("queries").GetInt32()][];
        for (var query = 0; query < Queries.Length; query++)
            queries.Copy(query, Queries[query] = new float[dimensions]);
        _truthWidth = truth.GetProperty("k").GetInt32();
        _truth = MemoryMarshal.Cast<byte, int>(File.ReadAllBytes(Path.Combine(folder, $"{name}.gt.{metric}.ids.i32"))).ToArray();
    }

    /// <summary>The sets in a folder, small ones first, by name and metric: <c>mnist-784 l2</c>.</summary>
    /// <param name="data">The folder; each set has a folder of its own there.</param>
    /// <param name="wanted">Only sets whose name and metric contain one of these; all when empty.</param>
    public static IReadOnlyList<(string Name, string Metric)> Find(DirectoryInfo data, string[] wanted)
    {
        var found = new List<(string Name, string Metric, int Rows)>();
        foreach (var folder in data.EnumerateDirectories())
        {
            var description = new FileInfo(Path.Combine(folder.FullName, folder.Name + ".json"));
            if (!description.Exists)
                continue;
            using var json = JsonDocument.Parse(File.ReadAllText(description.FullName));
            var rows = json.RootElement.GetProperty("rows").GetInt32();
            found.AddRange(json.RootElement.GetProperty("groundTruth").EnumerateObject().Select(truth => (folder.Name, truth.Name, rows)));
        }

        return
        [
            .. found.Where(set => wanted.Length == 0 || wanted.Any($"{set.Name} {set.Metric}".Contains))
                .OrderBy(set => set.Rows).ThenBy(set => set.Name, StringComparer.Ordinal).ThenBy(set => set.Metric, StringComparer.Ordinal)
                .Select(set => (set.Name, set.Metric)),
        ];
    }

    public string Name { get; }

    public VectorMetric Metric { get; }

    public IVectorSource Base { get; }

    /// <summary>Queries whose true neighbours are known; the first ones.</summary>
    public float[][] Queries { get; }

    /// <summary>Rows among which a query's nearest ones are, well past any k that is asked for.</summary>
    public ReadOnlySpan<int> TrueNeighbors(int query) => _truth.AsSpan(query * _truthWidth, _truthWidth);
}
