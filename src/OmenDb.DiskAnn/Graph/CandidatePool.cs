using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OmenDb.DiskAnn.Graph;

// Invariant: before the head there are Front places or more, and each is 0, which no candidate is below. Items are read and written from there to the tail.

/// <summary>
/// The search list L of the paper: the best candidates so far, sorted in one flat array. It may also be emptied from the front, which
/// makes it the sliding window of a stream.
/// </summary>
internal sealed class CandidatePool
{
    private const int Front = 16; // more than a register holds

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
        _head = _tail = _cursor = Front;
        Resize(capacity);
    }

    /// <summary>Changes the capacity; candidates it has no more room for stay until better ones push them out.</summary>
    public void Resize(int capacity)
    {
        Capacity = capacity;
        // Twice the capacity, so that emptying from the front moves the rest seldom.
        if (_items.Length < Front + (capacity * 2))
            Array.Resize(ref _items, Math.Max(Front + (capacity * 2), _items.Length * 2));
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
        var first = _items[_head];
        _items[_head++] = 0;
        _cursor = Math.Max(_cursor, _head);
        return first;
    }

    // From the end on, eight at a time: an item stays, or makes room for the larger of the candidate and the one before it. There is nothing but the end for a branch predictor to miss.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ulong Insert(ulong candidate)
    {
        if (Count < Capacity)
        {
            if (_tail == _items.Length)
                MoveToFront();
            _items[_tail++] = ulong.MaxValue;
        }

        var evicted = _items[_tail - 1];
        ref var items = ref MemoryMarshal.GetArrayDataReference(_items);
        var value = Vector512.Create(candidate);
        var at = _tail;
        ulong smaller;
        do
        {
            at -= Vector512<ulong>.Count;
            var here = Vector512.LoadUnsafe(ref items, (nuint)at);
            var before = Vector512.LoadUnsafe(ref items, (nuint)(at - 1));
            Vector512.Min(here, Vector512.Max(before, value)).StoreUnsafe(ref items, (nuint)at);
            smaller = Vector512.LessThan(here, value).ExtractMostSignificantBits();
        }
        while (smaller == 0 && at > _head);

        _cursor = Math.Min(_cursor, Math.Max(_head, at + BitOperations.PopCount(smaller)));
        return evicted;
    }

    private void MoveToFront()
    {
        Items.CopyTo(_items.AsSpan(Front));
        _cursor -= _head - Front;
        _tail -= _head - Front;
        _head = Front;
    }
}
