using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace OmenDb.DiskAnn.Graph;

/// <summary>
/// The search list L of the paper: the best candidates so far, sorted in one flat array. It may also be emptied from the front, which
/// makes it the sliding window of a stream.
/// </summary>
internal sealed class CandidatePool
{
    private const int CountedAtOnce = 64;

    private ulong[] _items = new ulong[256];
    private int _head;
    private int _tail;
    private int _cursor;

    /// <summary>Candidates in the pool.</summary>
    public int Count => _tail - _head;

    /// <summary>Candidates it keeps at most.</summary>
    public int Capacity { get; private set; }

    /// <summary>The candidates, best first.</summary>
    public ReadOnlySpan<ulong> Items => _items.AsSpan(_head, Count);

    /// <summary>Empties the pool.</summary>
    /// <param name="capacity">Candidates it keeps from now on.</param>
    public void Reset(int capacity)
    {
        _head = _tail = _cursor = 0;
        Resize(capacity);
    }

    /// <summary>Changes the capacity; candidates it has no more room for stay until better ones push them out.</summary>
    public void Resize(int capacity)
    {
        Capacity = capacity;
        // Twice the capacity, so that emptying from the front moves the rest seldom.
        if (_items.Length < capacity * 2)
            Array.Resize(ref _items, Math.Max(capacity * 2, _items.Length * 2));
    }

    /// <summary>A candidate above this finds no room.</summary>
    public ulong Worst => Count < Capacity ? ulong.MaxValue : _items[_tail - 1];

    /// <summary>Offers a candidate.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <returns>The candidate that found no room, which may be the one offered, or <see cref="ulong.MaxValue"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Offer(ulong candidate) =>
        candidate > Worst ? candidate : Insert(candidate);

    /// <summary>Takes the best candidate that was not expanded and marks it.</summary>
    /// <param name="node">Its node.</param>
    /// <returns>Whether there was one.</returns>
    public bool TryExpand(out int node)
    {
        while (_cursor < _tail)
        {
            ref var item = ref _items[_cursor++];
            if ((item & Candidate.Expanded) == 0)
            {
                node = Candidate.Node(item);
                item |= Candidate.Expanded;
                return true;
            }
        }

        node = -1;
        return false;
    }

    /// <summary>Takes the best candidate out; the pool must not be empty.</summary>
    public ulong RemoveFirst()
    {
        var first = _items[_head++];
        _cursor = Math.Max(_cursor, _head);
        return first;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ulong Insert(ulong candidate)
    {
        var evicted = ulong.MaxValue;
        if (Count >= Capacity)
            evicted = _items[--_tail];
        else if (_tail == _items.Length)
            MoveToFront();

        var items = _items;
        var place = Place(candidate);
        items.AsSpan(place, _tail - place).CopyTo(items.AsSpan(place + 1));
        items[place] = candidate;
        _tail++;
        _cursor = Math.Min(_cursor, place);
        return evicted;
    }

    // Halves while many are left, then counts the smaller ones eight at a time: nothing there for a branch predictor to miss.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Place(ulong candidate)
    {
        var items = _items.AsSpan();
        int low = _head, high = _tail;
        while (high - low > CountedAtOnce)
        {
            var middle = (low + high) >>> 1;
            if (items[middle] < candidate)
                low = middle + 1;
            else
                high = middle;
        }

        var value = Vector512.Create(candidate);
        for (; high - low >= Vector512<ulong>.Count; low += Vector512<ulong>.Count)
        {
            var smaller = Vector512.LessThan(Vector512.Create<ulong>(items[low..]), value).ExtractMostSignificantBits();
            if (smaller != 0xFF)
                return low + BitOperations.PopCount(smaller);
        }

        while (low < high && items[low] < candidate)
            low++;
        return low;
    }

    private void MoveToFront()
    {
        Items.CopyTo(_items);
        _cursor -= _head;
        _tail -= _head;
        _head = 0;
    }
}
