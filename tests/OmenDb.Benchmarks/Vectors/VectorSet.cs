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
        Queries = new VectorFile(Path.Combine(folder, name + ".query"), dimensions);
        QueryCount = truth.GetProperty("queries").GetInt32();
        _truthWidth = truth.GetProperty("k").GetInt32();
        _truth = MemoryMarshal.Cast<byte, int>(File.ReadAllBytes(Path.Combine(folder, $"{name}.gt.{metric}.ids.i32"))).ToArray();
    }

    /// <summary>The sets there are, by name and metric.</summary>
    public static IReadOnlyList<(string Name, string Metric)> Known { get; } =
    [
        ("sift-ngt-5k", "l2"), ("docs-dan-384", "cos"), ("docs-dan-384", "l2"), ("mnist-784", "l2"), ("sift-photos-328k", "l2"),
    ];

    public string Name { get; }

    public VectorMetric Metric { get; }

    public IVectorSource Base { get; }

    public IVectorSource Queries { get; }

    /// <summary>Queries whose true neighbours are known; the first ones.</summary>
    public int QueryCount { get; }

    /// <summary>Rows among which a query's nearest ones are, well past any k that is asked for.</summary>
    public ReadOnlySpan<int> TrueNeighbors(int query) => _truth.AsSpan(query * _truthWidth, _truthWidth);
}
