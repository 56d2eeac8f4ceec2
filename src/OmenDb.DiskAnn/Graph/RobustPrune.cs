using System.Runtime.CompilerServices;
using OmenDb.DiskAnn.Quantization;
using OmenDb.DiskAnn.Storage;

namespace OmenDb.DiskAnn.Graph;

// Invariant: the buffer has room for one code, that of the node scored from last.

/// <summary>
/// RobustPrune, algorithm 2 of the DiskANN paper (NeurIPS 2019): keep the nearest candidate, drop all that lie nearer to it (by the factor
/// alpha) than to the node, and go on with the nearest one left. Unlike there, slots that stay free are filled with the nearest of the
/// dropped: among near duplicates pruning leaves too few edges to find all of them again. For one thread at a time.
/// </summary>
internal sealed class RobustPrune
{
    // Chosen nodes that a candidate is compared with at once. The nearest drop most of what is dropped.
    private const int Compared = 8;

    private readonly float _alpha;
    private readonly CodeRows? _codes;
    private readonly QueryBuffer<sbyte> _buffer;
    private readonly VectorRows _rows;
    private readonly CompactQuery? _rounded;
    private readonly int[] _chosen;

    /// <param name="graph">The graph. Nodes are compared by what it has now, also when a writer replaces that meanwhile.</param>
    /// <param name="alpha">The factor, for distances; squared here because the scores are.</param>
    /// <param name="degree">Neighbours to choose at most.</param>
    public RobustPrune(VectorGraph graph, float alpha, int degree)
    {
        _alpha = alpha * alpha;
        _codes = graph.Codes;
        _buffer = new(_codes?.QueryBytes ?? 0);
        _rows = graph.Rows;
        _rounded = _rows.NewQuery();
        _chosen = new int[degree];
    }

    /// <summary>The score of distances from a node, until the next call of any method; it does not keep this object alive.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public NodeScore From(int node) => _codes is null
        ? new NodeScore(_rows.OfNode(node, _rounded))
        : new NodeScore(_codes.OfNode(node, _buffer));

    /// <summary>Chooses a node's neighbours.</summary>
    /// <param name="node">The node.</param>
    /// <param name="candidates">Its candidates, nearest first; the node itself is skipped.</param>
    /// <returns>The chosen ones, until the next call.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlySpan<int> Choose(int node, ReadOnlySpan<ulong> candidates)
    {
        var count = 0;
        foreach (var candidate in candidates)
        {
            var other = Candidate.Node(candidate);
            if (other == node || IsOccluded(other, Candidate.Score(candidate), count))
                continue;
            _chosen[count++] = other;
            if (count == _chosen.Length)
                return _chosen;
        }

        var kept = count;
        foreach (var candidate in candidates)
        {
            var other = Candidate.Node(candidate);
            if (other == node || _chosen.AsSpan(0, kept).Contains(other))
                continue;
            _chosen[count++] = other;
            if (count == _chosen.Length)
                break;
        }

        return _chosen.AsSpan(0, count);
    }

    // Asking each candidate whether a chosen one occludes it drops the same ones as the paper's loop, and stops at the first few.
    private bool IsOccluded(int candidate, float score, int count)
    {
        if (count == 0)
            return false;
        var from = From(candidate);
        Span<ulong> scored = stackalloc ulong[Compared];
        for (var i = 0; i < count; i += Compared)
        {
            var chosen = _chosen.AsSpan(i, Math.Min(Compared, count - i));
            from.Score(chosen, scored);
            foreach (var between in scored[..chosen.Length])
            {
                if (_alpha * Candidate.Score(between) <= score)
                    return true;
            }
        }

        return false;
    }
}
