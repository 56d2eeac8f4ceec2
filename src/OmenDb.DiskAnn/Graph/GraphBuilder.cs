using System.Runtime.CompilerServices;
using OmenDb.DiskAnn.Quantization;
using OmenDb.DiskAnn.Storage;

namespace OmenDb.DiskAnn.Graph;

/// <summary>
/// Adds vectors to a graph in sub-batches that grow with it: all points of one search the graph as it was before, in parallel, and are
/// connected afterwards (prefix doubling, ParlayANN, PPoPP 2024, section 3). The outcome does not depend on the number of threads.
/// </summary>
internal sealed class GraphBuilder
{
    // Each point of a sub-batch is compared with every other, which at this size costs a tenth of its search in the graph.
    private const int BatchSize = 1024;
    private const int NearInBatch = 32;

    // Points know this many others of their sub-batch. A first sub-batch of more would have clusters without an edge between them.
    private const int FirstBatch = NearInBatch;

    // Equal codes have a score of zero but for rounding, which is this much of their squared norm. Equal rows have zero.
    private const float NearlyZero = 1e-4f;

    private readonly VectorGraph _graph;
    private readonly Workers _workers;
    private readonly BackEdges _backEdges;
    private readonly SearchScratch[] _scratch;
    private readonly List<ulong>[] _candidates;
    private readonly CandidatePool[] _beside;
    private readonly int[] _rowOf = new int[BatchSize];
    private readonly int[] _nodeOf = new int[BatchSize];
    private readonly int[] _others = new int[BatchSize];
    private readonly bool[] _isOrphan = new bool[BatchSize];
    private readonly StagedRows _staged = new();
    private readonly float[][] _projected;
    private readonly RobustPrune[] _prunes;
    private CodeRows? _codes;
    private VectorRows? _rows;

    public GraphBuilder(VectorGraph graph, Workers workers)
    {
        _graph = graph;
        _workers = workers;
        PrunedDegree = Math.Max(1, graph.Options.MaxDegree * 2 / 3);
        _backEdges = new BackEdges(graph, workers);
        _projected = new float[workers.Count][];
        _prunes = new RobustPrune[workers.Count];
        _scratch = [.. Enumerable.Range(0, workers.Count).Select(_ => new SearchScratch())];
        _beside = [.. Enumerable.Range(0, workers.Count).Select(_ => new CandidatePool())];
        _candidates = [.. Enumerable.Range(0, workers.Count).Select(_ => new List<ulong>())];
    }

    /// <summary>Neighbours that pruning leaves: the free slots behind them take back edges until the next pruning.</summary>
    public int PrunedDegree { get; }

    /// <summary>Vectors to add at once: as many as there are to search among.</summary>
    public int NextBatch => Math.Clamp(_graph.NodeCount, FirstBatch, BatchSize);

    /// <summary>Adds checked vectors.</summary>
    /// <param name="labels">At most <see cref="NextBatch"/> labels.</param>
    /// <param name="vectors">Their vectors, one after the other.</param>
    public void Add(ReadOnlySpan<long> labels, ReadOnlySpan<float> vectors)
    {
        var first = _graph.NodeCount;
        var rows = Stage(labels.Length, vectors, first);
        _graph.Edges.Memory.EnsureCapacity(first + rows);
        Bind(first + rows);
        if (_codes is not null)
            _workers.Run(rows, (worker, row) => Encode(worker, first + row));
        for (var row = 0; row < rows; row++)
            _others[row] = first + row;
        _workers.Run(rows, (worker, row) => FindNeighbors(worker, first, row, rows));
        var end = Compact(first, rows);

        for (var i = 0; i < labels.Length; i++)
        {
            var node = _nodeOf[_rowOf[i]];
            // The first label of a new node closes its ring; the later ones join it.
            var isFirst = node >= first && _staged.TakeFirst(_rowOf[i]);
            _graph.Entries.Add(labels[i], node, isFirst);
        }

        _graph.Reached?.Invoke(GraphStep.Linked);
        _graph.NodeCount = end;
        if (first == 0)
            _graph.EntryPoints = [0];
        _graph.Reached?.Invoke(GraphStep.Published);
        _backEdges.Connect(first, end, _prunes);
        AdoptOrphans(first, end);
        _graph.Reached?.Invoke(GraphStep.Connected);
    }

    private int Stage(int count, ReadOnlySpan<float> vectors, int first)
    {
        var dimensions = _graph.Encoder.Dimensions;
        _graph.Rows.Memory.EnsureCapacity((long)first + count);
        _staged.Begin(_graph.Rows, first, count);
        for (var i = 0; i < count; i++)
        {
            _graph.Rows.Encode(vectors.Slice(i * dimensions, dimensions), first + _staged.Count);
            _rowOf[i] = _staged.Keep();
        }

        return _staged.Count;
    }

