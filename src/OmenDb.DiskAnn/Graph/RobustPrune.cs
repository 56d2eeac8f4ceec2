using OmenDb.DiskAnn.Storage;

namespace OmenDb.DiskAnn.Graph;

/// <summary>
/// RobustPrune, algorithm 2 of the DiskANN paper (NeurIPS 2019): keep the nearest candidate, drop all that lie nearer to it (by the factor
/// alpha) than to the node, and go on with the nearest one left. Unlike there, slots that stay free are filled with the nearest of the
/// dropped: among near duplicates pruning leaves too few edges to find all of them again.
/// </summary>
/// <param name="rows">The vectors.</param>
/// <param name="alpha">The factor, for distances; squared here because the scores are.</param>
internal sealed class RobustPrune(VectorRows rows, float alpha)
{
    private readonly float _alpha = alpha * alpha;

    /// <summary>Chooses a node's neighbours.</summary>
    /// <param name="node">The node.</param>
    /// <param name="candidates">Its candidates, nearest first, scored by squared distance; the node itself is skipped.</param>
    /// <param name="neighbors">Receives the chosen ones; its length is the largest degree.</param>
    /// <returns>How many were chosen.</returns>
    public int Choose(int node, ReadOnlySpan<ulong> candidates, Span<int> neighbors)
    {
        var count = 0;
        foreach (var candidate in candidates)
        {
            var other = Candidate.Node(candidate);
            if (other == node || IsOccluded(other, Candidate.Score(candidate), neighbors[..count]))
                continue;
            neighbors[count++] = other;
            if (count == neighbors.Length)
                break;
        }

        foreach (var candidate in candidates)
        {
            if (count == neighbors.Length)
                break;
            var other = Candidate.Node(candidate);
            if (other != node && !neighbors[..count].Contains(other))
                neighbors[count++] = other;
        }

        return count;
    }

    // Asking each candidate whether a chosen one occludes it drops the same ones as the paper's loop, and stops at the first.
    private bool IsOccluded(int candidate, float score, ReadOnlySpan<int> chosen)
    {
        foreach (var neighbor in chosen)
        {
            if (_alpha * rows.SquaredDistance(neighbor, candidate) <= score)
                return true;
        }

        return false;
    }
}
