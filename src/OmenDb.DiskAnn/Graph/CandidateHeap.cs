using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OmenDb.DiskAnn.Graph;

// Invariant: there is room for all candidates before one is written, and no more are moved to the front than were read.

/// <summary>
/// A binary min-heap that orders as little as it can. Additions are only appended until a removal needs an order, which most searches never do. When many are to be ordered, the larger ones
/// are set apart in a second heap, and ordered only when the smaller ones are gone.
/// </summary>
internal sealed class CandidateHeap
{
    private const int KeptLength = 1 << 19;

    // What most searches score, so that they need not grow it; where there are fewer nodes, none scores as many.
    private const int UsualLength = 2048;
    private const int FewestLength = 64;

    // Fewer are ordered as one heap.
    private const int Many = 128;
    private const int Sample = 32;

    private ulong[] _items = new ulong[FewestLength];
    private int _count;
    private int _ordered;
    private CandidateHeap? _larger;
    private ulong _bound; // none of the larger ones is below it
    private bool _isLarger;

    public int Count => _count + (_larger?.Count ?? 0);

    /// <summary>All candidates, in no useful order. Only before the first removal: then no larger ones are set apart.</summary>
    public ReadOnlySpan<ulong> Items => _items.AsSpan(0, _count);

    /// <summary>Empties the heap; memory that only a very deep stream needs is let go.</summary>
    /// <param name="nodes">How many candidates there may be.</param>
    public void Reset(int nodes)
    {
        Clear();
        if (_items.Length < Math.Min(nodes, UsualLength))
            _items = new ulong[Math.Min(BitOperations.RoundUpToPowerOf2((uint)nodes), UsualLength)];
    }

    /// <summary>All candidates, in no order, to be changed.</summary>
    public Span<ulong> Reopen()
    {
        if (_larger is { Count: > 0 } larger)
        {
            Add(larger._items.AsSpan(0, larger._count));
            larger.Clear();
        }

        _ordered = 0;
        return _items.AsSpan(0, _count);
    }

    public void Add(ulong candidate)
    {
        if (_count == _items.Length)
            Array.Resize(ref _items, _count * 2);
        _items[_count++] = candidate;
    }

    /// <summary>Adds candidates.</summary>
    public void Add(ReadOnlySpan<ulong> candidates)
    {
        MakeRoom(candidates.Length);
        candidates.CopyTo(_items.AsSpan(_count));
        _count += candidates.Length;
    }

    /// <summary>Adds those candidates that are above a bound.</summary>
    /// <param name="bound">The bound.</param>
    /// <param name="candidates">The candidates; the others are moved to the front.</param>
    /// <returns>How many others there are.</returns>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public int AddAbove(ulong bound, Span<ulong> candidates)
    {
        MakeRoom(candidates.Length);
        ref var added = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_items), _count);
        ref var others = ref MemoryMarshal.GetReference(candidates);
        var (addedCount, otherCount) = (0, 0);
        foreach (var candidate in candidates)
        {
            // Written to both and counted for one: nobody can guess for which.
            Unsafe.Add(ref added, addedCount) = candidate;
            Unsafe.Add(ref others, otherCount) = candidate;
            var isAbove = candidate > bound ? 1 : 0;
            addedCount += isAbove;
            otherCount += 1 - isAbove;
        }

        _count += addedCount;
        return otherCount;
    }

    /// <summary>The smallest candidate; there must be one.</summary>
    public ulong First
    {
        get
        {
            Order();
            return IsAmongLarger ? _larger!.First : _items[0];
        }
    }

    /// <summary>Takes the smallest candidate out.</summary>
    public bool TryRemoveFirst(out ulong candidate)
    {
        if (Count == 0)
        {
            candidate = 0;
            return false;
        }

        Order();
        if (IsAmongLarger)
            return _larger!.TryRemoveFirst(out candidate);
        candidate = _items[0];
        _items[0] = _items[--_count];
        _ordered = _count;
        SiftDown(0);
        return true;
    }

    private void Clear()
    {
        _count = _ordered = 0;
        _larger?.Clear();
        if (_items.Length > KeptLength)
            _items = new ulong[UsualLength];
    }

    private void MakeRoom(int count)
    {
        while (_items.Length - _count < count)
            Array.Resize(ref _items, _items.Length * 2);
    }

    // Whether the smallest candidate is among the larger ones: later additions to this heap may be larger still.
    private bool IsAmongLarger => _larger is { Count: > 0 } && (_count == 0 || (_items[0] > _bound && _items[0] > _larger.First));

    private void Order()
    {
        if (_ordered == _count)
            return;
        if (_ordered < _count / 2)
        {
            if (_count >= Many && !_isLarger)
                SetLargerApart();
            for (var i = _count / 2 - 1; i >= 0; i--)
                SiftDown(i);
        }
        else
        {
            for (var i = _ordered; i < _count; i++)
                SiftUp(i);
        }

        _ordered = _count;
    }

    // Keeps about an eighth here: what is not above the fourth smallest of a sample of 32.
    private void SetLargerApart()
    {
        ulong first = ulong.MaxValue, second = first, third = first, fourth = first;
        for (var i = 0; i < Sample; i++)
        {
            var item = _items[(int)((long)i * _count / Sample)];
            fourth = Math.Min(fourth, Math.Max(third, item));
            third = Math.Min(third, Math.Max(second, item));
            second = Math.Min(second, Math.Max(first, item));
            first = Math.Min(first, item);
        }

        _larger ??= new CandidateHeap { _isLarger = true, _items = new ulong[_items.Length] };
        _bound = _larger.Count == 0 ? fourth : Math.Min(_bound, fourth);
        _count = _larger.AddAbove(fourth, _items.AsSpan(0, _count));
    }

    private void SiftUp(int index)
    {
        var item = _items[index];
        while (index > 0)
        {
            var parent = (index - 1) / 2;
            if (_items[parent] <= item)
                break;
            _items[index] = _items[parent];
            index = parent;
        }

        _items[index] = item;
    }

    private void SiftDown(int index)
    {
        var items = _items.AsSpan(0, _count);
        if (index >= items.Length)
            return;
        var item = items[index];
        while (true)
        {
            var child = (index * 2) + 1;
            if (child >= items.Length)
                break;
            // The smaller of both, which nobody can guess.
            var other = Math.Min(child + 1, items.Length - 1);
            child += items[other] < items[child] ? 1 : 0;
            if (items[child] >= item)
                break;
            items[index] = items[child];
            index = child;
        }

        items[index] = item;
    }
}
