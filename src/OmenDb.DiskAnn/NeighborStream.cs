using System.Runtime.ExceptionServices;
using OmenDb.DiskAnn.Graph;

namespace OmenDb.DiskAnn;

/// <summary>
/// Neighbours of one query, ever further away, until every allowed vector that was there when the stream began was produced exactly once; one that
/// is removed before its turn is left out. Not safe for concurrent use; the index is. The object itself is used again after
/// <see cref="Dispose"/>: keep no reference to it.
/// </summary>
/// <example><code>
/// using var stream = index.Stream(query);
/// var page = new Neighbor[20];
/// while (stream.Read(page) is &gt; 0 and var count)
///     Take(page.AsSpan(0, count));
/// </code></example>
public sealed class NeighborStream : IDisposable
{
    private readonly VectorGraph _graph;
    private readonly VamanaIndex _owner;
    private readonly NearestWalk _walk;
    private readonly List<long> _labels = []; // of the node last produced, where its ring is not in their order
    private LabelSet? _allowed;
    private ExceptionDispatchInfo? _failure;
    private float _distance;
    private float _error;
    private int _nextLabel;
    private int _entryCount;
    private int _entry;
    private int _last;
    private bool _isInRing;
    private bool _isOpen;

    internal NeighborStream(VamanaIndex owner, VectorGraph graph, NearestWalk walk)
    {
        _owner = owner;
        _graph = graph;
        _walk = walk;
    }

    internal SearchScratch Scratch => _walk.Scratch;

    /// <summary>
    /// Reads on. Neighbours come nearest first, those at one distance by label; between two calls a later neighbour may be slightly nearer than an earlier
    /// one, because the graph is walked only as far as needed. By inner product with <see cref="IndexStorage.Compact"/> they come in the order of how near
    /// they may be, their <see cref="Neighbor.Distance"/> less their <see cref="Neighbor.Error"/>: whoever ranks them reads on until that is behind the last one wanted.
    /// </summary>
    /// <param name="destination">Receives the next neighbours.</param>
    /// <returns>How many were written; less than asked only when every allowed live vector was produced.</returns>
    /// <exception cref="SnapshotFormatException">Something in the snapshot file that the stream needs is damaged. It fails from then on: no neighbour is missing in silence.</exception>
    /// <exception cref="ObjectDisposedException">The stream was disposed.</exception>
    public int Read(Span<Neighbor> destination)
    {
        ObjectDisposedException.ThrowIf(!_isOpen, this);
        _failure?.Throw();
        try
        {
            return ReadOn(destination);
        }
        catch (Exception failure)
        {
            _failure = ExceptionDispatchInfo.Capture(failure); // what the walk held when it was interrupted is gone
            throw;
        }
    }

    /// <summary>The distance of a vector that is not in the index: to the last bit the one that it would have there, with <see cref="IndexStorage.Full"/>.</summary>
    /// <param name="vector">The vector, one that could be added.</param>
    internal float Measure(ReadOnlySpan<float> vector) => _graph.Encoder.ToDistance(_walk.Score(vector));

    /// <summary>Whether a live vector of the index has this label, though the index may be disposed of by now.</summary>
    /// <param name="label">The label.</param>
    internal bool Contains(long label) => _graph.Entries.FindLive(label) >= 0;

    /// <summary>Gives the stream's working memory back to the index.</summary>
    public void Dispose()
    {
        if (!_isOpen)
            return;
        _isOpen = false;
        _allowed = null;
        _failure = null;
        _walk.End();
        _owner.Return(this);
    }

    internal void Begin(ReadOnlySpan<float> query, int listSize, int expected, LabelSet? allowed, bool toRank)
    {
        _isOpen = true;
        _allowed = allowed;
        _labels.Clear();
        _nextLabel = 0;
        _isInRing = false;
        _entryCount = _graph.Entries.Count;
        _walk.Begin(query, listSize, expected, allowed, toRank: toRank);
    }

    private int ReadOn(Span<Neighbor> destination)
    {
        var count = 0;
        while (count < destination.Length)
        {
            if (_nextLabel < _labels.Count)
                destination[count++] = new Neighbor(_labels[_nextLabel++], _distance, _error);
            else if (TryNextLabel(out var label))
                destination[count++] = new Neighbor(label, _distance, _error);
            else if (!TryNextNode(destination.Length - count))
                break;
        }

        Sort(destination[..count]);
        return count;
    }

    // Nearly sorted already, so insertion is the fastest way.
    private void Sort(Span<Neighbor> neighbors)
    {
        for (var i = 1; i < neighbors.Length; i++)
        {
            var item = neighbors[i];
            var j = i - 1;
            for (; j >= 0 && IsAfter(neighbors[j], item); j--)
                neighbors[j + 1] = neighbors[j];
            neighbors[j + 1] = item;
        }
    }

    private bool IsAfter(Neighbor a, Neighbor b) =>
        Place(a) > Place(b) || (Place(a) == Place(b) && a.Label > b.Label);

    private float Place(Neighbor neighbor) => _walk.IsByBound ? neighbor.Distance - neighbor.Error : neighbor.Distance;

    private bool TryNextNode(int wanted)
    {
        if (!_walk.TryNext(wanted, out var candidate))
            return false;
        var score = Candidate.Score(candidate);
        var error = _walk.Error(candidate);
        _distance = _graph.Encoder.ToDistance(score);
        _error = error > 0 ? _distance - _graph.Encoder.ToLowerBound(score - error) : 0;
        _entry = _last = _graph.Entries.Last(Candidate.Node(candidate));
        _isInRing = true;
        _labels.Clear();
        _nextLabel = 0;
        if (!_graph.Entries.IsAscending)
            SortLabels();
        return true;
    }

    // Goes on through the ring of equal vectors, only as far as asked: there may be thousands. Entries that were added since the stream began have larger numbers and are left out:
    // their labels may have been produced already, by an earlier entry.
    private bool TryNextLabel(out long label)
    {
        var entries = _graph.Entries;
        while (_isInRing)
        {
            _entry = entries.Next(_entry);
            _isInRing = _entry != _last;
            label = entries.Label(_entry);
            if (_entry < _entryCount && !entries.IsRemoved(_entry) && _allowed?.Contains(label) != false)
                return true;
        }

        label = 0;
        return false;
    }

    private void SortLabels()
    {
        while (TryNextLabel(out var label))
            _labels.Add(label);
        _labels.Sort();
    }
}
