using System.Runtime.InteropServices;
using System.Text.Json;
using OmenDb.Benchmarks.Machine;
using OmenDb.EFCore;

namespace OmenDb.Benchmarks.Vectors;

/// <summary>A published set: base, queries, and the true neighbours of each query by one metric.</summary>
internal sealed class VectorSet
{
    private readonly int[] _truth;
    private readonly int _truthWidth;

    private VectorSet(DirectoryInfo data, string name, string metric)
    {
        var folder = Path.Combine(data.FullName, name);
        using var description = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, name + ".json")));
        var dimensions = description.RootElement.GetProperty("dims").GetInt32();
        var truth = description.RootElement.GetProperty("groundTruth").GetProperty(metric);
        Name = $"{name} {metric}";
        Metric = metric switch
        {
            "cos" => VectorMetric.Cosine,
            "l2" => VectorMetric.Euclidean,
            _ => throw new CannotRunException($"{Name}: the metric is not known here, only cos and l2 are."),
        };
        Base = new VectorFile(Path.Combine(folder, name + ".base"), dimensions);
        var queries = new VectorFile(Path.Combine(folder, name + ".query"), dimensions);
        Queries = new float[truth.GetProperty("queries").GetInt32()][];
        _truthWidth = truth.GetProperty("k").GetInt32();
        _truth = MemoryMarshal.Cast<byte, int>(File.ReadAllBytes(Path.Combine(folder, $"{name}.gt.{metric}.ids.i32"))).ToArray();
        if (Base.Count != description.RootElement.GetProperty("rows").GetInt32() || queries.Count < Queries.Length || _truth.Length != Queries.Length * _truthWidth)
            throw new CannotRunException($"{Name}: the files in {folder} are shorter or longer than its description says.");
        for (var query = 0; query < Queries.Length; query++)
            queries.Copy(query, Queries[query] = new float[dimensions]);
    }

    /// <summary>Reads the sets in a folder one after the other, small ones first.</summary>
    /// <param name="data">The folder; each set has a folder of its own there.</param>
    /// <param name="wanted">Only sets whose name and metric contain one of these; all when empty.</param>
    /// <exception cref="CannotRunException">There are none.</exception>
    public static IEnumerable<VectorSet> Find(DirectoryInfo data, string[] wanted)
    {
        var found = new List<(string Folder, string Metric, int Rows)>();
        foreach (var folder in data.EnumerateDirectories())
        {
            var description = new FileInfo(Path.Combine(folder.FullName, folder.Name + ".json"));
            if (!description.Exists)
                continue;
            using var json = JsonDocument.Parse(File.ReadAllText(description.FullName));
            var rows = json.RootElement.GetProperty("rows").GetInt32();
            found.AddRange(json.RootElement.GetProperty("groundTruth").EnumerateObject().Select(truth => (folder.Name, truth.Name, rows)));
        }

        var names = string.Join(", ", found.Select(set => $"{set.Folder} {set.Metric}").Order(StringComparer.Ordinal).DefaultIfEmpty("none"));
        var chosen = found.Where(set => wanted.Length == 0 || wanted.Any(part => IsMeant(set, part))).ToList();
        if (chosen.Count == 0)
            throw new CannotRunException($"No set to measure. In {data} there are: {names}.");
        foreach (var part in wanted.Where(part => !found.Any(set => IsMeant(set, part))))
            Console.Error.WriteLine($"'{part}' is left out: no set in {data} is called so. There are: {names}.");
        return chosen.OrderBy(set => set.Rows).ThenBy(set => $"{set.Folder} {set.Metric}", StringComparer.Ordinal).Select(set => new VectorSet(data, set.Folder, set.Metric));

        static bool IsMeant((string Folder, string Metric, int) set, string part) => $"{set.Folder} {set.Metric}".Contains(part, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Name and metric: <c>mnist-784 l2</c>.</summary>
    public string Name { get; }

    public VectorMetric Metric { get; }

    public IVectorSource Base { get; }

    /// <summary>Queries whose true neighbours are known; the first ones.</summary>
    public float[][] Queries { get; }

    /// <summary>Rows among which a query's nearest ones are, well past any k that is asked for.</summary>
    public ReadOnlySpan<int> TrueNeighbors(int query) => _truth.AsSpan(query * _truthWidth, _truthWidth);
}
