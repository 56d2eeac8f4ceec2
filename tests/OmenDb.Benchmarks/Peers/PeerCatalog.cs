using OmenDb.Benchmarks.Engines;

namespace OmenDb.Benchmarks.Peers;

/// <summary>The engines that ours is compared with.</summary>
internal sealed class PeerCatalog
{
    private static readonly NativeProgram Hnswlib = new("hnswlib", [], "libhnswlib-dev");
    private static readonly NativeProgram Faiss = new("faiss", ["faiss", "lapack", "blas"], "libfaiss-dev liblapack-dev libblas-dev");

    private static readonly (string Name, NativeProgram? Program, Func<string, Workload, IEngine> Create)[] Known =
    [
        ("hnswlib M=16", Hnswlib, (name, workload) => new NativeEngine(name, Hnswlib, workload, "16", "200")),
        ("hnswlib M=32", Hnswlib, (name, workload) => new NativeEngine(name, Hnswlib, workload, "32", "200")),
        ("faiss HNSW32-SQ8", Faiss, (name, workload) => new NativeEngine(name, Faiss, workload, "32", "200")),
        ("TensorPrimitives scan", null, (_, workload) => new BruteForceEngine(workload)),
    ];

    private readonly List<(string Name, Func<string, Workload, IEngine> Create)> _available = [];
    private readonly Dictionary<string, string> _missing = [];

    /// <param name="wanted">Only peers whose name contains one of these; all when empty.</param>
    public PeerCatalog(string[] wanted)
    {
        var problems = new Dictionary<NativeProgram, string?>();
        foreach (var (name, program, create) in Known)
        {
            if (wanted.Length > 0 && !wanted.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase)))
                continue;
            if (program is not null && !problems.ContainsKey(program))
                problems[program] = program.Compile();
            if (program is not null && problems[program] is { } problem)
                _missing[name] = $"{problem.Trim()} ({program.Installation})";
            else
                _available.Add((name, create));
        }
    }

    /// <summary>Peers that cannot run here, each with the reason and the remedy.</summary>
    public IReadOnlyDictionary<string, string> Missing => _missing;

    /// <summary>Makes each peer that can run here.</summary>
    public IEnumerable<Func<IEngine>> For(Workload workload) => _available.Select(peer => (Func<IEngine>)(() => peer.Create(peer.Name, workload)));
}
