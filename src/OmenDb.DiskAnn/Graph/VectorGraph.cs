using OmenDb.DiskAnn.Distance;
using OmenDb.DiskAnn.Quantization;
using OmenDb.DiskAnn.Storage;

namespace OmenDb.DiskAnn.Graph;

/// <summary>All an index holds: vectors, edges, labels and where walks begin. One writer changes it while others read.</summary>
internal sealed class VectorGraph : IDisposable
{
    private readonly IDisposable? _mapping;
    private VectorRows _rows;
    private CodeRows? _codes;
    private int[] _entryPoints = [];
    private Seeds? _seeds;
    private int _nodeCount;
    private Calibrated _calibrated = Calibrated.Unknown;

    /// <summary>Makes an empty graph.</summary>
    /// <param name="options">Options without any choice left open.</param>
    /// <param name="mapping">Mapped memory that rows may lie in; disposed with the graph.</param>
    public VectorGraph(VamanaOptions options, IDisposable? mapping = null)
    {
        Options = options;
        Encoder = new RowEncoder(options.Metric, options.Dimensions);
        _rows = new FloatRows(Encoder);
        Edges = new Adjacency(options.MaxDegree);
        _mapping = mapping;
    }

    /// <summary>What the graph was made for. Replaced as a whole when another recall is asked of it.</summary>
    public VamanaOptions Options { get; set; }

    /// <summary>Called at each <see cref="GraphStep"/>, where tests do what another thread might do there; null otherwise.</summary>
    public Action<GraphStep>? Reached { get; set; }

    public RowEncoder Encoder { get; }

    /// <summary>The vectors. Replaced as a whole when they are rounded, or rounded around another center.</summary>
    public VectorRows Rows
    {
        get => Volatile.Read(ref _rows);
        set => Volatile.Write(ref _rows, value);
    }

    public Adjacency Edges { get; }

    /// <summary>What walks compare nodes by; null where they compare rows. Replaced as a whole when it is learned anew.</summary>
    public CodeRows? Codes
    {
        get => Volatile.Read(ref _codes);
        set => Volatile.Write(ref _codes, value);
    }

    /// <summary>Vectors there were when <see cref="Codes"/> were learned.</summary>
    public long CodesLearnedAt { get; set; }

    public EntryTable Entries { get; } = new();

    /// <summary>Published nodes: their rows, edges and entries are complete.</summary>
    public int NodeCount
    {
        get => Volatile.Read(ref _nodeCount);
        set => Volatile.Write(ref _nodeCount, value);
    }

    /// <summary>The nodes that walks begin at.</summary>
    public int[] EntryPoints
    {
        get => Volatile.Read(ref _entryPoints);
        set => Volatile.Write(ref _entryPoints, value);
    }

    /// <summary>Where walks begin, too; null where there are none (yet).</summary>
    public Seeds? Seeds
    {
        get => Volatile.Read(ref _seeds);
        set => Volatile.Write(ref _seeds, value);
    }

    /// <summary>What the last calibration found.</summary>
    public Calibrated Calibrated
    {
        get => Volatile.Read(ref _calibrated);
        set => Volatile.Write(ref _calibrated, value);
    }

    /// <summary>What the snapshot was saved under, when this came from one.</summary>
    public Guid Stamp { get; set; }

    /// <summary>How many of the first nodes lie in <see cref="LocalityOrder"/>, as the file had them that they came from.</summary>
    public int OrderedNodes { get; set; }

    /// <summary>Live labels.</summary>
    public int LiveCount => Entries.Count - Entries.RemovedCount;

    /// <summary>Bytes that walks need in memory: edges, labels, and codes or else rows.</summary>
    public long ResidentBytes => WalkedBytes(NodeCount) + Entries.Bytes;

    /// <summary>Bytes of all of it.</summary>
    public long Bytes => ResidentBytes + (Codes is null ? 0 : (long)NodeCount * Rows.Memory.RowBytes); // or else rows are resident

    /// <summary>Bytes of rows, codes and edges that are in memory alone, not where they lie in a file; edges that changed there are not counted. Only the writer asks.</summary>
    public long AllocatedBytes => Rows.Memory.AllocatedBytes + Edges.Memory.AllocatedBytes + (Codes?.Memory.AllocatedBytes ?? 0);

    /// <summary>Bytes of what walks compare nodes by and of the edges that they follow.</summary>
    /// <param name="nodes">How many nodes.</param>
    public long WalkedBytes(int nodes) => (long)nodes * (Edges.Memory.RowBytes + (Codes?.Memory.RowBytes ?? Rows.Memory.RowBytes));

    /// <summary>Whether what searches walk on came from a file, and was not checked whole: it is worth <see cref="ReadAhead"/>.</summary>
    public bool IsUnchecked => Edges.Checks is not null || (Codes is null && Rows.Checks is not null);

    /// <summary>Checks all that came from a file and that searches walk on.</summary>
    /// <exception cref="SnapshotFormatException">Something is not what was written.</exception>
    public void CheckEdgesAndCodes()
    {
        Edges.Checks?.CheckAll();
        Edges.Checks = null;
        if (Codes is not { } codes)
            return;
        codes.Checks?.CheckAll();
        codes.Checks = null;
    }

    /// <summary>Checks the same ahead of the searches that will need it, and then chooses <see cref="Seeds"/>.</summary>
    /// <param name="isOver">Whether no search will come any more; asked again and again.</param>
    public void ReadAhead(Func<bool> isOver)
    {
        var codes = Codes;
        var passed = (codes is null ? Rows.Checks : codes.Checks)?.ReadAhead(isOver) != false;
        if (passed && codes is not null)
            codes.Checks = null;
        if (Edges.Checks is { } ofEdges && ofEdges.ReadAhead(isOver))
            Edges.Checks = null;
        if (passed && Seeds is null && !isOver())
            Interlocked.CompareExchange(ref _seeds, Seeds.Choose(this, isOver: isOver), null); // a writer's are newer
    }

    public void Dispose()
    {
        Rows.Memory.Dispose();
        Edges.Memory.Dispose();
        Codes?.Dispose();
        _mapping?.Dispose();
    }
}
