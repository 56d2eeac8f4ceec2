using OmenDb.Benchmarks.Engines;
using OmenDb.Benchmarks.Machine;

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

    /// <summary>Compiles them, and says of each that cannot run here why.</summary>
    /// <param name="wanted">Only peers whose name contains one of these; all when empty.</param>
    /// <exception cref="CannotRunException">No peer has such a name.</exception>
    public PeerCatalog(string[] wanted)
    {
        if (wanted.FirstOrDefault(part => !Known.Any(peer => IsMeant(peer.Name, part))) is { } unknown)
            throw new CannotRunException($"No peer's name contains '{unknown}'. There are: {string.Join(", ", Known.Select(peer => peer.Name))}.");
        var problems = new Dictionary<NativeProgram, string?>();
        foreach (var (name, program, create) in Known)
        {
            if (wanted.Length > 0 && !wanted.Any(part => IsMeant(name, part)))
                continue;
            if (program is not null && !problems.ContainsKey(program))
                problems[program] = program.Compile();
            if (program is not null && problems[program] is { } problem)
                _missing[name] = problem;
            else
                _available.Add((name, create));
        }

        foreach (var (name, problem) in _missing)
            Console.Error.WriteLine($"{name} is left out: {problem}");
    }

    /// <summary>Peers that cannot run here, each with the reason and the remedy.</summary>
    public IReadOnlyDictionary<string, string> Missing => _missing;

    /// <summary>Makes each peer that can run here.</summary>
    public IEnumerable<Func<IEngine>> For(Workload workload) => _available.Select(peer => (Func<IEngine>)(() => peer.Create(peer.Name, workload)));

    private static bool IsMeant(string name, string part) => name.Contains(part, StringComparison.OrdinalIgnoreCase);
}