    private void Encode(int worker, int node)
    {
        _codes!.Projection.Project(_graph.Rows.Read(node, []), _projected[worker]);
        _codes.Write(node, _projected[worker]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindNeighbors(int worker, int first, int row, int rows)
    {
        var node = first + row;
        _nodeOf[row] = node;
        var scratch = _scratch[worker];
        var prune = _prunes[worker];
        var score = prune.From(node);
        scratch.Reset(first, _graph.Options.BuildListSize);
        GreedySearch.Enter(_graph.Edges, score, _graph.EntryPoints, first, scratch);
        GreedySearch.Walk(_graph.Edges, score, first, scratch);

        var nearlyZero = _codes is null ? _graph.Rows.NearlyZero(node) : NearlyZero * _codes.SquaredNorm(node);
        foreach (var found in scratch.Pool.Items)
        {
            if (Candidate.Score(found) > nearlyZero)
                break;
            if (_graph.Rows.AreEqual(Candidate.Node(found), node))
            {
                _nodeOf[row] = Candidate.Node(found);
                return;
            }
        }

        var candidates = _candidates[worker];
        candidates.Clear();
        foreach (var pushedOut in scratch.Overflow.Items)
        {
            // The nodes on the way here that found no room in the list: they make the long edges.
            if ((pushedOut & Candidate.Expanded) != 0)
                candidates.Add(pushedOut);
        }

        candidates.AddRange(scratch.Pool.Items);
        var beside = _beside[worker];
        beside.Reset(NearInBatch);
        var others = scratch.Candidates(rows);
        score.Score(_others.AsSpan(0, rows), others);
        foreach (var other in others)
        {
            if (Candidate.Node(other) != node)
                beside.Offer(other);
        }

        candidates.AddRange(beside.Items);
        candidates.Sort();
        _graph.Edges.Write(node, prune.Choose(node, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(candidates)));
    }

    private void Bind(int nodes)
    {
        if (_codes != _graph.Codes || _rows != _graph.Rows)
        {
            _codes = _graph.Codes;
            _rows = _graph.Rows;
            for (var worker = 0; worker < _workers.Count; worker++)
            {
                _prunes[worker] = new RobustPrune(_graph, _graph.Options.Alpha, PrunedDegree);
                _projected[worker] = new float[_codes?.Projection.Dimensions ?? 0];
            }
        }

        _codes?.Memory.EnsureCapacity(nodes);
    }

    // Vectors that are equal to a published node need no node of their own: moves the rows behind them into the gaps. Only edges within the sub-batch lead to those yet.
    private int Compact(int first, int rows)
    {
        var end = first;
        for (var row = 0; row < rows; row++)
        {
            if (_nodeOf[row] < first)
                continue;
            if (end != first + row)
            {
                _graph.Rows.Copy(first + row, end);
                _codes?.Memory.Span<byte>(first + row).CopyTo(_codes.Memory.Span<byte>(end));
                _graph.Edges.Write(end, _graph.Edges.Neighbors(first + row));
            }

            _nodeOf[row] = end++;
        }

        if (end < first + rows)
            Renumber(first, end);
        return end;
    }

    // Makes edges within the sub-batch lead to the nodes that the rows have become.
    private void Renumber(int first, int end)
    {
        var renumbered = new List<int>();
        for (var node = first; node < end; node++)
        {
            renumbered.Clear();
            foreach (var neighbor in _graph.Edges.Neighbors(node))
            {
                var moved = neighbor < first ? neighbor : _nodeOf[neighbor - first];
                if (!renumbered.Contains(moved))
                    renumbered.Add(moved);
            }

            _graph.Edges.Write(node, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(renumbered));
        }
    }

    // Pruning may drop every edge to a new node that has near duplicates; one must stay or no walk finds it.
    private void AdoptOrphans(int first, int end)
    {
        _workers.Run(end - first, (_, row) =>
        {
            var neighbors = _graph.Edges.Neighbors(first + row);
            _isOrphan[row] = !neighbors.IsEmpty && !HasEdgeFrom(neighbors, first + row);
        });
        for (var node = first; node < end; node++)
        {
            if (_isOrphan[node - first])
                Reachability.Adopt(_graph, _graph.Edges.Neighbors(node), node);
        }
    }

    private bool HasEdgeFrom(ReadOnlySpan<int> nodes, int to)
    {
        foreach (var node in nodes)
        {
            if (_graph.Edges.Neighbors(node).Contains(to))
                return true;
        }

        return false;
    }
}
