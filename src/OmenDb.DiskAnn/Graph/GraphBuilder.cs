using OmenDb.DiskAnn.Distance;
using OmenDb.DiskAnn.Storage;

namespace OmenDb.DiskAnn.Graph;

/// <summary>
/// Adds vectors to a graph in sub-batches that grow with it: all points of one search the graph as it was before, in parallel, and are
/// connected afterwards (prefix doubling, ParlayANN, PPoPP 2024, section 3). The outcome does not depend on the number of threads.
/// </summary>
internal sealed class GraphBuilder
{
    // A sub-batch's points do not see each other, so it stays small against the graph.
    private const int GraphPerBatch = 32;
    private const int MaxBatch = 8192;

    private readonly VectorGraph _graph;
    private readonly Workers _workers;
    private readonly RobustPrune _prune;
    private readonly BackEdges _backEdges;
    private readonly SearchScratch[] _scratch;
    private readonly List<ulong>[] _candidates;
    private readonly int[][] _chosen;
    private readonly int[] _rowOf = new int[MaxBatch];
    private readonly int[] _nodeOf = new int[MaxBatch];
    private readonly StagedRows _staged;

    public GraphBuilder(VectorGraph graph, Workers workers)
    {
        _graph = graph;
        _workers = workers;
        PrunedDegree = Math.Max(1, graph.Options.MaxDegree * 3 / 4);
        _prune = new RobustPrune(graph.Rows, graph.Options.Alpha);
        _backEdges = new BackEdges(graph, _prune, PrunedDegree, workers);
        _scratch = [.. Enumerable.Range(0, workers.Count).Select(_ => new SearchScratch())];
        _candidates = [.. Enumerable.Range(0, workers.Count).Select(_ => new List<ulong>())];
        _chosen = [.. Enumerable.Range(0, workers.Count).Select(_ => new int[PrunedDegree])];
        _staged = new StagedRows(graph.Rows);
    }

    /// <summary>Neighbours that pruning leaves: the free slots behind them take back edges until the next pruning.</summary>
    public int PrunedDegree { get; }

    /// <summary>Vectors to add at once to the graph as it is now.</summary>
    public int NextBatch => Math.Clamp(_graph.NodeCount / GraphPerBatch, 1, MaxBatch);

    /// <summary>Adds checked vectors.</summary>
    /// <param name="labels">At most <see cref="NextBatch"/> labels.</param>
    /// <param name="vectors">Their vectors, one after the other.</param>
    public void Add(ReadOnlySpan<long> labels, ReadOnlySpan<float> vectors)
    {
        var first = _graph.NodeCount;
        var rows = Stage(labels.Length, vectors, first);
        _graph.Edges.Memory.EnsureCapacity(first + rows);
        _workers.Run(rows, (worker, row) => FindNeighbors(worker, first, row));
        var end = Compact(first, rows);

        for (var i = 0; i < labels.Length; i++)
        {
            var node = _nodeOf[_rowOf[i]];
            // The first label of a new node closes its ring; the later ones join it.
            var isFirst = node >= first && _staged.TakeFirst(_rowOf[i]);
            _graph.Entries.Add(labels[i], node, isFirst);
        }

        _graph.NodeCount = end;
        if (first == 0)
            _graph.EntryPoints = [0];
        _backEdges.Connect(first, end);
        AdoptOrphans(first, end);
    }

    private int Stage(int count, ReadOnlySpan<float> vectors, int first)
    {
        var dimensions = _graph.Encoder.Dimensions;
        _graph.Rows.Memory.EnsureCapacity((long)first + count);
        _staged.Begin(first, count);
        for (var i = 0; i < count; i++)
        {
            _graph.Encoder.EncodeRow(vectors.Slice(i * dimensions, dimensions), _graph.Rows[first + _staged.Count]);
            _rowOf[i] = _staged.Keep();
        }

        return _staged.Count;
    }

    private void FindNeighbors(int worker, int first, int row)
    {
        var node = first + row;
        _nodeOf[row] = node;
        if (first == 0)
        {
            _graph.Edges.Write(node, []);
            return;
        }

        var scratch = _scratch[worker];
        var score = RowScore<SquaredEuclidean>.OfNode(_graph.Rows, node);
        scratch.Reset(first, _graph.Options.BuildListSize);
        GreedySearch.Enter(score, _graph.EntryPoints, first, scratch);
        GreedySearch.Walk(_graph.Edges, score, first, scratch);

        foreach (var found in scratch.Pool.Items)
        {
            if (Candidate.Score(found) != 0)
                break;
            if (_graph.Rows[Candidate.Node(found)].SequenceEqual(_graph.Rows[node]))
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
        candidates.Sort();
        var chosen = _chosen[worker];
        var count = _prune.Choose(node, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(candidates), chosen);
        _graph.Edges.Write(node, chosen.AsSpan(0, count));
    }

    // Closes the gaps that vectors equal to a published node leave. No edge leads to the moved rows yet.
    private int Compact(int first, int rows)
    {
        var end = first;
        for (var row = 0; row < rows; row++)
        {
            if (_nodeOf[row] < first)
                continue;
            if (end != first + row)
            {
                _graph.Rows[first + row].CopyTo(_graph.Rows[end]);
                _graph.Edges.Write(end, _graph.Edges.Neighbors(first + row));
            }

            _nodeOf[row] = end++;
        }

        return end;
    }

    // Pruning may drop every edge to a new node that has near duplicates; one must stay or no walk finds it.
    private void AdoptOrphans(int first, int end)
    {
        for (var node = first; node < end; node++)
        {
            var neighbors = _graph.Edges.Neighbors(node);
            if (!neighbors.IsEmpty && !HasEdgeFrom(neighbors, node))
                Reachability.Adopt(_graph, neighbors, node);
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
